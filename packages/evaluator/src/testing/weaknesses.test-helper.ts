import type { Rule } from '../engine/rule.ts';
import type { Expected, RuleCase } from './case.test-helper.ts';
import { runCase, verdictsByName } from './run-case.test-helper.ts';

/** Why a rule's cases prove too little; empty when they are worth having. */
export function weaknessesOf(rule: Rule, cases: readonly RuleCase[]): string[] {
  const reads = readsOf(rule, cases);
  const expected = cases.flatMap((ruleCase) => Object.values(ruleCase.expected));
  return [...outcomeWeaknesses(rule, expected), ...messageWeaknesses(rule, expected), ...partialCases(rule, cases), ...inputWeaknesses(rule, reads)];
}

function outcomeWeaknesses({ messages }: Rule, expected: readonly Expected[]): string[] {
  const canFail = Object.values(messages).some((message) => message.outcome === 'fail');
  const failing = expected.some((verdict) => typeof verdict === 'object' && verdict.outcome === 'fail');
  return [...(expected.includes('pass') ? [] : ['no case passes']), ...(canFail && !failing ? ['no case fails'] : [])];
}

/** Messages that no case triggers, or that one triggers with another outcome than the message declares. */
function messageWeaknesses({ messages }: Rule, expected: readonly Expected[]): string[] {
  const findings = expected.filter((verdict) => typeof verdict === 'object');
  const silent = Object.keys(messages).filter((id) => !findings.some((finding) => finding.message === id));
  const others = findings.filter((finding) => messages[finding.message] !== undefined && messages[finding.message]?.outcome !== finding.outcome);
  return [
    ...silent.map((id) => `no case triggers the message "${id}"`),
    ...others.map(({ message, outcome }) => `the message "${message}" is declared as ${messages[message]?.outcome} and said of ${outcome}`),
  ];
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
