import { describe, expect, it } from 'vitest';
import { DocumentAnalyser, type AnalysedStatement } from './document.ts';
import { combine } from './effective.ts';
import { allow, deny, grant, maskOf, read, type RawStatement } from './policies.test-helper.ts';

function analysed(...statements: RawStatement[]): readonly AnalysedStatement[] {
  const document = read(...statements);
  return (document.state === 'read' && new DocumentAnalyser().analyse(document)) || [];
}

/** Places of the statements that still grant something. */
function granting(statements: RawStatement[], boundary?: RawStatement[]): number[] {
  return combine(analysed(...statements), boundary && analysed(...boundary)).allows.map((entry) => entry.statement.index);
}

const when = { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } };
const unheardOf = allow('madeup:Thing');

describe('an action that the action data does not hold', () => {
  it.each<[name: string, deny: RawStatement, stands: boolean]>([
    ['a deny of everything', deny('*'), false],
    ['a deny of everything among others', deny(['s3:*', '*'], ['arn:aws:s3:::a', '*']), false],
    ['a deny of everything, stars doubled', deny('*', '**'), false],
    ['a deny of everything under a condition', deny('*', '*', when), true],
    ['a deny of everything on some resources', deny('*', 'arn:aws:s3:::a'), true],
    ['a deny of everything but some resources', { Effect: 'Deny', Action: '*', NotResource: '*' }, true],
    ['a deny of everything but everything', { Effect: 'Deny', NotAction: '*', Resource: '*' }, true],
    ['a deny of one service', deny('s3:*'), true],
  ])('%s', (_, denied, stands) => expect(granting([unheardOf, denied])).toEqual(stands ? [0] : []));

  it('stands whatever else is granted, and a statement that grants nothing does not', () => {
    expect(granting([unheardOf, allow('sqs:*'), allow('sns:*'), deny('sns:*')])).toEqual([0, 1]);
    expect(granting([unheardOf, allow('sqs:*')], [allow('sqs:*'), deny('*')])).toEqual([]);
  });
});

describe('a deny on every resource', () => {
  it.each<[name: string, denied: RawStatement, mask: string]>([
    ['by the star', deny('sqs:SendMessage'), 'nothing'],
    ['by the star among others', deny('sqs:SendMessage', ['arn:aws:sqs:*:*:a', '*']), 'nothing'],
    ['by doubled stars', deny('sqs:SendMessage', '**'), 'nothing'],
    ['not by a star and more', deny('sqs:SendMessage', '*a'), 'all:W scoped: conditional:'],
    ['not by an ARN', deny('sqs:SendMessage', 'arn:aws:sqs:*:*:a'), 'all:W scoped: conditional:'],
    ['not by all but something', { Effect: 'Deny', Action: 'sqs:SendMessage', NotResource: 'arn:aws:sqs:*:*:a' }, 'all:W scoped: conditional:'],
    ['not under a condition', deny('sqs:SendMessage', '*', when), 'all:W scoped: conditional:'],
  ])('takes away %s', (_, denied, mask) => expect(maskOf(grant([read(allow('sqs:SendMessage'), denied)]), 'sqs')).toBe(mask));

  it.each<[name: string, denied: RawStatement]>([
    ['by the star', deny('sqs:SendMessage')],
    ['by the star among others', deny('sqs:SendMessage', ['arn:aws:sqs:*:*:b', '*'])],
  ])('takes away what is allowed on one resource, %s', (_, denied) => {
    expect(maskOf(grant([read(allow('sqs:SendMessage', 'arn:aws:sqs:*:*:a'), denied)]), 'sqs')).toBe('nothing');
    expect(maskOf(grant([read(allow('sqs:SendMessage', '*', when), denied)]), 'sqs')).toBe('nothing');
  });

  it('in the boundary takes away as one in a policy does', () => {
    const boundary = read(allow('*'), deny('sqs:SendMessage'));
    expect(maskOf(grant([read(allow(['sqs:SendMessage', 'sqs:ReceiveMessage']))], { boundary }), 'sqs')).toBe('all:R scoped: conditional:');
  });
});

describe('guards', () => {
  const guarded = (...statements: RawStatement[]) => combine(analysed(...statements), undefined).guarded;
  it.each<[name: string, denied: RawStatement, stands: boolean]>([
    ['under a condition', deny('sqs:*', '*', when), true],
    ['on some resources', deny('sqs:*', 'arn:aws:sqs:*:*:a'), true],
    ['on all but some resources', { Effect: 'Deny', Action: 'sqs:*', NotResource: 'arn:aws:sqs:*:*:a' }, true],
    ['on everything, of something not granted', deny('sns:*'), false],
    ['under a condition, of something not granted', deny('sns:*', '*', when), false],
  ])('a deny %s: %s', (_, denied, stands) => expect(guarded(allow('sqs:*'), denied)).toBe(stands));

  it('may stand in the boundary', () => {
    expect(combine(analysed(allow('sqs:*')), analysed(allow('*'), deny('sqs:*', '*', when))).guarded).toBe(true);
  });
});

describe('a boundary that names resources', () => {
  it('beside one that names none lets nothing through that both leave out', () => {
    const boundary = read(allow('s3:*'), allow('sqs:SendMessage', 'arn:aws:sqs:eu-west-1:111122223333:a'));
    const queue = (name: string) => grant([read(allow('sqs:SendMessage', `arn:aws:sqs:eu-west-1:111122223333:${name}`))], { boundary });
    expect(maskOf(queue('a'), 'sqs')).toBe('all: scoped:W conditional:');
    expect(maskOf(queue('b'), 'sqs')).toBe('nothing');
    expect(maskOf(grant([read(allow('sqs:SendMessage'))], { boundary }), 'sqs')).toBe('all: scoped:W conditional:');
    expect(maskOf(grant([read(allow('s3:GetObject', 'arn:aws:s3:::b/*'))], { boundary }), 's3')).toBe('all: scoped:R conditional:');
  });
});

it('stands beside the grants where it takes away less than all, were it every ARN of a service', () => {
  const guarded = (denied: RawStatement) => grant([read(allow('sqs:*'), denied)]).effective.guarded;
  expect(guarded(deny('sqs:SendMessage', 'arn:aws:sqs:*:*:*'))).toBe(true);
  expect(guarded(deny('sqs:SendMessage', 'arn:aws:sqs:eu-west-1:111122223333:a'))).toBe(true);
  expect(guarded(deny('sqs:SendMessage'))).toBe(false);
});

it('takes no scoped deny away among more statements than IAM holds, and keeps it as a guard', () => {
  const role = (index: number) => `arn:aws:iam::111122223333:role/${index}`;
  const granted = (count: number) => {
    const allows = Array.from({ length: count }, (_, index) => allow('iam:GetRole', role(index)));
    const denies = Array.from({ length: count }, (_, index) => deny('iam:GetRole', role(index)));
    const { allows: left, guarded } = combine(analysed(...allows, ...denies), undefined);
    return [left.length, guarded];
  };
  expect(granted(100)).toEqual([0, false]);
  expect(granted(1001)).toEqual([1001, true]);
});
