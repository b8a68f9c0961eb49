import { expect, it } from 'vitest';
import { criteria } from '../criteria/index.ts';
import { rules } from '../rules/index.ts';
import { frameworks } from './index.ts';

const ids = new Set(rules.map((rule) => rule.id));
const cited = new Map(frameworks.flatMap(({ id, controls }) => controls.flatMap((control) => control.rules.map((rule) => [rule, id]))));
const ofCriteria = new Set(criteria.flatMap((criterion) => criterion.rules));

/** Rules of our own, cited by nobody, and why they are here. */
const own: Readonly<Record<string, string>> = {
  'account-password-policy': 'the password policy as a fact of the dossier; frameworks ask for single settings',
  'account-sts-global-endpoint': 'a fact of the dossier that reviewers know from other submissions',
  'account-list-completeness': 'the lists of the export hold what the account summary counts, or verdicts speak of less than they seem to',
  'principal-inline-policy': 'inline policies are harder to review; no framework here asks for managed ones',
  'principal-mfa-guard': 'an MFA deny that does not bind access keys is a trap that no framework names',
  'principal-negated-action': 'a grant by NotAction grows with AWS; no framework here names it',
  'principal-policy-document': 'a document that cannot be read leaves every other verdict on its principal open',
  'role-session-duration': 'reviewers ask for short sessions; no framework here gives a number',
  'user-hardware-mfa': 'frameworks ask for hardware MFA of the root user alone',
  'user-password-age': 'the age of one password; frameworks ask for the expiry that the password policy sets',
};

it('every rule that a framework names is there', () => {
  expect([...cited.keys()].filter((rule) => !ids.has(rule)).sort()).toEqual([]);
});

it('every rule is cited by a framework or a criterion, or is our own for a reason', () => {
  const uncited = rules.map((rule) => rule.id).filter((rule) => !cited.has(rule) && !ofCriteria.has(rule));
  expect(uncited.filter((rule) => !Object.hasOwn(own, rule))).toEqual([]);
});

it('none is called our own that is cited, or is not there', () => {
  expect(Object.keys(own).filter((rule) => cited.has(rule) || ofCriteria.has(rule) || !ids.has(rule))).toEqual([]);
});

it('what a control accepts is a message of its rules that waits for a person', () => {
  const accepting = frameworks.flatMap(({ controls }) => controls.filter((control) => control.accepts !== undefined));
  for (const { id, rules: cited, accepts = [] } of accepting) {
    const messages = rules.filter((rule) => cited.includes(rule.id)).flatMap((rule) => Object.entries(rule.messages));
    const waiting = messages.filter(([, { outcome }]) => outcome === 'manual').map(([name]) => name);
    expect([id, accepts.filter((name) => !waiting.includes(name))]).toEqual([id, []]);
  }
});
