import type { Application } from '@iam-dossier/core/application';
import type { Assessment, Outcome } from '@iam-dossier/core/assessment';
import type { Engagement } from '@iam-dossier/core/engagement';
import { describe, expect, it } from 'vitest';
import { judgeApplication } from './judge.ts';
import { usableUntil } from './usable-until.ts';

const applicationOf = (changes: Partial<Application> = {}): Application => ({
  format: 'iam-dossier.application',
  formatVersion: 1,
  id: 'ec2',
  designation: 'AWS Service Delivery, Amazon EC2',
  checklist: { release: 'February 2026 – August 2026' },
  examples: [],
  ...changes,
});

/** Only what is judged of an example. */
function exampleOf(id: string, outcomes: Outcome[], changes: { customer?: string; blockers?: number; checklist?: Engagement['checklist'] } = {}) {
  const ready = outcomes.every((outcome) => outcome === 'pass');
  const blockers = Array.from({ length: changes.blockers ?? (ready ? 0 : 2) });
  const criteria = outcomes.map((outcome, index) => ({ id: ['A1', 'B1', 'E1'][index], outcome }));
  return {
    engagement: { id, customer: { name: changes.customer ?? id }, checklist: changes.checklist } as unknown as Engagement,
    assessment: { readiness: { ready, blockers }, criteria } as unknown as Assessment,
  };
}

const good = exampleOf('good', ['pass', 'pass', 'pass']);
const bad = exampleOf('bad', ['fail', 'pass', 'manual']);
const judge = (examples: ReturnType<typeof exampleOf>[], changes: Partial<Application> = {}, issuedAt = '2026-06-01') =>
  judgeApplication({ application: applicationOf(changes), examples, issuedAt });
const ids = (messages: readonly { id: string }[]) => messages.map(({ id }) => id);
const items = (...actionItems: NonNullable<Application['previousSubmissions']>[number]['actionItems']) => ({
  previousSubmissions: [{ date: '2026-01-01', actionItems }],
});
const answer = { text: 'Done.', author: 'Ana', date: '2026-05-01' };

describe('an application', () => {
  it('is ready with one example that is, and says which others are not', () => {
    const result = judge([bad, good]);
    expect(result).toMatchObject({ ready: true, readyExamples: [1], reasons: [] });
    expect(result.criteria).toEqual([
      { id: 'A1', outcomes: ['fail', 'pass'], best: 'pass' },
      { id: 'B1', outcomes: ['pass', 'pass'], best: 'pass' },
      { id: 'E1', outcomes: ['manual', 'pass'], best: 'pass' },
    ]);
    expect(result.warnings[0]).toMatchObject({ id: 'example-open', data: { example: 'bad', blockers: 2 } });
  });

  it('is not ready by criteria that are met in different examples only', () => {
    const result = judge([exampleOf('a', ['pass', 'fail', 'pass'], { blockers: 3 }), exampleOf('b', ['fail', 'pass', 'pass'], { blockers: 1 })]);
    expect(result.criteria.every(({ best }) => best === 'pass')).toBe(true);
    expect(result.ready).toBe(false);
    expect(result.reasons[0]).toMatchObject({ id: 'no-example', data: { count: 2, nearest: 'b', blockers: 1 } });
  });

  it('takes what does not apply for the least, and what was not evaluated for more than a failure', () => {
    const [criterion] = judge([exampleOf('a', ['notApplicable']), exampleOf('b', ['fail']), exampleOf('c', ['notEvaluated'])]).criteria;
    expect(criterion?.best).toBe('notEvaluated');
  });

  it('wants another customer for each example, however its name is written', () => {
    const result = judge([good, exampleOf('again', ['pass', 'pass', 'pass'], { customer: ' GOOD ' })]);
    expect(result.reasons).toMatchObject([{ id: 'same-customer', data: { examples: ['good', 'again'] } }]);
  });

  it.each([
    ['no answer', { id: '1', text: 'x' }, 'unanswered', 'item-unanswered', false],
    ['an answer on nothing measured', { id: '1', text: 'x', answer }, 'answered', 'item-answered', true],
    ['an answer on what is met now', { id: '1', text: 'x', criterion: 'B1' as const, answer }, 'answered', 'item-measured', true],
    ['an answer on what is not met', { id: '1', text: 'x', criterion: 'A1' as const, answer }, 'contradicted', 'item-contradicted', false],
    [
      'an answer on a criterion that was not judged',
      { id: '1', text: 'x', criterion: 'B2' as const, answer },
      'contradicted',
      'item-contradicted',
      false,
    ],
  ])('with an action item with %s', (_, item, state, message, holds) => {
    const { items: judged, reasons } = judge([bad], items(item));
    expect(judged).toMatchObject([{ state, message: { id: message } }]);
    expect(ids(reasons).includes(message)).toBe(!holds);
  });

  it.each([
    ['long before the end', '2026-06-01', [], []],
    ['near the end', '2026-11-01', [], ['release-ends']],
    ['on the last day', '2026-11-30', [], ['release-ends']],
    ['after the end', '2026-12-01', ['release-over'], []],
  ])('handed in %s of its checklist release', (_, submitBy, reasons, warnings) => {
    const result = judge([good, exampleOf('two', ['pass'])], { submitBy }, '2026-01-01');
    expect([ids(result.reasons), ids(result.warnings)]).toEqual([reasons, warnings]);
  });

  it('tells what else is to be known', () => {
    const other = exampleOf('other', ['pass', 'pass', 'pass'], { checklist: { designation: 'AWS Lambda' } });
    expect(ids(judge([other], { checklist: { release: 'the newest' } }).warnings)).toEqual(['few-examples', 'release-unknown', 'other-designation']);
  });

  it('refuses a date that is none', () => {
    expect(() => judge([good], {}, 'soon')).toThrow(expect.objectContaining({ code: 'usage' }));
  });
});

describe('the end of a checklist release', () => {
  it.each([
    ['February 2026 – August 2026', '2026-11-30'],
    ['Aug 2025 - Feb 2026', '2026-05-31'],
    ['2025-02', '2025-11-30'],
    ['AUGUST 2025', '2026-05-31'],
    ['August 2031', null],
    ['the newest', null],
    ['', null],
  ])('%j: %s', (release, last) => expect(usableUntil({ release })).toBe(last));

  it('is the declared one before ours', () => expect(usableUntil({ release: 'February 2026', usableUntil: '2027-01-15' })).toBe('2027-01-15'));
});
