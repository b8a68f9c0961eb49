import type { Identity } from '@iam-dossier/core/assessment';
import { once } from './once.ts';
import type { AccountContext } from './context.ts';
import { identityOfRole, identityOfUser } from './identity.ts';
import { known, type Known } from './known.ts';
import { declarationOf } from './party.ts';
import { personOf } from './people.ts';
import { trustFact } from './trust.ts';
import { usersFact } from './users.ts';

export interface IdentityFact {
  identity: Identity;
  /** Id of the person declared, whether or not the engagement describes one. */
  personId?: string;
  /** Organisation of that person, where described. */
  organisation?: 'partner' | 'customer' | 'thirdParty';
  /** Something tells of its use, as declared. */
  alarm: boolean;
}

/** What stands behind each user and role, by subject. */
export const identitiesFact = once((context): Known<ReadonlyMap<number, IdentityFact>> => {
  const { engagement } = context;
  const users = usersFact(context);
  const trusts = trustFact(context);
  const byUser = new Map(users.known ? users.value.map((user) => [user.subject, user]) : []);
  const byRole = new Map(trusts.known ? trusts.value.map((trust) => [trust.subject, trust]) : []);
  const identities = context.subjects.flatMap((subject): [number, IdentityFact][] => {
    const user = byUser.get(subject.index);
    if (user) return [[subject.index, withPerson(identityOfUser(user, engagement), subject.arn, context)]];
    if (subject.type !== 'role') return [];
    return [[subject.index, withPerson(identityOfRole(subject.arn, byRole.get(subject.index), engagement), subject.arn, context)]];
  });
  return known(new Map(identities));
});

function withPerson(identity: Identity, arn: string, { engagement }: AccountContext): IdentityFact {
  const declaration = declarationOf(arn, engagement);
  const personId = declaration?.person;
  const organisation = personOf(personId, engagement)?.organisation;
  return {
    identity,
    alarm: declaration?.alarm !== undefined,
    ...(personId === undefined ? {} : { personId }),
    ...(organisation === undefined ? {} : { organisation }),
  };
}
