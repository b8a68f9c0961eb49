import type { Role } from '@iam-dossier/core/snapshot';
import { known, type Known } from './known.ts';
import { once } from './once.ts';
import { isServiceLinked } from './party.ts';
import { isFromPermissionSet, type RoleSession } from './role-session.ts';
import { trustFact, type RoleTrust } from './trust.ts';

export interface RoleFact {
  subject: number;
  inScope: boolean;
  name: string;
  role: Role;
  /** Where the role stands. */
  at: string;
  /** IAM Identity Center made the role from a permission set: the account cannot change it. */
  fromPermissionSet: boolean;
  /** Only AWS services can assume it. */
  servicesOnly: boolean;
  /** How long a session may last; `null` where the data does not tell. */
  session: RoleSession | null;
}

/** The account's own roles: all but those linked to a service, which AWS makes, uses and removes. */
export const rolesFact = once((context): Known<readonly RoleFact[]> => {
  const trusts = trustFact(context);
  if (!trusts.known) return trusts;
  const places = new Map(context.subjects.map((subject) => [subject.index, subject.pointer.path]));
  const own = trusts.value.filter(({ arn }) => !isServiceLinked(arn));
  return known(
    own.map((trust) => ({
      subject: trust.subject,
      inScope: trust.inScope,
      name: trust.name,
      role: trust.role,
      at: places.get(trust.subject) ?? '',
      fromPermissionSet: isFromPermissionSet(trust.arn),
      servicesOnly: isForServicesOnly(trust),
      session: trust.session,
    })),
    trusts.gaps,
  );
});

const serviceWays = new Set(['service', 'podIdentity']);

function isForServicesOnly({ ways }: RoleTrust): boolean {
  return ways.length > 0 && ways.every(({ kind }) => serviceWays.has(kind));
}
