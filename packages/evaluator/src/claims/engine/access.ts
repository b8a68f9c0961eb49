import { accessLevels, type Quote } from '@iam-dossier/core/assessment';
import type { PolicyAccess } from '../../facts/policy-access.ts';
import type { PrincipalFact } from '../../facts/principals.ts';
import { isServicePrefix } from '../../policy/index.ts';
import type { ClaimMessage, Reach, Reason } from './definition.ts';
import { everyone, match, namesOf } from './principals.ts';
import { absent, ambiguous, idsOf, namingReasons, unseen } from './shared.ts';

export const anyLevel = Object.values(accessLevels).reduce((mask, bit) => mask | bit, 0);
export const changes = accessLevels.write | accessLevels.permissionsManagement | accessLevels.tagging;

/** Services named in one sentence; all are counted. */
const MOST_NAMED = 5;
const MOST_QUOTED = 3;
/** The engine keeps no more. */
const MOST_REASONS = 20;

/** What every claim on a principal's access may say, beside its own sentences. */
export const accessMessages = {
  administrator: {
    outcome: 'contradicted',
    text: '{name} may do everything in the account, or grant itself the right to, by {policies}.',
  },
  absent,
  partial: { outcome: 'notCheckable', text: 'What {name} may do is not known in full: {gap}' },
  unseen,
  ambiguous,
} as const satisfies Record<string, ClaimMessage>;

/** What claims on some services may say beside. */
export const noService: ClaimMessage = { outcome: 'notCheckable', text: 'The action data knows no service by the prefix {service}.' };

type AccessReason = Reason<keyof typeof accessMessages | 'beyond' | 'beyond-many'>;

interface Limits {
  principals: readonly string[];
  services: readonly string[];
  /** Access-level bits that must not reach beyond the services. */
  bits: number;
}

/**
 * Whether named principals reach no further than some services, as far as `bits` go. What is granted on the caller's own user
 * alone is left out. Each policy that reaches further is a reason of its own, the one with the most services first.
 */
export function judgeAccess(reach: Reach<['principals', 'policyAccess']>, { principals, services, bits }: Limits) {
  const all = everyone(reach, (facts) => facts.principals);
  const { meant, others: _, ...names } = match(principals, all);
  const accounts = idsOf(reach.accounts);
  const naming = namingReasons(names, accounts, reach.whole);
  const judged: ReturnType<typeof judgeOne>[] = [];
  let told = 0;
  for (const entry of meant) {
    // Which policy reaches how far is worked out for as many as are told.
    if (told >= MOST_REASONS) break;
    const one = judgeOne(entry, () => entry.account.facts.policyAccess.of(entry.arn), { services, bits });
    told += one.against.length;
    judged.push(one);
  }
  return {
    names: namesOf(meant),
    accounts,
    evidence: meant.map(({ place }) => place),
    against: [...judged.flatMap(({ against }) => against), ...naming.against],
    unclear: [...judged.flatMap(({ unclear }) => unclear), ...naming.unclear],
  };
}

type Placed = PrincipalFact & { place: { snapshot: number; path: string } };

function judgeOne(principal: Placed, policies: () => readonly PolicyAccess[], limits: Pick<Limits, 'services' | 'bits'>) {
  const { name, subject, place, effective, analysis } = principal;
  const base = { subject, evidence: [place] };
  const { state, quotes } = analysis.administrator;
  const [gap] = effective.gaps;
  const unclear: AccessReason[] = gap === undefined ? [] : [{ ...base, message: 'partial', data: { name, gap: gap.text } }];
  // A boundary that could not be read may take away what is granted: nothing of it is certain.
  if (effective.gaps.some(({ id }) => id.startsWith('boundary-'))) return { against: [], unclear };
  const whole: AccessReason[] =
    state === 'yes'
      ? [{ ...base, message: 'administrator', data: { name, policies: policyNames(quotes) }, quotes: quotes.slice(0, MOST_QUOTED) }]
      : [];
  return { against: [...whole, ...beyond(principal, policies, limits).map((reason) => ({ ...base, ...reason }))], unclear };
}

function beyond(
  { name, effective }: Placed,
  policies: () => readonly PolicyAccess[],
  { services, bits }: Pick<Limits, 'services' | 'bits'>,
): AccessReason[] {
  const allowed = new Set(services);
  const reached = new Set(
    effective.services
      .filter(({ service, all = 0, scoped = 0, conditional = 0 }) => !allowed.has(service) && ((all | scoped | conditional) & bits) !== 0)
      .map(({ service }) => service),
  );
  const found = (reached.size === 0 ? [] : policies()).flatMap(({ policyName, statements }) => {
    const over = statements.filter(({ own }) => !own).map((entry) => ({ ...entry, over: servicesOver(entry.services, reached, bits) }));
    const further = [...new Set(over.flatMap((entry) => entry.over))].sort();
    const lines = over.filter((entry) => entry.over.length > 0).slice(0, MOST_QUOTED);
    return further.length === 0 ? [] : [{ policyName, further, quotes: lines.map((entry) => entry.quote(new Set(entry.over))) }];
  });
  return found
    .sort((a, b) => b.further.length - a.further.length)
    .map(({ policyName, further, quotes }) => ({
      message: further.length > MOST_NAMED ? ('beyond-many' as const) : ('beyond' as const),
      data: {
        name,
        policy: policyName,
        count: further.length,
        services: further.slice(0, MOST_NAMED),
      },
      quotes,
    }));
}

function servicesOver(services: ReadonlyMap<string, number>, reached: ReadonlySet<string>, bits: number): string[] {
  return [...services].filter(([service, mask]) => reached.has(service) && (mask & bits) !== 0).map(([service]) => service);
}

function policyNames(quotes: readonly Quote[]): string[] {
  return [...new Set(quotes.map(({ policyName }) => policyName))];
}

/** Services of a claim that do not exist: nothing is granted in them, and nothing is proven by that. */
export function serviceReasons(services: readonly string[]) {
  return services.filter((service) => !isServicePrefix(service)).map((service) => ({ message: 'no-service' as const, data: { service } }));
}
