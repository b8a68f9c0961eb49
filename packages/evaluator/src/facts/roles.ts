import type { Role } from '@iam-dossier/core/snapshot';
import { known, type Known } from './known.ts';
import { once } from './once.ts';
import { isServiceLinked } from './party.ts';
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
    })),
    trusts.gaps,
  );
});

/** AWS keeps this path for itself: nobody can give a role of their own the look of one of Identity Center. */
function isFromPermissionSet(arn: string): boolean {
  return /^arn:[a-z0-9-]+:iam::\d{12}:role\/aws-reserved\/sso\.amazonaws\.com\//.test(arn);
}

const serviceWays = new Set(['service', 'podIdentity']);

function isForServicesOnly({ ways }: RoleTrust): boolean {
  return ways.length > 0 && ways.every(({ kind }) => serviceWays.has(kind));
}
