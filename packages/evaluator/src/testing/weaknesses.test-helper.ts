import type { Rule } from '../engine/rule.ts';
import type { Expected, RuleCase } from './case.test-helper.ts';
import { runCase, verdictsByName } from './run-case.test-helper.ts';

export interface RuleTestOptions {
  /** Why no account can fail the rule. */
  neverFails?: string;
}

/** Why a rule's cases prove too little; empty when they are worth having. */
export function weaknessesOf(rule: Rule, cases: readonly RuleCase[], options: RuleTestOptions = {}): string[] {
  const reads = readsOf(rule, cases);
  const expected = cases.flatMap((ruleCase) => Object.values(ruleCase.expected));
  return [...outcomeWeaknesses(expected, options), ...silentMessages(rule, expected), ...partialCases(rule, cases), ...inputWeaknesses(rule, reads)];
}

function outcomeWeaknesses(expected: readonly Expected[], { neverFails }: RuleTestOptions): string[] {
  const failing = expected.some((verdict) => typeof verdict === 'object' && verdict.outcome === 'fail');
  return [
    ...(expected.includes('pass') ? [] : ['no case passes']),
    ...(failing || neverFails !== undefined ? [] : ['no case fails']),
    ...(failing && neverFails !== undefined ? ['a case fails, though the rule is said never to fail'] : []),
  ];
}

function silentMessages(rule: Rule, expected: readonly Expected[]): string[] {
  const triggered = new Set(expected.map((verdict) => (typeof verdict === 'object' ? verdict.message : '')));
  return Object.keys(rule.messages).filter((id) => !triggered.has(id)).map((id) => `no case triggers the message "${id}"`);
}

function partialCases(rule: Rule, cases: readonly RuleCase[]): string[] {
  return cases.flatMap((ruleCase) =>
    [...verdictsByName(runCase(rule, ruleCase)).keys()]
      .filter((name) => !Object.hasOwn(ruleCase.expected, name))
      .map((name) => `the case "${ruleCase.name}" leaves out the verdict on ${name}`),
  );
}

function inputWeaknesses(rule: Rule, reads: ReadonlySet<string>): string[] {
  const declared = new Set<string>(rule.inputs);
  return [
    ...[...declared].filter((name) => !reads.has(name)).map((name) => `the input "${name}" is declared and never read`),
    ...[...reads].filter((name) => !declared.has(name)).map((name) => `the input "${name}" is read and not declared`),
  ];
}

/** Names of the facts that the rule looks at, declared or not. */
function readsOf(rule: Rule, cases: readonly RuleCase[]): Set<string> {
  const reads = new Set<string>();
  const get = (target: object, name: string | symbol): unknown => {
    if (typeof name === 'string') reads.add(name);
    return Reflect.get(target, name);
  };
  const watched: Rule = { ...rule, judge: (facts) => rule.judge(new Proxy(facts, { get })) };
  for (const ruleCase of cases) runCase(watched, ruleCase);
  return reads;
}
