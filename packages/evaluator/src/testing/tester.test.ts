import { describe, expect, it } from 'vitest';
import { defineRule, type Judgement, type Rule } from '../engine/rule.ts';
import { fail, notEvaluated, pass, type Verdict } from '../engine/verdict.ts';
import { awsAccount, wholeAccount } from './aws.test-helper.ts';
import { fails, type RuleCase } from './case.test-helper.ts';
import { laws } from './laws.test-helper.ts';
import { consoleCells, reportOf } from './report.test-helper.ts';
import { differences, runCase } from './run-case.test-helper.ts';
import { weaknessesOf } from './weaknesses.test-helper.ts';

const words = {
  title: 'Users',
  description: 'A rule for testing the tester.',
  severity: 'low',
  weight: 'supporting',
  since: '0.1.0',
  references: [],
  options: {},
} as const;
const remediation = { console: '-', cli: '-', terraform: '-' };

/** Fails users with a console password; what is not known is not evaluated. */
const good = defineRule({
  ...words,
  id: 'user-console',
  remediation,
  inputs: ['users'],
  messages: { console: { outcome: 'fail', text: '{name} has a password.', key: ['name'] }, unknown: { outcome: 'notEvaluated', text: 'Not known.' } },
  subjects: ({ users }) => users,
  evaluate: ({ console, name, at }) => {
    if (console.access === 'unknown') return notEvaluated('missing', 'unknown');
    return console.access === 'enabled' ? fail('console', { name }, { evidence: [at] }) : pass;
  },
});

const aws = awsAccount();
const two = aws.snapshot([...wholeAccount({ users: [aws.user('ana'), aws.user('ben')] }), reportOf({ ana: consoleCells, ben: {} })]);
const unknown = aws.snapshot(wholeAccount({ users: [aws.user('ana')] }));
const ana = fails('console', { name: 'ana' });
const notKnown = { outcome: 'notEvaluated', reason: 'missing', message: 'unknown', data: {} } as const;
const cases: RuleCase[] = [
  { name: 'two', snapshot: two, expected: { ana, ben: 'pass' } },
  { name: 'unknown', snapshot: unknown, expected: { ana: notKnown } },
];

describe('the rule tester', () => {
  it('takes good cases of a good rule', () => {
    expect(weaknessesOf(good, cases)).toEqual([]);
    expect(cases.flatMap((ruleCase) => differences(ruleCase, runCase(good, ruleCase)))).toEqual([]);
    expect(Object.values(laws).flatMap((law) => law(good, cases))).toEqual([]);
  });

  it.each<[string, Rule, RuleCase[]]>([
    ['no case passes', good, [{ name: 'two', snapshot: two, expected: { ana, ben: ana } }, ...cases.slice(1)]],
    [
      'no case fails; no case triggers the message "console"',
      good,
      [{ name: 'two', snapshot: two, expected: { ana: 'pass', ben: 'pass' } }, ...cases.slice(1)],
    ],
    [
      'the message "console" is declared as manual and said of fail',
      { ...good, messages: { ...good.messages, console: { ...good.messages['console'], outcome: 'manual', text: '' } } },
      cases,
    ],
    ['no case triggers the message "unknown"', good, cases.slice(0, 1)],
    [
      'the case "two" leaves out the verdict on ben',
      good,
      [{ name: 'two', snapshot: two, expected: { ana } }, { name: 'pass', snapshot: unknown, expected: { ana: 'pass' } }, ...cases.slice(1)],
    ],
    ['the input "times" is declared and never read', { ...good, inputs: ['users', 'times'] }, cases],
    [
      'the input "trust" is read and not declared',
      judged(({ subjects, verdictOn }, { trust = [] }) => ({
        subjects: [...subjects, ...trust],
        verdictOn: (place) => (place < subjects.length ? verdictOn(place) : pass),
      })),
      cases,
    ],
  ])('refuses cases: %s', (reasons, rule, weak) => expect(weaknessesOf(rule, weak)).toEqual(reasons.split('; ')));

  it('takes a rule that cannot fail, none of its messages being a failure', () => {
    const never: Rule = {
      ...verdictsAs((verdict) => (verdict.outcome === 'fail' ? pass : verdict)),
      messages: { unknown: { outcome: 'notEvaluated', text: 'Not known.' } },
    };
    expect(weaknessesOf(never, [{ name: 'two', snapshot: two, expected: { ana: 'pass', ben: 'pass' } }, ...cases.slice(1)])).toEqual([]);
  });

  it('tells every difference from what was expected', () => {
    const [first] = cases;
    const wrong = { ana: fails('console', { name: 'eve' }), zoe: 'pass' } as const;
    expect(differences({ name: 'wrong', snapshot: two, expected: wrong }, runCase(good, first ?? { name: '', snapshot: two, expected: {} }))).toEqual(
      [
        'ana: expected {"outcome":"fail","message":"console","data":{"name":"eve"}}, got {"outcome":"fail","message":"console","data":{"name":"ana"}}',
        'zoe: expected "pass", got null',
        'ben: not expected, got "pass"',
      ],
    );
  });
});

/** The good rule, with its verdicts changed. */
function judged(change: (judgement: Judgement, facts: Parameters<Rule['judge']>[0]) => Judgement): Rule {
  return { ...good, judge: (facts) => change(good.judge(facts), facts) };
}
function verdictsAs(change: (verdict: Verdict) => Verdict): Rule {
  return judged(({ subjects, verdictOn }) => ({ subjects, verdictOn: (place) => change(verdictOn(place)) }));
}
const nothing: Judgement = { subjects: [], verdictOn: () => pass };

describe('the laws of rules', () => {
  const broken = (name: string, rule: Rule, its = cases) => laws[name]?.(rule, its) ?? [];
  let runs = 0;

  it.each<[string, Rule, string]>([
    [
      'leaves its input as it is',
      judged((judgement, facts) => (Object.assign(facts.users?.[0] ?? {}, { name: 'eve' }) ? judgement : nothing)),
      'two: it throws on a frozen input',
    ],
    [
      'says nothing of an empty snapshot',
      { ...good, inputs: ['account'], judge: ({ account }) => ({ subjects: [{ subject: account?.subject ?? 0 }], verdictOn: () => pass }) },
      'an empty snapshot gives "p"',
    ],
    [
      'says the same whatever the order of lists',
      judged(({ subjects, verdictOn }, { users = [] }) => {
        const places = [...subjects.keys()].filter((index) => users[index]?.user !== undefined && users[index].at !== '/users/0');
        return { subjects: places.flatMap((at) => subjects[at] ?? []), verdictOn: (place) => verdictOn(places[place] ?? 0) };
      }),
      'two: shuffled lists give another result',
    ],
    ['says the same twice', judged((judgement) => ((runs += 1) % 2 === 0 ? judgement : nothing)), 'two: a second run gives another result'],
    [
      'gives plain JSON that fits the assessment',
      { ...good, options: { limit: undefined as unknown as number } },
      'two: its result is not plain JSON',
    ],
    [
      'points at what is in the snapshot, in every failure',
      verdictsAs((verdict) => (verdict.outcome === 'fail' ? { ...verdict, evidence: ['/users/7'] } : verdict)),
      'two: nothing stands at /users/7',
    ],
    [
      'points at what is in the snapshot, in every failure',
      verdictsAs((verdict) => (verdict.outcome === 'fail' ? { ...verdict, evidence: [] } : verdict)),
      'two: a failure without evidence',
    ],
    [
      'has the data its fingerprints rest on',
      { ...good, messages: { ...good.messages, console: { outcome: 'fail', text: '{name}', key: ['nick'] } } },
      'two: keys of the fingerprint without data: nick',
    ],
    [
      'never passes for losing data',
      verdictsAs((verdict) => (verdict.outcome === 'notEvaluated' ? pass : verdict)),
      'two: without credentialReport ana passes',
    ],
  ])('are broken, and told: %s', (name, rule, told) => expect(broken(name, rule)).toContain(told));

  it('are broken by a message that lacks its data, as by any other mistake', () => {
    const wordless: Rule = { ...good, messages: { ...good.messages, console: { outcome: 'fail', text: '{nick}' } } };
    expect(broken('leaves its input as it is', wordless)).toEqual(['two: it throws on a frozen input']);
  });
});
