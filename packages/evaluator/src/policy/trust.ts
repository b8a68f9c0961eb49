import type { WayIn } from '@iam-dossier/core/assessment';
import { compareText } from '@iam-dossier/core/json';
import type { ConditionTest, PatternElement, PrincipalElement, Statement } from '@iam-dossier/core/policy-document';
import {
  allowRequiresMfa,
  denyIndividualKeys,
  denyRequiresExternalId,
  denyRequiresMfa,
  individualKeys,
  limits,
  limitsCallers,
  limitsSource,
  requiresExternalId,
} from './conditions.ts';
import { fitsGlob } from './glob.ts';
import { clusterHost, cognitoHost, identityCenterProvider, pipelineHosts, serviceKinds, subjectLabels } from './providers.data.ts';

type Guards = Pick<WayIn, 'mfaRequired' | 'externalIdRequired' | 'conditional' | 'conditionKeys' | 'proof'>;

/** A way into a role, as its trust policy alone shows it. `account`: whose principal it is; `null` when it names none. */
export interface TrustWay extends Guards {
  kind: WayIn['kind'];
  from: string;
  account: string | null;
  /** Number of the statement. */
  statement: number;
}

const BY_ROLE = 'sts:assumerole';
const BY_SAML = 'sts:assumerolewithsaml';
const BY_WEB = 'sts:assumerolewithwebidentity';
const ACCOUNT = /^(\d{12})$|^arn:[a-z0-9-]+:iam::(\d{12}):root$/;
const ARN_ACCOUNT = /^arn:[a-z0-9-]+:(?:iam|sts)::(\d{12}):/;

/** Everyone the trust policy lets in, statement by statement. */
export function waysInOf(statements: readonly Statement[]): TrustWay[] {
  const denies = statements.filter((statement) => statement.effect === 'Deny' && statement.principal !== null);
  return statements
    .filter((statement) => statement.effect === 'Allow')
    .flatMap((allow) =>
      waysOf(allow).flatMap((way) => {
        const calls = callsOf(way.kind, way.from).filter((call) => covers(allow.action, call));
        const against = denies.filter((deny) => calls.every((call) => covers(deny.action, call)));
        return calls.length === 0 ? [] : against.reduce((ways, deny) => ways.flatMap((left) => afterDeny(left, deny)), [way]);
      }),
    );
}

function covers({ negated, patterns }: PatternElement, call: string): boolean {
  return patterns.some((pattern) => fitsGlob(pattern.toLowerCase(), call)) !== negated;
}

/** The calls by which such a caller comes in. */
function callsOf(kind: TrustWay['kind'], from: string): readonly string[] {
  if (kind === 'anyone') return [BY_ROLE, BY_SAML, BY_WEB];
  if (kind === 'saml' || kind === 'identityCenter') return [BY_SAML];
  if (kind === 'cognito' || kind === 'openIdConnect' || kind === 'ciOpenIdConnect') return [BY_WEB];
  return kind === 'podIdentity' && from.includes(':oidc-provider/') ? [BY_WEB] : [BY_ROLE];
}

function waysOf({ principal, conditions, index }: Statement): TrustWay[] {
  if (!principal) return [];
  const base = {
    statement: index,
    mfaRequired: allowRequiresMfa(conditions),
    externalIdRequired: requiresExternalId(conditions),
    conditionKeys: keys(conditions.map(({ key }) => key)),
    proof: keys(individualKeys(conditions)),
  };
  const whole = principal.negated ? [{ kind: 'anyone' as const, from: '*', account: null }] : callers(principal);
  return whole.map((caller) => ({ ...caller, ...base, conditional: isLimited(caller, conditions) }));
}

type Caller = Pick<TrustWay, 'kind' | 'from' | 'account'>;

function callers(principal: PrincipalElement): Caller[] {
  return principal.entries.flatMap(({ type, values }) => values.map((value) => callerOf(type, value)));
}

function callerOf(type: string, value: string): Caller {
  const caller = (kind: TrustWay['kind'], from = value, account: string | null = null): Caller => ({ kind, from, account });
  if (value === '*') return caller('anyone');
  if (type === 'Service') return caller(serviceKinds[value.replace(/\.cn$/, '')] ?? 'service');
  if (type === 'CanonicalUser') return caller('canonicalUser');
  if (type === 'Federated') return caller(federatedKind(value), value, ARN_ACCOUNT.exec(value)?.[1] ?? null);
  const account = accountIn(value);
  return account === undefined ? caller('principal', value, ARN_ACCOUNT.exec(value)?.[1] ?? null) : caller('account', account, account);
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
 * Whether conditions limit which of these callers come in. Everybody's pipelines share an audience, so there only the
 * subject (or another claim of it) limits; elsewhere the audience names one application or pool.
 */
function isLimited({ kind, from }: Caller, conditions: readonly ConditionTest[]): boolean {
  if (kind === 'anyone') return limitsCallers(conditions) || limitsIdentities(conditions, false);
  if (kind === 'service' || kind === 'rolesAnywhere' || kind === 'accountAccessManager') return limitsSource(conditions);
  if (kind === 'podIdentity' && !from.includes(':oidc-provider/')) return limitsSource(conditions);
  if (kind === 'cognito' || kind === 'podIdentity' || kind === 'openIdConnect') return limitsIdentities(conditions, false);
  return kind === 'ciOpenIdConnect' ? limitsIdentities(conditions, true) : conditions.length > 0;
}

function limitsIdentities(conditions: readonly ConditionTest[], shared: boolean): boolean {
  const wanted = (key: string) => key.includes(':') && !/^(aws|sts|saml):/.test(key) && !(shared && /:(aud|iss|azp)$/.test(key));
  const naming = shared ? conditions.filter(({ key, values }) => !key.toLowerCase().endsWith(':sub') || values.every(namesOwner)) : conditions;
  return limits(naming, wanted);
}

/** Whether a pipeline's subject says whose pipeline it is: `repo:shop/site:*` does, `repo:*` and `repo:sh*` do not. */
function namesOwner(subject: string): boolean {
  const [first = '', second] = subject.split(/[:/]+/);
  const owner = subjectLabels.has(first.toLowerCase()) ? second : first;
  return owner !== undefined && owner !== '' && !/[*?]/.test(owner);
}

/** What a Deny leaves of a way: a condition on it makes it a guard, without one it takes the way, or all of it but those it spares. */
function afterDeny(way: TrustWay, deny: Statement): TrustWay[] {
  const { principal, conditions } = deny;
  if (!principal) return [way];
  if (principal.negated) return conditions.length === 0 ? spared(way, callers(principal)) : [way];
  if (!principal.entries.some((entry) => entry.values.some((value) => takes(value, way)))) return [way];
  return conditions.length === 0 ? [] : [guarded(way, conditions)];
}

function takes(value: string, way: TrustWay): boolean {
  const account = accountIn(value);
  return value === '*' || value === way.from || (account !== undefined && account === way.account);
}

function guarded(way: TrustWay, conditions: readonly ConditionTest[]): TrustWay {
  const proof = denyIndividualKeys(conditions);
  return {
    ...way,
    mfaRequired: way.mfaRequired || denyRequiresMfa(conditions),
    externalIdRequired: way.externalIdRequired || denyRequiresExternalId(conditions),
    proof: proof.length === 0 ? way.proof : keys([...way.proof, ...proof]),
  };
}

/**
 * A Deny with NotPrincipal stops all but those it names. IAM asks for the account beside each principal spared, so an
 * account named alone spares it all, and one named with principals spares these only.
 */
function spared(way: TrustWay, named: readonly Caller[]): TrustWay[] {
  if (named.some(({ kind, from }) => kind === 'anyone' || (kind === way.kind && from === way.from && kind !== 'account'))) return [way];
  if (way.kind === 'canonicalUser') return [way];
  const within = named.filter(({ account }) => way.kind === 'anyone' || (account !== null && account === way.account));
  const principals = within.filter(({ kind }) => kind === 'principal');
  if (way.kind === 'principal' && principals.length > 0) return principals.some(({ from }) => isSessionOf(from, way.from)) ? [way] : [];
  if (way.kind === 'principal' || (way.kind === 'account' && principals.length === 0)) return within.length > 0 ? [way] : [];
  if (way.kind !== 'account' && way.kind !== 'anyone') return [];
  const single = new Set(principals.map(({ account }) => account));
  return within.filter(({ kind, account }) => kind !== 'account' || !single.has(account)).map((caller) => ({ ...way, ...caller }));
}

/** Whether an ARN is that of a session of the role. */
function isSessionOf(session: string, role: string): boolean {
  return session.startsWith(`${role.replace(/:iam:(:\d+):role\/(?:.*\/)?/, ':sts:$1:assumed-role/')}/`);
}

function accountIn(value: string): string | undefined {
  const found = ACCOUNT.exec(value);
  return found?.[1] ?? found?.[2];
}

function keys(list: readonly string[]): string[] {
  return [...new Set(list)].sort(compareText);
}
