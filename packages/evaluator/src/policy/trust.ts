import type { WayIn } from '@iam-dossier/core/assessment';
import { compareText } from '@iam-dossier/core/json';
import type { PatternElement, PrincipalEntry, Statement } from '@iam-dossier/core/policy-document';
import { allowRequiresMfa, denyRequiresMfa, limits, requiresExternalId } from './conditions.ts';
import { fitsGlob } from './glob.ts';
import { clusterHost, cognitoHost, identityCenterProvider, pipelineHosts, serviceKinds } from './providers.data.ts';

/** A way into a role, as its trust policy alone shows it. `account`: whose principal it is; `null` when it names none. */
export type TrustWay = Pick<WayIn, 'kind' | 'from' | 'mfaRequired' | 'externalIdRequired' | 'conditional' | 'conditionKeys'> & {
  account: string | null;
  /** Number of the statement. */
  statement: number;
};

const ENTRIES = ['sts:assumerole', 'sts:assumerolewithsaml', 'sts:assumerolewithwebidentity'];
const ACCOUNT = /^(\d{12})$|^arn:[a-z0-9-]+:iam::(\d{12}):root$/;
const ARN_ACCOUNT = /^arn:[a-z0-9-]+:(?:iam|sts)::(\d{12}):/;

/** Everyone the trust policy lets in, statement by statement. */
export function waysInOf(statements: readonly Statement[]): TrustWay[] {
  const denies = statements.filter((statement) => statement.effect === 'Deny' && letsIn(statement.action));
  const needsMfa = denies.some((deny) => takesAll(deny) && denyRequiresMfa(deny.conditions));
  return statements
    .filter((statement) => statement.effect === 'Allow' && letsIn(statement.action))
    .flatMap((statement) => waysOf(statement))
    .filter((way) => !denies.some((deny) => deny.conditions.length === 0 && stops(deny, way)))
    .map((way) => (needsMfa ? { ...way, mfaRequired: true } : way));
}

function letsIn({ negated, patterns }: PatternElement): boolean {
  return ENTRIES.some((entry) => patterns.some((pattern) => fitsGlob(pattern.toLowerCase(), entry)) !== negated);
}

function waysOf(statement: Statement): TrustWay[] {
  const { principal, conditions, index } = statement;
  const guards = {
    statement: index,
    mfaRequired: allowRequiresMfa(conditions),
    externalIdRequired: requiresExternalId(conditions),
    conditional: conditions.length > 0,
    conditionKeys: [...new Set(conditions.map(({ key }) => key))].sort(compareText),
  };
  if (!principal) return [];
  if (principal.negated) return [{ ...guards, kind: 'anyone', from: '*', account: null }];
  return principal.entries.flatMap((entry) => entry.values.map((value) => wayOf(entry, value, guards, statement)));
}

function wayOf(
  { type }: PrincipalEntry,
  value: string,
  guards: Pick<TrustWay, 'statement' | 'mfaRequired' | 'externalIdRequired' | 'conditional' | 'conditionKeys'>,
  statement: Statement,
): TrustWay {
  const way = (kind: TrustWay['kind'], from = value, account: string | null = null): TrustWay => ({ ...guards, kind, from, account });
  if (value === '*') return way('anyone');
  if (type === 'Service') return way(serviceKinds[value] ?? 'service');
  if (type === 'CanonicalUser') return way('canonicalUser');
  if (type === 'Federated')
    return { ...way(federatedKind(value), value, ARN_ACCOUNT.exec(value)?.[1] ?? null), conditional: isLimited(value, statement) };
  const account = ACCOUNT.exec(value);
  if (account) return way('account', account[1] ?? account[2] ?? value, account[1] ?? account[2] ?? null);
  return way('principal', value, ARN_ACCOUNT.exec(value)?.[1] ?? null);
}

function federatedKind(provider: string): TrustWay['kind'] {
  if (provider.includes(':saml-provider/')) return identityCenterProvider.test(provider) ? 'identityCenter' : 'saml';
  const host = hostOf(provider);
  if (cognitoHost.test(host)) return 'cognito';
  if (clusterHost.test(host)) return 'podIdentity';
  return pipelineHosts.some((pattern) => pattern.test(host)) ? 'ciOpenIdConnect' : 'openIdConnect';
}

function hostOf(provider: string): string {
  return (provider.split(':oidc-provider/')[1] ?? provider).toLowerCase();
}

/**
 * Whether conditions limit which identities of a provider come in. Everybody's pipelines share an audience, so there only
 * the subject (or another claim of it) limits; elsewhere the audience names one application or pool.
 */
function isLimited(provider: string, { conditions }: Statement): boolean {
  if (provider.includes(':saml-provider/')) return conditions.length > 0;
  const shared = federatedKind(provider) === 'ciOpenIdConnect';
  return limits(conditions, (key) => key.includes(':') && !key.startsWith('aws:') && !(shared && /:(aud|iss|azp)$/.test(key)));
}

function takesAll({ principal }: Statement): boolean {
  return principal !== null && !principal.negated && principal.entries.some((entry) => entry.values.includes('*'));
}

/** An unconditional Deny takes away the ways it names, and an account's with it. One with NotPrincipal is not weighed: the way stays. */
function stops(deny: Statement, way: TrustWay): boolean {
  if (!deny.principal || deny.principal.negated) return false;
  return deny.principal.entries.some((entry) => entry.values.some((value) => value === '*' || value === way.from || isAccountOf(value, way)));
}

function isAccountOf(value: string, { account }: TrustWay): boolean {
  const found = ACCOUNT.exec(value);
  return found !== null && account !== null && (found[1] ?? found[2]) === account;
}
