import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { awsAccount, details, refused, wholeAccount } from '../testing/aws.test-helper.ts';
import type { RuleCase } from '../testing/case.test-helper.ts';
import { laws } from '../testing/laws.test-helper.ts';
import { readyAnswers, readyEngagement, shop } from '../testing/ready.test-helper.ts';
import { consoleCells, keyCells, reportOf } from '../testing/report.test-helper.ts';
import { engineWords } from '../words/engine.ts';
import { rules } from './index.ts';

const gov = awsAccount('111122223333', 'aws-us-gov');
const users = [shop.user('ana', { attached: ['ReadOnlyAccess'], groups: ['gone'] }), shop.user('ci', { inline: { all: [{ Action: '*' }] } })];
const cases: RuleCase[] = [
  { name: 'a ready account', snapshot: shop.snapshot(readyAnswers()), engagement: readyEngagement(), expected: {} },
  { name: 'users with keys and passwords', snapshot: shop.snapshot(readyAnswers({ users }, { ana: consoleCells, ci: keyCells })), expected: {} },
  { name: 'no time', snapshot: shop.snapshot(readyAnswers({ users }, { ana: consoleCells, ci: keyCells }), null), expected: {} },
  { name: 'a filtered export', snapshot: shop.snapshot([details({ users }), reportOf({ ana: consoleCells })]), expected: {} },
  {
    name: 'refusals',
    snapshot: shop.snapshot([refused('GetAccountAuthorizationDetails'), refused('GetAccountSummary'), refused('GetCredentialReport')]),
    expected: {},
  },
  { name: 'another partition', snapshot: gov.snapshot(wholeAccount({ users: [gov.user('ana')], roles: [gov.role('app', '{')] })), expected: {} },
];

describe.each(rules.map((rule) => [rule.id, rule] as const))('the rule %s', (_, rule) => {
  it.each(Object.entries(laws))('%s', (__, law) => {
    expect(law(rule, cases)).toEqual([]);
  });

  it('has words for all it says, and none that are the engine’s', () => {
    expect(rule.title).toMatch(/^[A-Z].*[a-z]$/);
    expect(rule.description).toMatch(/^[A-Z].*\.$/s);
    for (const text of Object.values(rule.remediation)) expect(text.trim()).not.toBe('');
    for (const [id, { text, key = [] }] of Object.entries(rule.messages)) {
      expect(text).toMatch(/\.$/);
      expect(Object.keys(engineWords)).not.toContain(id);
      for (const name of key) expect([name, text.includes(`{${name}`)]).toEqual([name, true]);
    }
  });

  it('refers to AWS’s documentation', () => {
    expect(rule.references.length).toBeGreaterThan(0);
    for (const address of rule.references) expect(address).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/[\w./#-]+$/);
  });
});

describe('rules', () => {
  const files = readdirSync(fileURLToPath(new URL('.', import.meta.url)));

  it('are those whose files are here, each with a test beside it', () => {
    const ids = files.filter((file) => !/(\.test|^index)\.ts$/.test(file)).map((file) => file.replace('.ts', ''));
    expect(rules.map((rule) => rule.id)).toEqual(ids.sort());
    expect(ids.filter((id) => !files.includes(`${id}.test.ts`))).toEqual([]);
  });

  it('are named by what they judge, in words', () => {
    for (const { id } of rules)
      expect(id).toMatch(
        /^(account|root|user|role|group|principal|access-key|password-policy|managed-policy|saml-provider|server-certificate)(-[a-z]+)+$/,
      );
  });
});
