import { isDeepStrictEqual } from 'node:util';
import { findingsOf, outcomeLetters, type Outcome, type RuleResult } from '@iam-dossier/core/assessment';
import { openAccounts, type Accounts } from '../engine/accounts.ts';
import type { Rule } from '../engine/rule.ts';
import { runRule } from '../engine/run.ts';
import type { FactStore } from '../facts/index.ts';
import type { Expected, RuleCase } from './case.test-helper.ts';

export const ISSUED_AT = '2026-10-02';

export interface CaseRun extends Accounts {
  result: RuleResult;
}

/** Runs a rule over a case, or over its accounts as `change` makes them. */
export function runCase(rule: Rule, ruleCase: RuleCase, change: (account: FactStore) => FactStore = (account) => account): CaseRun {
  const { snapshot, engagement, partner, asOf } = ruleCase;
  const { accounts, subjects } = openAccounts({ snapshots: [snapshot], engagement, partner, asOf });
  return { accounts, subjects, result: runRule(rule, accounts.map(change), { subjects, engagement, issuedAt: ISSUED_AT }) };
}

const outcomeOfLetter = new Map<string, Outcome>(Object.entries(outcomeLetters).map(([outcome, letter]) => [letter, outcome as Outcome] as const));

/** Verdicts by subject name, in the shape of a case's expectations. */
export function verdictsByName({ result, subjects }: Pick<CaseRun, 'result' | 'subjects'>): Map<string, Expected> {
  const verdicts = new Map<string, Expected>();
  const findings = findingsOf(result);
  for (const [place, index] of result.population.entries()) {
    const finding = findings.find((entry) => entry.subject === index);
    const outcome = outcomeOfLetter.get(result.outcomes[place] ?? '');
    const name = subjects[index]?.name ?? `subject ${index}`;
    if (outcome === 'pass' || outcome === 'notApplicable') verdicts.set(name, outcome);
    else if (finding) {
      const { message, reason } = finding;
      verdicts.set(name, { outcome: finding.outcome, ...(reason === undefined ? {} : { reason }), message: message.id, data: message.data });
    }
  }
  return verdicts;
}

/** Where a case and the run of it differ, one line each. */
export function differences(ruleCase: RuleCase, run: CaseRun): string[] {
  const found = verdictsByName(run);
  const expected = new Map(Object.entries(ruleCase.expected));
  return [
    ...[...expected]
      .filter(([name, verdict]) => !isDeepStrictEqual(verdict, found.get(name)))
      .map(([name, verdict]) => `${name}: expected ${JSON.stringify(verdict)}, got ${JSON.stringify(found.get(name) ?? null)}`),
    ...[...found.keys()].filter((name) => !expected.has(name)).map((name) => `${name}: not expected, got ${JSON.stringify(found.get(name))}`),
  ];
}
