import type { PasswordPolicy } from '@iam-dossier/core/snapshot';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedWords, shortfallsOf, type AskedSettings } from './password-settings.ts';

type Custom = Extract<PasswordPolicy, { kind: 'custom' }>;

const flags = ['requireUppercaseCharacters', 'requireLowercaseCharacters', 'requireNumbers', 'requireSymbols'] as const;
const flagsOf = <T>(values: fc.Arbitrary<T>) =>
  Object.fromEntries(flags.map((flag) => [flag, values])) as Record<(typeof flags)[number], fc.Arbitrary<T>>;

/** A policy as AWS answers it: the two numbers are left out when they are off. */
const policies: fc.Arbitrary<Custom> = fc
  .record({
    minimumPasswordLength: fc.integer({ min: 6, max: 128 }),
    ...flagsOf(fc.boolean()),
    remembered: fc.option(fc.integer({ min: 1, max: 24 }), { nil: undefined }),
    days: fc.option(fc.integer({ min: 1, max: 1095 }), { nil: undefined }),
  })
  .map(({ remembered, days, ...rest }) => ({
    kind: 'custom',
    ...rest,
    expirePasswords: days !== undefined,
    ...(remembered === undefined ? {} : { passwordReusePrevention: remembered }),
    ...(days === undefined ? {} : { maxPasswordAge: days }),
  }));

const asked: fc.Arbitrary<AskedSettings> = fc.record(
  {
    minimumPasswordLength: fc.integer({ min: 6, max: 20 }),
    ...flagsOf(fc.constant(true as const)),
    passwordReusePrevention: fc.integer({ min: 1, max: 24 }),
    maxPasswordAge: fc.integer({ min: 1, max: 120 }),
  },
  { requiredKeys: [] },
);

/** The plain reading of what is asked. */
function meets(policy: Custom, { minimumPasswordLength = 0, passwordReusePrevention = 0, maxPasswordAge, ...types }: AskedSettings): boolean {
  const days = policy.maxPasswordAge ?? Number.POSITIVE_INFINITY;
  return (
    (policy.minimumPasswordLength ?? 0) >= minimumPasswordLength &&
    flags.every((flag) => types[flag] === undefined || policy[flag] === true) &&
    (policy.passwordReusePrevention ?? 0) >= passwordReusePrevention &&
    (maxPasswordAge === undefined || days <= maxPasswordAge)
  );
}

describe('the settings of a password policy', () => {
  it('fall short exactly when the plain reading says so, and nothing of a whole answer is absent', () => {
    fc.assert(
      fc.property(policies, asked, (policy, settings) => {
        const { weak, absent } = shortfallsOf(policy, settings);
        expect([weak.length === 0, absent]).toEqual([meets(policy, settings), []]);
      }),
    );
  });

  it('are never weak for being left out of the data, but for those that AWS leaves out', () => {
    const settings = { minimumPasswordLength: 8, requireNumbers: true, maxPasswordAge: 90 } as const;
    fc.assert(
      fc.property(policies, fc.constantFrom('minimumPasswordLength', 'requireNumbers'), (policy, member) => {
        const { [member]: _, ...rest } = policy;
        const name = member.charAt(0).toUpperCase() + member.slice(1);
        const { weak, absent } = shortfallsOf(rest, settings);
        expect(absent).toEqual([name]);
        expect(weak.filter((setting) => setting.startsWith(name))).toEqual([]);
      }),
    );
  });

  it('are asked for in the words of the settings', () => {
    fc.assert(fc.property(asked, (settings) => askedWords(settings).length === Object.keys(settings).length));
  });
});
