import { roleArnOf, type Principal } from './principal.ts';
import type { AuthorizationRequest, ContextValue } from './request.ts';

const PRINCIPAL_TAG = 'aws:principaltag/';

/** Values of a key as texts; `null` when the request has no such key; `undefined` when nobody can say. */
export type KeyValues = readonly string[] | null | undefined;

/** Condition keys of a request, found in any case. */
export class RequestContext {
  private readonly given: ReadonlyMap<string, ContextValue>;
  private readonly derived: ReadonlyMap<string, string | null>;
  private readonly tags: ReadonlyMap<string, string> | undefined;
  private readonly complete: boolean;

  constructor({ context, contextComplete }: AuthorizationRequest, principal: Principal, resourceAccount: string | undefined) {
    this.given = new Map(Object.entries(context ?? {}).flatMap(([key, value]) => (value === undefined ? [] : [[key.toLowerCase(), value]])));
    this.derived = new Map([
      ...principalKeys(principal),
      ...(resourceAccount === undefined ? [] : [['aws:resourceaccount', resourceAccount] as const]),
    ]);
    this.tags = principal.tags && new Map(Object.entries(principal.tags).map(([key, value]) => [key.toLowerCase(), value]));
    this.complete = contextComplete === true;
  }

  valuesOf(key: string): KeyValues {
    const name = key.toLowerCase();
    const given = this.given.get(name);
    if (given !== undefined) return textsOf(given);
    const derived = this.derivedOf(name);
    if (derived !== undefined) return textsOf(derived);
    return this.complete ? null : undefined;
  }

  /** The value a policy variable stands for: a key with several values stands for none. */
  textOf(key: string): string | null | undefined {
    const values = this.valuesOf(key);
    return values && values.length > 1 ? null : (values?.[0] ?? (values === undefined ? undefined : null));
  }

  private derivedOf(name: string): string | null | undefined {
    if (this.tags && name.startsWith(PRINCIPAL_TAG)) return this.tags.get(name.slice(PRINCIPAL_TAG.length)) ?? null;
    return this.derived.get(name);
  }
}

/** What is no text, boolean, number or time says nothing: its value is not known. */
function textsOf(value: ContextValue): KeyValues {
  if (value === null) return null;
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const texts = list.flatMap((entry) => textOf(entry) ?? []);
  return list.length === 0 ? null : texts.length === list.length ? texts : undefined;
}

function textOf(value: unknown): string | undefined {
  if (['string', 'number', 'boolean', 'bigint'].includes(typeof value)) return String(value);
  // A Date gives its time in ISO 8601.
  const json: unknown = Object.prototype.toString.call(value) === '[object Date]' ? JSON.parse(JSON.stringify(value)) : null;
  return typeof json === 'string' ? json : undefined;
}

const types = {
  rootUser: 'Account',
  user: 'User',
  role: 'AssumedRole',
  session: 'AssumedRole',
  federatedUser: 'FederatedUser',
  anonymous: 'Anonymous',
} as const;

/** Keys whose values follow from who asks. */
function principalKeys(principal: Principal): [key: string, value: string | null][] {
  const { kind, arn, account, name } = principal;
  const id = userIdOf(principal);
  const own: [string, string | null][] = [
    ['aws:username', kind === 'user' ? name : null],
    ...(id === undefined ? [] : [['aws:userid', id] as [string, string]]),
  ];
  if (kind === 'other') return [];
  if (kind === 'service') return [...own, ['aws:principalisawsservice', 'true'], ['aws:principalservicename', arn]];
  if (kind === 'provider') return [...own, ['aws:principalarn', null], ['aws:principalisawsservice', null], ['aws:principalservicename', null]];
  const shared: [string, string | null][] = [...own, ['aws:principaltype', types[kind]], ['aws:principalservicename', null]];
  if (kind === 'anonymous')
    return [...shared, ['aws:principalarn', null], ['aws:principalisawsservice', null], ['aws:principalaccount', 'anonymous']];
  return [...shared, ['aws:principalarn', roleArnOf(principal) ?? arn], ['aws:principalisawsservice', 'false'], ['aws:principalaccount', account]];
}

function userIdOf({ kind, account, name, uniqueId, sessionName }: Principal): string | undefined {
  if (kind === 'rootUser') return account ?? undefined;
  if (kind === 'anonymous') return 'anonymous';
  if (kind === 'federatedUser') return `${account ?? ''}:${name}`;
  if (kind === 'session') return uniqueId === undefined ? undefined : `${uniqueId}:${sessionName ?? ''}`;
  return kind === 'user' ? uniqueId : undefined;
}
