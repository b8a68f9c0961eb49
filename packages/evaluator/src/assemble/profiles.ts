import type { AccessKeyFact, Profile } from '@iam-dossier/core/assessment';
import type { IndexedSubject } from '../facts/context.ts';
import { timeOf } from '../facts/console.ts';
import { isDetailed } from '../facts/grants.ts';
import type { FactStore } from '../facts/index.ts';
import { declarationOf } from '../facts/party.ts';
import type { PrincipalFact } from '../facts/principals.ts';
import type { RoleTrust } from '../facts/trust.ts';
import type { UserFact } from '../facts/users.ts';
import { unknownEffective } from './unknown-effective.ts';

interface Books {
  users: ReadonlyMap<number, UserFact>;
  roles: ReadonlyMap<number, RoleTrust>;
  principals: ReadonlyMap<number, PrincipalFact>;
}

/** Facts of an account by subject, for panels and rows. */
export function booksOf(account: FactStore): Books {
  const bySubject = <T extends { subject: number }>(fact: { known: true; value: readonly T[] } | { known: false }) =>
    new Map(fact.known ? fact.value.map((entry) => [entry.subject, entry]) : []);
  return { users: bySubject(account.get('users')), roles: bySubject(account.get('trust')), principals: bySubject(account.get('principals')) };
}

/** The full panel of a user or role in scope. */
export function profileOf(
  subject: IndexedSubject,
  books: Books,
  account: FactStore,
  placeOf: (effective: PrincipalFact['effective']) => number,
): Profile {
  const principal = books.principals.get(subject.index);
  const user = books.users.get(subject.index);
  const role = books.roles.get(subject.index);
  const identities = account.get('identities');
  const identity = identities.known ? identities.value.get(subject.index)?.identity : undefined;
  const purpose = declarationOf(subject.arn, account.context.engagement)?.purpose;
  const entity = user?.user ?? role?.role;
  return {
    subject: subject.index,
    path: entity?.path ?? pathOfArn(subject.arn),
    created: createdOf(user, role),
    identity: identity ?? { kind: 'undetermined', basis: 'undetermined', signs: [] },
    ...(purpose === undefined ? {} : { purpose }),
    ...(user ? userMembers(user) : {}),
    tags: entity && isDetailed(entity.attachedManagedPolicies) ? (entity.tags ?? []) : (entity?.tags ?? null),
    policies: principal?.policies === null || principal === undefined ? null : [...principal.policies],
    ...(principal?.boundary === undefined ? {} : { permissionsBoundary: principal.boundary }),
    effective: placeOf(principal?.effective ?? unknownEffective),
    ...(role ? roleMembers(role) : {}),
  };
}

function pathOfArn(arn: string): string {
  return /:(?:user|role)(\/(?:.*\/)?)/.exec(arn)?.[1] ?? '/';
}

function createdOf(user: UserFact | undefined, role: RoleTrust | undefined): Profile['created'] {
  const reported = user?.report?.row.userCreationTime;
  const time = user?.user?.createDate ?? role?.role.createDate;
  if (time !== undefined) return timeOf(time);
  return reported === undefined || !reported.endsWith('Z') ? { state: 'unknown' } : timeOf(reported);
}

function userMembers({ console, accessKeys, otherCredentials, user }: UserFact): Partial<Profile> {
  return {
    console,
    accessKeys: accessKeys?.map(withoutEvidence) ?? null,
    otherCredentials,
    groups: user?.groupList ? [...user.groupList].sort() : null,
  };
}

function withoutEvidence({ evidence: _, ...key }: AccessKeyFact & { evidence: readonly string[] }): AccessKeyFact {
  return key;
}

function roleMembers({ role, session }: RoleTrust): Partial<Profile> {
  const { roleLastUsed, description } = role;
  return {
    ...(session === null ? {} : { maxSessionDuration: session.seconds }),
    lastUsed:
      roleLastUsed === undefined
        ? { state: 'unknown' }
        : roleLastUsed.lastUsedDate === undefined
          ? { state: 'none' }
          : timeOf(roleLastUsed.lastUsedDate),
    ...(description === undefined ? {} : { description }),
  };
}
