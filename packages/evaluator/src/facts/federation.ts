import type { FederationKind } from '@iam-dossier/core/engagement';
import { once } from './once.ts';
import { known, unknown, type Known } from './known.ts';
import { trustFact, type RoleTrust } from './trust.ts';

/** How people of an existing directory reach the account, as the roles' trust policies show. */
export interface FederationFact {
  subject: number;
  /** Kind → roles that admit people this way. */
  kinds: ReadonlyMap<FederationKind, readonly RoleTrust[]>;
  /** Whether every role was seen. */
  whole: boolean;
}

const kindOfWay: Record<string, FederationKind> = {
  identityCenter: 'identityCenter',
  accountAccessManager: 'identityCenter',
  saml: 'saml',
  openIdConnect: 'openIdConnect',
};
/** Directory Service assumes roles for users of a managed directory. */
const DIRECTORY_SERVICE = 'ds.amazonaws.com';

export const federationFact = once((context): Known<FederationFact> => {
  const trusts = trustFact(context);
  if (!trusts.known) return unknown(trusts.gaps);
  const kinds = new Map<FederationKind, RoleTrust[]>();
  for (const trust of trusts.value) {
    for (const kind of kindsOf(trust)) kinds.set(kind, [...(kinds.get(kind) ?? []), trust]);
  }
  const subject = context.subjects.find((entry) => entry.type === 'account')?.index ?? 0;
  return known({ subject, kinds, whole: trusts.gaps.length === 0 }, trusts.gaps);
});

function kindsOf({ ways }: RoleTrust): Set<FederationKind> {
  const kinds = ways.flatMap(({ kind, from }) => {
    if (kind === 'service' && from === DIRECTORY_SERVICE) return ['managedActiveDirectory' as const];
    return kindOfWay[kind] ?? [];
  });
  return new Set(kinds);
}
