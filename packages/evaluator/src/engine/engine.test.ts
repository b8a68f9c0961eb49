import { findingsOf, subjectsOf } from '@iam-dossier/core/assessment';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../evaluate.ts';
import accessKeyAge from '../rules/access-key-age.ts';
import userAccessKey from '../rules/user-access-key.ts';
import { awsAccount, wholeAccount } from '../testing/aws.test-helper.ts';
import { shuffled } from '../testing/change.test-helper.ts';
import { engagementOf } from '../testing/engagement.test-helper.ts';
import { keyCells, reportOf } from '../testing/report.test-helper.ts';
import { openAccounts } from './accounts.ts';
import { fingerprintOf } from './fingerprint.ts';
import { defineRule, type Rule } from './rule.ts';
import { runRule } from './run.ts';
import { fail, notEvaluated, pass, quoted } from './verdict.ts';

const aws = awsAccount();
const snapshot = aws.snapshot([
  ...wholeAccount({ users: [aws.user('ana'), aws.user('ben'), aws.user('cy')] }),
  reportOf({ ana: keyCells, ben: keyCells, cy: {} }),
]);
const run = (rule: Rule, { engagement = engagementOf(), issuedAt = '2026-10-02', of = snapshot } = {}) => {
  const { accounts, subjects } = openAccounts({ snapshots: [of], engagement });
  return { ...runRule(rule, accounts, { subjects, engagement, issuedAt }), subjects };
};
const fingerprints = (rule: Rule, options = {}) => findingsOf(run(rule, options)).map((finding) => finding.fingerprint);

describe('a fingerprint', () => {
  it('is the same whatever the order, the wording, the time and the place', () => {
    const reworded: Rule = {
      ...userAccessKey,
      title: 'Keys',
      messages: { ...userAccessKey.messages, active: { outcome: 'fail', text: 'Still {keys}.' } },
    };
    const before = fingerprints(userAccessKey);
    expect(new Set(before).size).toBe(2);
    expect(fingerprints(userAccessKey, { of: shuffled(snapshot) })).toEqual(before);
    expect(fingerprints(reworded)).toEqual(before);
    expect(fingerprints(userAccessKey, { issuedAt: '2027-01-01' })).toEqual(before);
    expect(
      fingerprints(userAccessKey, {
        of: aws.snapshot([
          ...wholeAccount({ users: ['aa', 'ana', 'ben'].map((name) => aws.user(name)) }),
          reportOf({ ana: keyCells, ben: keyCells, aa: {} }),
        ]),
      }),
    ).toEqual(before);
  });

  it('tells apart rules, messages, subjects and the data that count, and no other data', () => {
    const subject = {
      type: 'user',
      name: 'ana',
      arn: aws.arn('user', '/ana'),
      uniqueId: 'AIDA-ana',
      pointer: { snapshot: 0, path: '/users/0' },
      party: 'partner',
      inScope: true,
    } as const;
    const base = fingerprintOf('rule', 'message', subject, { policies: ['a'], days: 1 }, ['policies']);
    expect(
      fingerprintOf('rule', 'message', { ...subject, pointer: { snapshot: 1, path: '/users/9' }, party: 'customer' }, { policies: ['a'], days: 2 }, [
        'policies',
      ]),
    ).toBe(base);
    const others = [
      fingerprintOf('rule-2', 'message', subject, { policies: ['a'] }, ['policies']),
      fingerprintOf('rule', 'message-2', subject, { policies: ['a'] }, ['policies']),
      fingerprintOf('rule', 'message', { ...subject, arn: aws.arn('user', '/ben') }, { policies: ['a'] }, ['policies']),
      fingerprintOf('rule', 'message', { ...subject, uniqueId: 'AIDA-again' }, { policies: ['a'] }, ['policies']),
      fingerprintOf('rule', 'message', subject, { policies: ['b'] }, ['policies']),
    ];
    expect(new Set([base, ...others]).size).toBe(6);
  });

  it('is the same as in every release before: comparing dates rests on it', () => {
    expect(fingerprints(userAccessKey)[0]).toBe('4923273f81daab11627df383c9c56c94');
  });
});

describe('quoted lines', () => {
  const quote = (document: string, text: string) => ({ document, policyName: document, path: '/Statement/0/Action', text });
  const long = ['a', 'b', 'c', 'd', 'e', 'f', 's3:*'].map((text) => quote('long', text));

  it('are few, of each policy or other group in turn, by rank', () => {
    const texts = (quotes: typeof long) => quotes.map(({ text }) => text);
    expect(texts(quoted([...long, quote('short', 'x')]))).toEqual(['a', 'x', 'b', 'c', 'd']);
    expect(texts(quoted(long, undefined, ({ text }) => (text === 's3:*' ? 0 : 1)))).toEqual(['s3:*', 'a', 'b', 'c', 'd']);
    expect(texts(quoted(long, ({ text }) => (text < 'e' ? 'low' : 'high')))).toEqual(['a', 'e', 'b', 'f', 'c']);
    expect(quoted([])).toEqual([]);
  });
});

describe('a waiver', () => {
  const decision = { reason: 'agreed', approver: 'Ana', date: '2026-10-01', expires: '2026-12-31' };
  const waived = (waivers: object[], issuedAt = '2026-10-02') => {
    const told = waivers.map((waiver) => ({ rule: 'user-access-key', subject: aws.arn('user', '/ana'), ...decision, ...waiver }));
    return findingsOf(run(userAccessKey, { engagement: engagementOf({ waivers: told }), issuedAt })).map(({ waiver }) => waiver !== undefined);
  };

  it.each<[string, object[], boolean[]]>([
    ['by ARN', [{}], [true, false]],
    ['by pattern', [{ subject: '*' }], [true, true]],
    ['of another rule', [{ rule: 'access-key-age' }], [false, false]],
    ['expired, with another that holds', [{ expires: '2026-10-01' }, { expires: '2026-10-02' }], [true, false]],
    ['expired', [{ expires: '2026-10-01' }], [false, false]],
    ['dated tomorrow', [{ date: '2026-10-03' }], [false, false]],
  ])('%s', (_, waivers, expected) => expect(waived(waivers)).toEqual(expected));

  it('leaves the outcome as it is', () => {
    const engagement = engagementOf({ waivers: [{ rule: 'user-access-key', subject: '*', ...decision }] });
    const { outcomes, ...result } = run(userAccessKey, { engagement });
    expect([outcomes, findingsOf(result).map((finding) => finding.waiver)]).toEqual(['ffp', [decision, decision]]);
  });

  it('is for failures, not for what is not known', () => {
    const engagement = engagementOf({ waivers: [{ rule: 'access-key-age', subject: '*', ...decision }] });
    const { findings } = run(accessKeyAge, {
      engagement,
      of: aws.snapshot([...wholeAccount({ users: [aws.user('ana')] }), reportOf({ ana: keyCells })], null),
    });
    expect(findings.map(({ outcome, waiver }) => [outcome, waiver])).toEqual([['notEvaluated', undefined]]);
  });
});

describe('a rule that throws', () => {
  const throwing = (on: 'subjects' | 'evaluate' | 'words'): Rule =>
    defineRule({
      ...accessKeyAge,
      id: 'throwing',
      inputs: ['users'],
      messages: { old: { outcome: 'fail', text: on === 'words' ? '{nothing}' : 'old' } },
      subjects: ({ users }) => {
        if (on === 'subjects') throw new TypeError('no subjects');
        return users;
      },
      evaluate: ({ name }) => {
        if (name !== 'ben') return pass;
        if (on === 'evaluate') throw new RangeError('ben');
        return fail('old');
      },
    });

  it.each([
    ['on one subject', 'evaluate', 'pnp', ['ben', 'RangeError']],
    ['on its words', 'words', 'pnp', ['ben', 'Error']],
    ['on its population', 'subjects', 'n', [aws.id, 'TypeError']],
  ] as const)('%s is not evaluated there, and the rest goes on', (_, on, outcomes, [name, error]) => {
    const result = run(throwing(on));
    expect(result.outcomes).toBe(outcomes);
    expect(result.findings).toMatchObject([{ outcome: 'notEvaluated', reason: 'threw', message: { id: 'rule-threw', data: { error } } }]);
    expect(result.subjects[result.findings[0]?.subject ?? -1]?.name).toBe(name);
  });
});

describe('evaluate', () => {
  it.each(['2026-02-30', 'today', '2026-10-02T00:00:00Z', ''])('refuses the date %j', (issuedAt) => {
    expect(() => evaluate({ snapshots: [snapshot], issuedAt })).toThrow('is not a date such as 2026-10-01');
  });

  it('refuses no snapshot, and a time that is none', () => {
    expect(() => evaluate({ snapshots: [], issuedAt: '2026-10-02' })).toThrow('no snapshot was given');
    expect(() => evaluate({ snapshots: [snapshot], asOf: 'yesterday', issuedAt: '2026-10-02' })).toThrow('is not a UTC time such as');
  });

  it('counts ages to the time given, in whatever zone it is written', () => {
    const at = (asOf: string) => evaluate({ snapshots: [snapshot], asOf, issuedAt: '2026-10-02' });
    expect(at('2026-12-01T01:30:00+05:30')).toEqual(at('2026-11-30T20:00:00Z'));
    expect(at('2026-12-01T00:00:00Z').snapshots[0]).toMatchObject({ asOf: '2026-12-01T00:00:00Z', collectedAt: '2026-10-01T09:00:00Z' });
  });
});

describe('what holds for several', () => {
  it('is said once, and not of others', () => {
    const of = aws.snapshot([...wholeAccount({ users: ['ana', 'ben', 'cy', 'di'].map((name) => aws.user(name)) }), reportOf({ di: {} })]);
    const unsure: Rule = defineRule({
      ...accessKeyAge,
      id: 'unsure',
      inputs: ['users'],
      messages: { gone: { outcome: 'notEvaluated', text: '{what} is gone.' } },
      subjects: ({ users }) => users,
      evaluate: ({ name, at }) =>
        name === 'di' ? pass : notEvaluated('missing', 'gone', { what: name === 'ben' ? 'The key' : 'The report' }, { evidence: [at] }),
    });
    const { findings, outcomes, subjects } = run(unsure, { of });
    const names = findings.map((finding) => subjectsOf(finding).map((subject) => subjects[subject]?.name));
    expect([outcomes, names]).toEqual(['nnnp', [['ana', 'cy'], ['ben']]]);
    expect(findings.map(({ message }) => message.text)).toEqual(['The report is gone.', 'The key is gone.']);
    const each = findingsOf({ findings }).map(({ subject, evidence }) => [subjects[subject]?.name, evidence.map(({ path }) => path)]);
    expect(each).toEqual([
      ['ana', ['/users/0']],
      ['cy', ['/users/2']],
      ['ben', ['/users/1']],
    ]);
    expect(new Set(findingsOf({ findings }).map(({ fingerprint }) => fingerprint)).size).toBe(3);
  });
});
