import { triOf, type Tri } from './tri.ts';

/** What a grant rests on. `account`, `direct` and `limited` are the ways in which the resource policy allows. */
export const groundNames = ['sameAccount', 'controls', 'identity', 'boundary', 'session', 'account', 'direct', 'limited'] as const;
export type Ground = (typeof groundNames)[number];
export type Grounds<T> = Readonly<Record<Ground, T>>;

export interface GrantRules {
  /** The principal has policies of its own: it is neither a service nor an identity provider nor anonymous. */
  ownPolicies: boolean;
  /** The resource policy must allow in the same account too: a role's trust policy, a key policy. */
  resourceMustAllow: boolean;
}

/** Whether AWS grants what nothing denies. */
export function isGranted(on: Grounds<boolean>, { ownPolicies, resourceMustAllow }: GrantRules): boolean {
  const byResource = on.account || on.direct || on.limited;
  if (!ownPolicies) return byResource;
  const limits = on.boundary && on.session;
  const byOwn = on.identity && limits;
  if (!on.controls) return false;
  if (!on.sameAccount) return byOwn && byResource;
  return on.direct || (on.limited && limits) || (byOwn && (byResource || !resourceMustAllow));
}

export interface Weighed {
  granted: Tri;
  /** Unknown grounds that can turn the result. */
  decisive: ReadonlySet<Ground>;
}

/** Tries both values of every ground that is unknown: there are eight at most. */
export function weigh(grounds: Grounds<Tri>, rules: GrantRules): Weighed {
  const open = groundNames.filter((name) => grounds[name] === 'unknown');
  const results = Array.from({ length: 2 ** open.length }, (_, bits) => isGranted(assume(grounds, open, bits), rules));
  const decisive = open.filter((_, place) => results.some((result, bits) => result !== results[bits ^ (1 << place)]));
  const [first = false] = results;
  return { granted: results.every((result) => result === first) ? triOf(first) : 'unknown', decisive: new Set(decisive) };
}

function assume(grounds: Grounds<Tri>, open: readonly Ground[], bits: number): Grounds<boolean> {
  const on = (name: Ground): boolean => grounds[name] === 'yes' || (grounds[name] === 'unknown' && (bits & (1 << open.indexOf(name))) !== 0);
  return {
    sameAccount: on('sameAccount'),
    controls: on('controls'),
    identity: on('identity'),
    boundary: on('boundary'),
    session: on('session'),
    account: on('account'),
    direct: on('direct'),
    limited: on('limited'),
  };
}

/** Grounds that are not there and would help to a grant. */
export function lacking(grounds: Grounds<Tri>, rules: GrantRules): ReadonlySet<Ground> {
  const free = Object.fromEntries(groundNames.map((name) => [name, grounds[name] === 'yes' ? 'yes' : 'unknown'])) as Record<Ground, Tri>;
  const { decisive } = weigh({ ...free, sameAccount: grounds.sameAccount }, rules);
  return new Set([...decisive].filter((name) => grounds[name] === 'no'));
}
