import { describe, expect, it } from 'vitest';
import type { Rule } from '../engine/rule.ts';
import type { RuleCase } from './case.test-helper.ts';
import { laws } from './laws.test-helper.ts';
import { differences, runCase } from './run-case.test-helper.ts';
import { weaknessesOf } from './weaknesses.test-helper.ts';

/** Tests a rule by its cases, refuses cases that prove too little, and holds the rule to the laws of all rules. */
export function testRule(rule: Rule, cases: readonly RuleCase[]): void {
  describe(`rule ${rule.id}`, () => {
    it.each(cases.map((ruleCase) => [ruleCase.name, ruleCase] as const))('%s', (_, ruleCase) => {
      expect(differences(ruleCase, runCase(rule, ruleCase))).toEqual([]);
    });

    it('has cases that prove enough', () => {
      expect(weaknessesOf(rule, cases)).toEqual([]);
    });

    it.each(Object.entries(laws))('%s', (_, law) => {
      expect(law(rule, cases)).toEqual([]);
    });
  });
}
