import { claimTypes as knownTypes } from '@iam-dossier/core/engagement';
import { describe, expect, it } from 'vitest';
import type { ClaimDefinition } from '../claims/engine/definition.ts';
import { expectationOf, runClaim, type ClaimCase } from './claim-case.test-helper.ts';
import { claimLaws } from './claim-laws.test-helper.ts';

/** Tests a type of claim by its cases, refuses cases that prove too little, and holds it to the laws of all claims. */
export function testClaim(type: ClaimDefinition, cases: readonly ClaimCase[]): void {
  describe(`claim ${type.id}`, () => {
    it.each(cases.map((claimCase) => [claimCase.name, claimCase] as const))('%s', (_, claimCase) => {
      expect(expectationOf(runClaim(type, claimCase))).toEqual(claimCase.expected);
    });

    it('has cases that prove enough', () => {
      expect(claimWeaknesses(type, cases)).toEqual([]);
    });

    it.each(Object.entries(claimLaws))('%s', (_, law) => {
      expect(law(type, cases)).toEqual([]);
    });
  });
}

/** Why a claim's cases prove too little; empty when they are worth having. */
export function claimWeaknesses(type: ClaimDefinition, cases: readonly ClaimCase[]): string[] {
  const expected = cases.map((claimCase) => claimCase.expected);
  const told = new Set(expected.flatMap((entry) => entry.told.map(({ message }) => message)));
  const outcomes = new Set(expected.map(({ outcome }) => outcome));
  const given = new Set(cases.flatMap(({ claim }) => Object.keys(claim)));
  const reads = readsOf(type, cases);
  const others = expected.flatMap(({ outcome, told: list }) =>
    list.filter(({ message }) => type.messages[message] !== undefined && type.messages[message]?.outcome !== outcome).map(({ message }) => message),
  );
  return [
    ...(knownTypes.includes(type.id) ? [] : ['no engagement can make it']),
    ...(['held', 'contradicted', 'notCheckable'] as const).filter((outcome) => !outcomes.has(outcome)).map((outcome) => `no case is ${outcome}`),
    ...Object.keys(type.messages)
      .filter((id) => !told.has(id))
      .map((id) => `no case triggers the message "${id}"`),
    ...others.map((id) => `the message "${id}" is said of another outcome than it declares`),
    ...Object.keys(type.arguments)
      .filter((name) => !given.has(name))
      .map((name) => `no case gives the argument "${name}"`),
    ...type.inputs.filter((name) => !reads.has(name)).map((name) => `the input "${name}" is declared and never read`),
    ...[...reads].filter((name) => !type.inputs.some((input) => input === name)).map((name) => `the input "${name}" is read and not declared`),
  ];
}

/** Names of the facts that the claim looks at, declared or not. */
function readsOf(type: ClaimDefinition, cases: readonly ClaimCase[]): Set<string> {
  const reads = new Set<string>();
  const get = (target: object, name: string | symbol): unknown => {
    if (typeof name === 'string') reads.add(name);
    return Reflect.get(target, name);
  };
  const watched: ClaimDefinition = {
    ...type,
    judge: (claim, accounts, whole) =>
      type.judge(
        claim,
        accounts.map((account) => ({ ...account, facts: new Proxy(account.facts, { get }) })),
        whole,
      ),
  };
  for (const claimCase of cases) runClaim(watched, claimCase);
  return reads;
}
