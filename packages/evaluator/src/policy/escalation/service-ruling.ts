import type { AnalysedStatement } from '../document.ts';
import { coversGlob } from '../glob.ts';
import { arnsMeet } from './meet.ts';
import { actionResources } from './resources.data.ts';
import { least, mayStop, most, NOT_HELD, type Held, type Rights, type Ruling } from './ruling.ts';

/**
 * Whether an action of a service is allowed on something it takes. Which resources there are is not in the data: a scope that
 * leaves room for one is enough, one of another service or without a part that the action needs is not.
 */
export function ruleService(rights: Rights, action: string): Ruling {
  const { all, any } = actionResources[action] ?? {};
  if (all)
    return joined(
      all.map((type) => ruleType(rights, type)),
      'all',
    );
  if (any)
    return joined(
      [...any, '*'].map((type) => ruleType(rights, type)),
      'any',
    );
  const whole = ruleType(rights, '*');
  // What takes no resource is allowed on the bare star alone; a scope within the service may still be newer than the data.
  return whole.held === 'no' ? weaker(ruleType(rights, `arn:*:${action.split(':')[0]}:*`)) : whole;
}

function joined(rulings: readonly Ruling[], mode: 'all' | 'any'): Ruling {
  const held = rulings.map((ruling) => ruling.held);
  const each = mode === 'any' ? most(...held) : least(...held);
  const whole = each === 'no' && held.some((entry) => entry !== 'no') ? 'maybe' : each;
  if (whole === 'no') return NOT_HELD;
  const allows = [...new Set(rulings.flatMap((ruling) => ruling.allows))];
  return { held: whole, allows, guards: [...new Set(rulings.flatMap((ruling) => ruling.guards))] };
}

function weaker(ruling: Ruling): Ruling {
  return ruling.held === 'yes' ? { ...ruling, held: 'maybe' } : ruling;
}

function ruleType({ allows, layers, denies, uncertain }: Rights, type: string): Ruling {
  const identity = allows.filter((entry) => reaches(entry, type));
  const limits = layers.map((layer) => layer.filter((entry) => reaches(entry, type)));
  const pairs = limits.map((limit) => identity.filter((entry) => limit.some((other) => overlap(entry, other))));
  const left = pairs.reduce((kept, pair) => kept.filter((entry) => pair.includes(entry)), identity);
  if (left.length === 0) return NOT_HELD;
  const always = left.filter((entry) => entry.condition === 'none');
  const limited = limits.some((limit) => !limit.some((entry) => entry.condition === 'none'));
  const standing = denies.filter((deny) => takes(deny, type));
  const stopped = standing.some(mayStop);
  const held: Held = always.length === 0 || limited || stopped || uncertain ? 'maybe' : 'yes';
  const conditions = [...(always.length > 0 ? [] : left), ...(limited ? limits.flat() : [])].filter((entry) => entry.condition !== 'none');
  return { held, allows: always.length > 0 ? always : left, guards: [...new Set([...conditions, ...standing])] };
}

/** Patterns with variables as stars; a NotResource may be anything. */
function patternsOf({ resource }: AnalysedStatement): readonly string[] {
  return resource.negated ? ['*'] : resource.patterns.map((pattern) => pattern.replace(/\$\{[^{}]*\}/g, '*'));
}

function reaches(entry: AnalysedStatement, type: string): boolean {
  if (type === '*') return entry.resource.negated || patternsOf(entry).some((pattern) => /^\*+$/.test(pattern));
  if (entry.resource.negated) return !entry.resource.patterns.some((pattern) => coversGlob(pattern, type));
  return patternsOf(entry).some((pattern) => arnsMeet(pattern, type));
}

function overlap(a: AnalysedStatement, b: AnalysedStatement): boolean {
  return patternsOf(a).some((left) => patternsOf(b).some((right) => arnsMeet(left, right)));
}

/** Whether a Deny takes every resource of the type. */
function takes(deny: AnalysedStatement, type: string): boolean {
  return deny.resource.negated ? false : deny.resource.patterns.some((pattern) => coversGlob(pattern, type));
}
