import { describe, expect, it } from 'vitest';
import { allow, deny, grant, maskOf, read, type RawStatement } from './policies.test-helper.ts';

describe('effective permissions', () => {
  it.each([
    ['a service', [read(allow('sqs:*'))], 'sqs', 'all:RWPT scoped: conditional: every'],
    ['names in any case', [read(allow('SQS:receivemessage'))], 'sqs', 'all:R scoped: conditional:'],
    ['one question mark', [read(allow('sqs:SendMessag?'))], 'sqs', 'all:W scoped: conditional:'],
    ['named resources', [read(allow('sqs:SendMessage', 'arn:aws:sqs:eu-west-1:111122223333:orders'))], 'sqs', 'all: scoped:W conditional:'],
    [
      'a condition',
      [read(allow('sqs:SendMessage', '*', { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } }))],
      'sqs',
      'all: scoped: conditional:W',
    ],
    ['rights split over two policies', [read(allow('sqs:SendMessage')), read(allow('sqs:ReceiveMessage'))], 'sqs', 'all:RW scoped: conditional:'],
    ['everything but', [read({ Effect: 'Allow', NotAction: ['iam:*'], Resource: '*' })], 'iam', 'nothing'],
    ['a deny in another policy', [read(allow('sqs:*')), read(deny('sqs:*'))], 'sqs', 'nothing'],
    ['a deny of some', [read(allow(['sqs:SendMessage', 'sqs:ReceiveMessage'])), read(deny('sqs:Send*'))], 'sqs', 'all:R scoped: conditional:'],
    [
      'a deny of all but some',
      [read(allow(['sqs:SendMessage', 'ec2:StartInstances'])), read({ Effect: 'Deny', NotAction: 'ec2:*', Resource: '*' })],
      'sqs',
      'nothing',
    ],
    [
      'a deny under a condition',
      [read(allow('sqs:SendMessage'), deny('sqs:*', '*', { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } }))],
      'sqs',
      'all:W scoped: conditional:',
    ],
    ['a deny on one queue', [read(allow('sqs:SendMessage'), deny('sqs:*', 'arn:aws:sqs:*:*:secret'))], 'sqs', 'all:W scoped: conditional:'],
    ['a deny on the very resources allowed', [read(allow('s3:GetObject', 'arn:aws:s3:::a/*'), deny('s3:*', 'arn:aws:s3:::a*'))], 's3', 'nothing'],
    [
      'a deny on resources it does not cover',
      [read(allow('s3:GetObject', 'arn:aws:s3:::a*'), deny('s3:*', 'arn:aws:s3:::a/*'))],
      's3',
      'all: scoped:R conditional:',
    ],
    [
      'a deny on all but some resources',
      [read(allow('s3:GetObject'), { Effect: 'Deny', Action: 's3:*', NotResource: 'arn:aws:s3:::a/*' })],
      's3',
      'all:R scoped: conditional:',
    ],
    ['every ARN of the service', [read(allow('s3:GetObject', 'arn:aws:s3:::*'))], 's3', 'all:R scoped: conditional:'],
    [
      'all resources but one',
      [read({ Effect: 'Allow', Action: 's3:GetObject', NotResource: 'arn:aws:s3:::a/*' })],
      's3',
      'all:R scoped: conditional:',
    ],
  ])('%s', (_, policies, service, mask) => expect(maskOf(grant(policies), service)).toBe(mask));

  it('tells guards that stand beside the grants', () => {
    const guard = deny('*', '*', { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } });
    expect(grant([read(allow('sqs:*'), guard)]).effective.guarded).toBe(true);
    expect(grant([read(allow('sqs:*'), deny('sqs:Delete*'))]).effective.guarded).toBe(false);
    expect(grant([read(allow('sqs:*'), deny('sns:*', 'arn:aws:sns:*:*:x'))]).effective.guarded).toBe(false);
  });

  it.each([
    ['none of it', read(allow('ec2:*')), 'nothing'],
    ['all of it', read(allow('*')), 'all:RWPT scoped: conditional: every'],
    ['some of it', read(allow('sqs:Receive*')), 'all:R scoped: conditional:'],
    ['on some resources', read(allow('sqs:Receive*', 'arn:aws:sqs:*:*:a')), 'all: scoped:R conditional:'],
    ['under a condition', read(allow('sqs:Receive*', '*', { Bool: { 'aws:SecureTransport': 'true' } })), 'all: scoped: conditional:R'],
    ['with a deny of its own', read(allow('*'), deny('sqs:*')), 'nothing'],
  ])('within a boundary that lets pass %s', (_, boundary, mask) => {
    const analysis = grant([read(allow('sqs:*'))], { boundary });
    expect(maskOf(analysis, 'sqs')).toBe(mask);
    expect(analysis.effective.bounded).toBe(true);
  });
});

describe('a boundary with resources or conditions of its own', () => {
  const queue = (name: string) => `arn:aws:sqs:eu-west-1:111122223333:${name}`;

  it.each<[string, RawStatement, RawStatement[], string]>([
    ['that names the same resource', allow('sqs:*', queue('a')), [allow('sqs:*', queue('a'))], 'all: scoped:RWPT conditional:'],
    ['that names a wider one', allow('sqs:*', queue('a')), [allow('sqs:*', queue('*'))], 'all: scoped:RWPT conditional:'],
    ['that names another', allow('sqs:*', queue('a')), [allow('sqs:*', queue('b'))], 'nothing'],
    [
      'that names another for some actions',
      allow('sqs:*', queue('a')),
      [allow('sqs:S*', queue('b')), allow('sqs:R*', queue('a'))],
      'all: scoped:RP conditional:',
    ],
    [
      'that names all but another',
      allow('sqs:*', queue('a')),
      [{ Effect: 'Allow', Action: 'sqs:*', NotResource: queue('a') }],
      'all: scoped:RWPT conditional:',
    ],
    ['that names the caller’s own', allow('sqs:*', queue('ana')), [allow('sqs:*', queue('${aws:username}'))], 'all: scoped:RWPT conditional:'],
    [
      'that has a condition',
      allow('sqs:*', queue('a')),
      [allow('sqs:*', '*', { Bool: { 'aws:SecureTransport': 'true' } })],
      'all: scoped: conditional:RWPT',
    ],
    ['that denies some of it', allow('sqs:*', queue('a')), [allow('*'), deny('sqs:S*')], 'all: scoped:RWPT conditional:'],
    ['that denies it there', allow('sqs:*', queue('a')), [allow('*'), deny('sqs:*', queue('a'))], 'nothing'],
    [
      'that denies it there under a condition',
      allow('sqs:*', queue('a')),
      [allow('*'), deny('sqs:*', '*', { Bool: { 'aws:SecureTransport': 'false' } })],
      'all: scoped:RWPT conditional:',
    ],
  ])('%s', (_, statement, boundary, mask) => {
    expect(maskOf(grant([read(statement)], { boundary: read(...boundary) }), 'sqs')).toBe(mask);
  });

  it('stands as a guard where it denies under a condition', () => {
    const boundary = read(allow('*'), deny('sqs:*', '*', { Bool: { 'aws:SecureTransport': 'false' } }));
    expect(grant([read(allow('sqs:*'))], { boundary }).effective.guarded).toBe(true);
  });
});

describe('a deny', () => {
  it.each<[string, RawStatement]>([
    ['of everything', deny('*')],
    ['of all but some actions', { Effect: 'Deny', NotAction: 'sqs:SendMessage', Resource: '*' }],
    ['under a condition', deny('*', '*', { Bool: { 'aws:SecureTransport': 'false' } })],
    ['of all but some resources', { Effect: 'Deny', Action: 'sqs:*', NotResource: 'arn:aws:sqs:*:*:a' }],
  ])('%s is never a grant', (_, statement) => expect(grant([read(statement)]).effective.services).toEqual([]));

  it.each<[string, RawStatement]>([
    ['without MFA', deny('*', '*', { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } })],
    ['from elsewhere', deny('*', '*', { NotIpAddress: { 'aws:SourceIp': '192.0.2.0/24' } })],
    ['on some resources', deny('iam:*', 'arn:aws:iam::*:role/prod-*')],
    ['on all but some resources', { Effect: 'Deny', Action: 'iam:*', NotResource: 'arn:aws:iam::*:user/*' }],
  ])('%s makes no administrator less of one, and stands beside', (_, statement) => {
    const { administrator, effective } = grant([read(allow('*')), read(statement)]);
    expect([administrator.state, effective.guarded]).toEqual(['yes', true]);
  });

  it('in one policy takes from what another grants', () => {
    expect(maskOf(grant([read(allow('sqs:*')), read(deny('sqs:Send*'))]), 'sqs')).toContain('all:RWPT');
    expect(maskOf(grant([read(allow('sqs:SendMessage')), read(deny('sqs:Send*'))]), 'sqs')).toBe('nothing');
  });
});

describe('what cannot be said', () => {
  const all = { state: 'unresolved' } as const;

  it.each([
    ['a policy that is not in the data', grant([read(allow('sqs:*')), all]), 'partial', ['unresolved']],
    ['a policy that cannot be read', grant([{ state: 'unreadable' }]), 'partial', ['unreadable']],
    ['a statement without resources', grant([read({ Effect: 'Allow', Action: 'sqs:*' })]), 'partial', ['unreadable']],
    ['a group that is not in the data', grant([], { absentGroups: ['ops'] }), 'partial', ['group-absent']],
    ['a boundary that is not in the data', grant([read(allow('sqs:*'))], { boundary: all }), 'partial', ['boundary-unresolved']],
    ['an action that the data do not know', grant([read(allow(['sqs:SendMessage', 'sqs:Teleport', 'warp:*']))]), 'partial', ['unknown-actions']],
    ['nothing', grant([read(allow('sqs:*'))]), 'known', []],
  ])('%s', (_, { effective }, status, gaps) => {
    expect(effective.status).toBe(status);
    expect(effective.gaps.map((gap) => gap.id)).toEqual(gaps);
  });

  it('makes verdicts unknown, never clear', () => {
    const { administrator, serviceWildcards, broadDataAccess } = grant([read(allow('sqs:SendMessage')), all]);
    expect(administrator).toEqual({ state: 'unknown', quotes: [], unknown: ['P2'] });
    expect([serviceWildcards.unknown, broadDataAccess.unknown]).toEqual([['P2'], ['P2']]);
  });
});
