import type { Role, User } from '@iam-dossier/core/snapshot';
import { accessOf, DocumentAnalyser, type StatementAccess } from '../policy/index.ts';
import { GrantBook, type Grant } from './grants.ts';
import { known, type Known } from './known.ts';
import { once } from './once.ts';
import { principalsFact } from './principals.ts';

/** What one policy grants by itself, statement by statement: where several grant together, it tells which does what. */
export interface PolicyAccess {
  policyName: string;
  statements: readonly StatementAccess[];
}

/** Worked out for those principals only that somebody asks about. */
export interface PolicyAccessFact {
  /** The readable policies in force on a user or role, by its ARN. */
  of: (arn: string) => readonly PolicyAccess[];
}

export const policyAccessFact = once((context): Known<PolicyAccessFact> => {
  const principals = principalsFact(context);
  if (!principals.known) return principals;
  const { snapshot } = context;
  const book = new GrantBook(snapshot);
  const analyser = new DocumentAnalyser();
  const before = new Map<string, PolicyAccess>();
  const places = new Map<string, { user: User; index: number } | { role: Role; index: number }>([
    ...snapshot.users.map((user, index) => [user.arn, { user, index }] as const),
    ...snapshot.roles.map((role, index) => [role.arn, { role, index }] as const),
  ]);
  const of = (arn: string) => {
    const place = places.get(arn);
    if (!place) return [];
    const { policies } = 'user' in place ? book.ofUser(place.user, place.index) : book.ofRole(place.role, place.index);
    return (policies ?? []).map((grant) => {
      const key = `${grant.row.policyArn ?? grant.row.policyName} ${grant.row.digest ?? ''}`;
      const access = before.get(key) ?? accessOfGrant(grant, analyser);
      before.set(key, access);
      return access;
    });
  };
  return known({ of }, principals.gaps);
});

function accessOfGrant({ row: { policyName, policyArn }, read }: Grant, analyser: DocumentAnalyser): PolicyAccess {
  const statements = read.state === 'read' ? (analyser.analyse(read) ?? []) : [];
  const policy = { policyName, ...(policyArn === undefined ? {} : { policyArn }), document: read };
  return { policyName, statements: read.state === 'read' ? accessOf({ policy: { ...policy, document: read }, statements }) : [] };
}
