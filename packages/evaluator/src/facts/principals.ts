import type { EffectivePermissions, GrantedPolicy } from '@iam-dossier/core/assessment';
import { pointer } from '@iam-dossier/core/json';
import type { Role, Snapshot, User } from '@iam-dossier/core/snapshot';
import type { PrincipalAnalysis } from '../policy/index.ts';
import { once } from './once.ts';
import type { IndexedSubject } from './context.ts';
import { GrantBook, type Grants } from './grants.ts';
import { gapsOf, hasPart, known, unknown, type Known } from './known.ts';
import { PermissionBook } from './permissions.ts';
import { refusedDocuments, type RefusedDocument } from './refused-documents.ts';

/** A user or role with its policies and what they grant together. */
export interface PrincipalFact {
  subject: number;
  type: 'user' | 'role';
  name: string;
  arn: string;
  inScope: boolean;
  /** ARNs of the groups a user is in, as far as they are in the snapshot. */
  groupArns: readonly string[];
  policies: readonly GrantedPolicy[] | null;
  boundary?: string;
  /** Documents in force on it, its boundary's and trust policy among them, that IAM refuses. */
  refused: readonly RefusedDocument[];
  analysis: PrincipalAnalysis;
  effective: EffectivePermissions;
  /** Where its policies stand. */
  at: string;
}

export const principalsFact = once((context): Known<readonly PrincipalFact[]> => {
  const { snapshot } = context;
  if (!hasPart(snapshot, 'userDetails') && !hasPart(snapshot, 'roleDetails')) return unknown(gapsOf(snapshot, 'userDetails', 'roleDetails'));
  const book = new GrantBook(snapshot);
  const permissions = new PermissionBook();
  const places = placesOf(snapshot);
  const principals = context.subjects.flatMap((subject): PrincipalFact[] => {
    if (subject.type !== 'user' && subject.type !== 'role') return [];
    const place = places.get(subject.arn);
    return [principalOf(subject, subject.type, place, place ? grantsOf(place, book) : noGrants, permissions)];
  });
  return known(principals, gapsOf(snapshot, 'userDetails', 'roleDetails'));
});

const noGrants: Grants = { policies: null, absentGroups: [], groupArns: [] };

type Place = { user: User; index: number } | { role: Role; index: number };

function placesOf(snapshot: Snapshot): Map<string, Place> {
  return new Map<string, Place>([
    ...snapshot.users.map((user, index) => [user.arn, { user, index }] as const),
    ...snapshot.roles.map((role, index) => [role.arn, { role, index }] as const),
  ]);
}

function grantsOf(place: Place, book: GrantBook): Grants {
  return 'user' in place ? book.ofUser(place.user, place.index) : book.ofRole(place.role, place.index);
}

function principalOf(
  subject: IndexedSubject,
  type: 'user' | 'role',
  place: Place | undefined,
  grants: Grants,
  permissions: PermissionBook,
): PrincipalFact {
  const { index, name, arn, inScope } = subject;
  const analysis = permissions.of(grants, { type, arn, groupArns: grants.groupArns });
  return {
    subject: index,
    type,
    name,
    arn,
    inScope,
    groupArns: grants.groupArns,
    policies: grants.policies?.map((grant) => grant.row) ?? null,
    ...(grants.boundary ? { boundary: grants.boundary.arn } : {}),
    refused: refusedDocuments(grants, place && 'role' in place ? place : undefined),
    analysis,
    effective: analysis.effective,
    at: place ? pointer('user' in place ? 'users' : 'roles', place.index) : '',
  };
}
