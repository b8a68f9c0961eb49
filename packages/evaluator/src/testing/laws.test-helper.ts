import { isDeepStrictEqual } from 'node:util';
import { assessmentSchema, findingsOf, type Outcome } from '@iam-dossier/core/assessment';
import { canonicalJson, resolvePointer } from '@iam-dossier/core/json';
import type { Rule } from '../engine/rule.ts';
import { FactStore, type FactName, type FactValues } from '../facts/index.ts';
import { unknown, type Known } from '../facts/known.ts';
import { awsAccount } from './aws.test-helper.ts';
import type { RuleCase } from './case.test-helper.ts';
import { deepFreeze, shuffled, withoutPart, presentParts } from './change.test-helper.ts';
import { runCase, verdictsByName, type CaseRun } from './run-case.test-helper.ts';

/** Something true of every rule over every case: what breaks it is told, one line each. */
export type Law = (rule: Rule, cases: readonly RuleCase[]) => string[];

/** For each case a line, when `check` finds something. */
function eachCase(cases: readonly RuleCase[], check: (ruleCase: RuleCase) => string | undefined): string[] {
  return cases.flatMap((ruleCase) => {
    const problem = check(ruleCase);
    return problem === undefined ? [] : [`${ruleCase.name}: ${problem}`];
  });
}

const changesNothing: Law = (rule, cases) =>
  eachCase(cases, (ruleCase) => {
    deepFreeze(ruleCase.snapshot);
    deepFreeze(ruleCase.engagement);
    const frozen: Rule = { ...rule, judge: (facts) => rule.judge(deepFreeze(facts)) };
    return runCase(frozen, ruleCase).result.findings.some((finding) => finding.reason === 'threw') ? 'it throws on a frozen input' : undefined;
  });

const saysNothingOfNothing: Law = (rule) => {
  const { result } = runCase(rule, { name: 'empty', snapshot: awsAccount().snapshot([], null), expected: {} });
  return /^n+$/.test(result.outcomes) ? [] : [`an empty snapshot gives "${result.outcomes}"`];
};

class Without extends FactStore {
  readonly absent: FactName;
  constructor(store: FactStore, absent: FactName) {
    super(store.context);
    this.absent = absent;
  }
  override get<N extends FactName>(name: N): Known<FactValues[N]> {
    return name === this.absent ? unknown([{ reason: 'missing', part: 'userDetails', text: '' }]) : super.get(name);
  }
}

const needsEachInput: Law = (rule, cases) =>
  rule.inputs.flatMap((input) =>
    eachCase(cases, (ruleCase) => {
      const { outcomes } = runCase(rule, ruleCase, (account) => new Without(account, input)).result;
      return outcomes === 'n' ? undefined : `without ${input} it gives "${outcomes}"`;
    }),
  );

/** Everything of a result but the places in the snapshot, which move with the lists; what stands there instead. */
function withoutPlaces({ result }: CaseRun, ruleCase: RuleCase): unknown {
  const findings = findingsOf(result).map(({ evidence, ...finding }) => ({
    ...finding,
    evidence: evidence.map(({ path }) => unordered(resolvePointer(ruleCase.snapshot, path))).sort(),
  }));
  return { ...result, findings };
}

/** The text of a value in which lists have no order. */
function unordered(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(unordered).sort().join(',')}]`;
  if (value === null || typeof value !== 'object') return canonicalJson(value);
  return canonicalJson(Object.fromEntries(Object.entries(value).map(([name, member]) => [name, unordered(member)])));
}

const knowsNoOrder: Law = (rule, cases) =>
  eachCase(cases, (ruleCase) => {
    const other = { ...ruleCase, snapshot: shuffled(ruleCase.snapshot) };
    return isDeepStrictEqual(withoutPlaces(runCase(rule, ruleCase), ruleCase), withoutPlaces(runCase(rule, other), other))
      ? undefined
      : 'shuffled lists give another result';
  });

const saysTheSameTwice: Law = (rule, cases) =>
  eachCase(cases, (ruleCase) =>
    isDeepStrictEqual(runCase(rule, ruleCase).result, runCase(rule, ruleCase).result) ? undefined : 'a second run gives another result',
  );

const isPlainJson: Law = (rule, cases) =>
  eachCase(cases, (ruleCase) => {
    const { result } = runCase(rule, ruleCase);
    if (!isDeepStrictEqual(result, JSON.parse(JSON.stringify(result)))) return 'its result is not plain JSON';
    const read = assessmentSchema.shape.rules.safeParse([result]);
    return read.success ? undefined : `its result does not fit the assessment: ${read.error.message}`;
  });

const pointsAtSomething: Law = (rule, cases) =>
  eachCase(cases, (ruleCase) => {
    const findings = findingsOf(runCase(rule, ruleCase).result);
    const paths = findings.flatMap((finding) => finding.evidence.map((entry) => entry.path));
    const lost = paths.filter((path) => resolvePointer(ruleCase.snapshot, path) === undefined);
    if (lost.length > 0) return `nothing stands at ${lost.join(', ')}`;
    return findings.some((finding) => finding.outcome === 'fail' && finding.evidence.length === 0) ? 'a failure without evidence' : undefined;
  });

const declaredKeysAreThere: Law = (rule, cases) =>
  eachCase(cases, (ruleCase) => {
    const { findings } = runCase(rule, ruleCase).result;
    const absent = findings.flatMap(({ message }) => (rule.messages[message.id]?.key ?? []).filter((key) => !Object.hasOwn(message.data, key)));
    return absent.length > 0 ? `keys of the fingerprint without data: ${absent.join(', ')}` : undefined;
  });

const good = new Set<Outcome>(['pass', 'notApplicable']);

/** Data that is lost never makes a verdict better. */
const losingNeverHelps: Law = (rule, cases) =>
  cases
    .filter((ruleCase) => !ruleCase.sourcesDisagree)
    .flatMap((ruleCase) => {
      const before = verdictsByName(runCase(rule, ruleCase));
      return presentParts(ruleCase.snapshot).flatMap((part) => {
        const after = verdictsByName(runCase(rule, { ...ruleCase, snapshot: withoutPart(ruleCase.snapshot, part) }));
        const better = [...after].filter(
          ([name, verdict]) => good.has(outcomeOf(verdict)) && before.has(name) && !good.has(outcomeOf(before.get(name))),
        );
        return better.map(([name]) => `${ruleCase.name}: without ${part} ${name} passes`);
      });
    });

function outcomeOf(verdict: Outcome | { outcome: Outcome } | undefined): Outcome {
  return typeof verdict === 'object' ? verdict.outcome : (verdict ?? 'notEvaluated');
}

export const laws: Readonly<Record<string, Law>> = {
  'leaves its input as it is': changesNothing,
  'says nothing of an empty snapshot': saysNothingOfNothing,
  'is not evaluated without any of its inputs': needsEachInput,
  'says the same whatever the order of lists': knowsNoOrder,
  'says the same twice': saysTheSameTwice,
  'gives plain JSON that fits the assessment': isPlainJson,
  'points at what is in the snapshot, in every failure': pointsAtSomething,
  'has the data its fingerprints rest on': declaredKeysAreThere,
  'never passes for losing data': losingNeverHelps,
};
