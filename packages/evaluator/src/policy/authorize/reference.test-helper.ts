/**
 * A second, slow reading of AWS's rules, written apart from the engine: raw JSON, plain booleans, regular expressions. It
 * answers only requests of which everything is known.
 */
export interface Statement {
  Effect: 'Allow' | 'Deny';
  Action?: string | string[];
  NotAction?: string | string[];
  Resource?: string | string[];
  NotResource?: string | string[];
  Principal?: '*' | Record<string, string | string[]>;
  NotPrincipal?: '*' | Record<string, string | string[]>;
  Condition?: Record<string, Record<string, unknown>>;
}

export interface Document {
  Version?: string;
  Statement: Statement | Statement[];
}

export type Value = string | string[] | null;

export interface KnownRequest {
  principal: {
    arn: string;
    kind: 'root' | 'user' | 'session' | 'federated' | 'service' | 'anonymous';
    account: string | null;
    role?: string;
    issuer?: string;
  };
  action: string;
  resource: string;
  resourceAccount: string;
  /** Every key that the request has, in lower case. */
  context: Record<string, Value>;
  managementAccount?: string;
  serviceLinked?: boolean;
  identityPolicies: Document[];
  permissionsBoundary: Document[];
  resourcePolicy: Document[];
  sessionPolicies: Document[];
  serviceControlPolicies: Document[][];
  resourceControlPolicies: Document[][];
}

const list = <T>(value: T | T[] | undefined): T[] => (value === undefined ? [] : Array.isArray(value) ? value : [value]);
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A glob as a regular expression. Variables and escapes become what they stand for; `undefined`: one stands for nothing. */
function globOf(pattern: string, request: KnownRequest | null, wildcards: boolean, between = '.'): RegExp | undefined {
  let source = '';
  for (const piece of pattern.split(/(\$\{[^}]*\})/)) {
    const inside = request && piece.startsWith('${') && piece.endsWith('}') ? piece.slice(2, -1) : undefined;
    if (inside === undefined || inside === '') {
      source += wildcards ? escaped(piece).replaceAll('\\*', `${between}*`).replaceAll('\\?', between) : escaped(piece);
    } else if (['*', '?', '$'].includes(inside)) {
      source += escaped(inside);
    } else {
      const [key = '', standard] = inside.split(/, ?'/);
      const held = list(request?.context[key.toLowerCase()] ?? undefined);
      const value = held.length === 1 ? held[0] : standard?.slice(0, -1);
      if (value === undefined) return undefined;
      source += escaped(value);
    }
  }
  return new RegExp(`^${source}$`, 's');
}

function glob(pattern: string, text: string, request: KnownRequest | null = null, wildcards = true): boolean {
  return globOf(pattern, request, wildcards)?.test(text) ?? false;
}

const numberOf = (text: string) => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : NaN);
const timeOf = (text: string) => (Number.isNaN(numberOf(text)) ? Date.parse(text) : numberOf(text) * 1000);

function arnLike(pattern: string, text: string, request: KnownRequest | null): boolean {
  if (text.split(':').length < 6) return false;
  if (pattern === '*') return true;
  const parts = pattern.split(/:(?![^{]*\})/);
  if (parts.length < 6) return false;
  const [head, tail] = [parts.slice(0, 5).join(':'), parts.slice(5).join(':')];
  return (
    (globOf(head, request, true, '[^:]')?.test(text.split(':').slice(0, 5).join(':')) ?? false) &&
    glob(tail, text.split(':').slice(5).join(':'), request)
  );
}

function inCidr(range: string, text: string): boolean {
  const bits = (address: string) =>
    address
      .split('.')
      .map((part) => Number(part).toString(2).padStart(8, '0'))
      .join('');
  const [base = '', length = '32'] = range.split('/');
  return /^\d+\.\d+\.\d+\.\d+$/.test(text) && bits(base).slice(0, Number(length)) === bits(text).slice(0, Number(length));
}

/** Whether one value of the request fits one of the policy, for an operator without Not, IfExists and set operator. */
function fits(operator: string, wanted: string, given: string, request: KnownRequest | null): boolean {
  const numbers = () => [numberOf(given), numberOf(wanted)] as const;
  const times = () => [timeOf(given), timeOf(wanted)] as const;
  const ordered = ([a, b]: readonly [number, number], how: string) =>
    ({ Equals: a === b, LessThan: a < b, LessThanEquals: a <= b, GreaterThan: a > b, GreaterThanEquals: a >= b })[how] ?? false;
  if (operator === 'StringEquals') return glob(wanted, given, request, false);
  if (operator === 'StringEqualsIgnoreCase') return new RegExp(globOf(wanted, request, false)?.source ?? '$x', 'is').test(given);
  if (operator === 'StringLike') return glob(wanted, given, request);
  if (operator === 'ArnEquals' || operator === 'ArnLike') return arnLike(wanted, given, request);
  if (operator === 'Bool') return /^(true|false)$/i.test(given) && given.toLowerCase() === wanted.toLowerCase();
  if (operator === 'BinaryEquals') return given === wanted;
  if (operator === 'IpAddress') return inCidr(wanted, given);
  if (operator.startsWith('Numeric')) return ordered(numbers(), operator.slice('Numeric'.length));
  return ordered(times(), operator.slice('Date'.length));
}

function holds(name: string, key: string, wanted: string[], request: KnownRequest, version: string): boolean {
  const value = request.context[key.toLowerCase()] ?? null;
  const absent = value === null || (Array.isArray(value) && value.length === 0);
  if (name === 'Null') return wanted.includes(absent ? 'true' : 'false');
  const set = name.includes(':') ? name.split(':')[0] : '';
  const bare = name.replace(/^.*:/, '').replace(/IfExists$/, '');
  const negated = bare.includes('Not');
  const operator = bare.replace('Not', '');
  const nothing = absent || (set !== '' && list(value).every((text) => text === ''));
  if (nothing) return name.endsWith('IfExists') || set === 'ForAllValues' || (set === '' && negated);
  const one = (given: string) => wanted.some((want) => fits(operator, want, given, version === '2012-10-17' ? request : null));
  const given = list(value);
  if (set === 'ForAllValues') return given.every((text) => one(text) !== negated);
  if (set === 'ForAnyValue') return given.some((text) => one(text) !== negated);
  return negated ? !given.some(one) : given.some(one);
}

type Names = KnownRequest['principal'];

/** How a principal of a policy reaches the caller. */
function reach(type: string, value: string, { arn, kind, account, role, issuer }: Names): 'self' | 'behind' | 'account' | undefined {
  if (type === '*' || (type === 'AWS' && value === '*')) return 'self';
  if (type === 'Service') return kind === 'service' && value === arn ? 'self' : undefined;
  if (type !== 'AWS') return undefined;
  if (account !== null && (value === account || value === `arn:aws:iam::${account}:root`)) return kind === 'root' ? 'self' : 'account';
  if (value === arn && kind !== 'service' && kind !== 'anonymous') return 'self';
  return value === role || value === issuer ? 'behind' : undefined;
}

function reachesOf(element: '*' | Record<string, string | string[]>, principal: Names) {
  const pairs =
    element === '*'
      ? [['*', '*'] as const]
      : Object.entries(element).flatMap(([type, values]) => list(values).map((value) => [type, value] as const));
  return pairs.map(([type, value]) => reach(type, value, principal)).filter((found) => found !== undefined);
}

function principalReaches(statement: Statement, request: KnownRequest): ('self' | 'behind' | 'account')[] {
  const { principal, permissionsBoundary } = request;
  if (statement.Principal) return reachesOf(statement.Principal, principal);
  if (!statement.NotPrincipal) return ['self'];
  const named = reachesOf(statement.NotPrincipal, principal);
  if (statement.Effect === 'Allow') return named.length === 0 ? ['self'] : [];
  const everybody = statement.NotPrincipal === '*' || list(statement.NotPrincipal['AWS']).includes('*');
  const needed = {
    root: ['self'],
    service: ['self'],
    anonymous: ['self'],
    user: ['self', 'account'],
    federated: ['self', 'account'],
    session: ['self', 'behind', 'account'],
  }[principal.kind];
  const spared = everybody || needed.every((name) => named.some((found) => found === name));
  const bounded = permissionsBoundary.length > 0 && ['user', 'session', 'federated'].includes(principal.kind);
  return spared && !bounded ? [] : ['self'];
}

function matchesRest(statement: Statement, version: string, request: KnownRequest): boolean {
  const { action, resource } = request;
  const act = (patterns: string[]) => patterns.some((pattern) => glob(pattern.toLowerCase(), action.toLowerCase()));
  const res = (patterns: string[]) => patterns.some((pattern) => glob(pattern, resource, version === '2012-10-17' ? request : null));
  if (statement.Action !== undefined ? !act(list(statement.Action)) : act(list(statement.NotAction))) return false;
  if (statement.Resource !== undefined && !res(list(statement.Resource))) return false;
  if (statement.NotResource !== undefined && res(list(statement.NotResource))) return false;
  return Object.entries(statement.Condition ?? {}).every(([name, keys]) =>
    Object.entries(keys).every(([key, wanted]) => holds(name, key, list(wanted).map(String), request, version)),
  );
}

function reachesBy(documents: Document[], effect: Statement['Effect'], request: KnownRequest): ('self' | 'behind' | 'account')[] {
  return documents.flatMap((document) =>
    list(document.Statement)
      .filter((statement) => statement.Effect === effect && matchesRest(statement, document.Version ?? '2008-10-17', request))
      .flatMap((statement) => principalReaches(statement, request)),
  );
}

/** In identity policies: what an ARN lacks is anything. */
function completed(pattern: string): string {
  return /^arn:[^:]*(:[^:]*){0,3}$/.test(pattern) && !pattern.endsWith('*') ? completed(`${pattern}:*`) : pattern;
}

function completedIn(documents: Document[]): Document[] {
  const whole = (patterns: string | string[] | undefined) => (patterns === undefined ? undefined : list(patterns).map(completed));
  const statements = ({ Statement }: Document) => list(Statement);
  return documents.map((document) => ({
    ...document,
    Statement: statements(document).map((entry) => ({ ...entry, Resource: whole(entry.Resource), NotResource: whole(entry.NotResource) })),
  }));
}

export function decideSlowly(written: KnownRequest): 'allowed' | 'explicitDeny' | 'implicitDeny' {
  const request = {
    ...written,
    identityPolicies: completedIn(written.identityPolicies),
    permissionsBoundary: completedIn(written.permissionsBoundary),
  };
  const { principal, resourceAccount, managementAccount, serviceLinked = false } = request;
  const { kind } = principal;
  const own = kind === 'user' || kind === 'session' || kind === 'federated';
  const scpBinds = (own || kind === 'root') && principal.account !== managementAccount && !serviceLinked;
  const rcpBinds = resourceAccount !== managementAccount && !serviceLinked;
  const says = (documents: Document[], effect: Statement['Effect']) => reachesBy(documents, effect, request).length > 0;
  const asked = [
    request.resourcePolicy,
    ...(own ? [request.identityPolicies, request.permissionsBoundary, request.sessionPolicies] : []),
    ...(scpBinds ? request.serviceControlPolicies : []),
    ...(rcpBinds ? request.resourceControlPolicies : []),
  ];
  if (asked.some((documents) => says(documents, 'Deny'))) return 'explicitDeny';
  const scp = !scpBinds || request.serviceControlPolicies.every((level) => says(level, 'Allow'));
  const boundary = request.permissionsBoundary.length === 0 || says(request.permissionsBoundary, 'Allow');
  const session = request.sessionPolicies.length === 0 ? kind !== 'federated' : says(request.sessionPolicies, 'Allow');
  const identity = says(request.identityPolicies, 'Allow');
  const resource = reachesBy(request.resourcePolicy, 'Allow', request);
  const mustAllow = /^sts:AssumeRole$/i.test(request.action) || (/^kms:/i.test(request.action) && request.resource.includes(':key/'));
  const granted = (): boolean => {
    if (kind === 'service' || kind === 'anonymous') return resource.length > 0;
    if (kind === 'root' && /^sts:AssumeRole$/i.test(request.action)) return false;
    const byOwn = kind === 'root' || (identity && boundary && session);
    if (principal.account !== resourceAccount) return byOwn && resource.length > 0;
    if (resource.includes('self')) return true;
    if (resource.includes('behind') && boundary && session) return true;
    return byOwn && (!mustAllow || resource.length > 0);
  };
  return scp && granted() ? 'allowed' : 'implicitDeny';
}
