import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analysePolicyDocument, type PolicyDocumentAnalysis } from './index.ts';

const document = (...statements: object[]) => ({
  Version: '2012-10-17',
  Statement: statements.map((statement) => ({ Effect: 'Allow', ...statement })),
});
const allow = (Action: unknown, Resource: unknown = '*', more: object = {}) => ({ Action, Resource, ...more });
const deny = (Action: unknown, Resource: unknown = '*', more: object = {}) => ({ Effect: 'Deny', Action, Resource, ...more });
const analyse = (...statements: object[]) => analysePolicyDocument(document(...statements));
const mfa = { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } };
const tagged = { Condition: { StringEquals: { 'aws:ResourceTag/team': 'shop' } } };
const at = (lines: readonly { path: string; text: string }[]) => lines.map(({ path, text }) => `${path} ${text}`);

const selfGranting = ['AttachUserPolicy', 'PutUserPolicy', 'AttachRolePolicy', 'PutRolePolicy', 'AttachGroupPolicy', 'PutGroupPolicy']
  .concat('CreatePolicyVersion')
  .map((name) => `iam:${name}`);

describe('an administrator', () => {
  it.each<[string, object[], string[]]>([
    ['every action on every resource', [allow('*')], ['/Statement/0/Action *']],
    ['in lists', [allow(['s3:GetObject', '*'], ['arn:aws:s3:::a', '*'])], ['/Statement/0/Action/1 *']],
    ['first of a list', [allow(['*', 's3:*'])], ['/Statement/0/Action/0 *']],
    ['after patterns that end, or begin, with the star', [allow(['s3:*', '*Object', '*'])], ['/Statement/0/Action/2 *']],
    ['with another colon', [allow('*:*')], ['/Statement/0/Action *:*']],
    ['with another colon, in a list', [allow(['s3:GetObject', '*:*'])], ['/Statement/0/Action/1 *:*']],
    ['with more stars', [allow(['s3:GetObject', '**'], '**')], ['/Statement/0/Action/1 **']],
    ['without the bare star', [allow(['?*:*'])], ['/Statement/0/Action ["?*:*"]']],
    ['with MFA', [allow('*', '*', mfa)], ['/Statement/0/Action *']],
    ['after a deny of other things', [allow('*'), deny('s3:*')], ['/Statement/0/Action *']],
    ['after a deny under a condition', [allow('*'), deny('*', '*', mfa)], ['/Statement/0/Action *']],
    ['after a deny on named resources', [allow('*'), deny('*', 'arn:aws:s3:::a')], ['/Statement/0/Action *']],
    ['all but an action that is none', [{ NotAction: 'nothing:here', Resource: '*' }], ['/Statement/0/NotAction nothing:here']],
  ])('%s', (_, statements, lines) => {
    const { administrator } = analyse(...statements);
    expect(administrator.found).toBe(true);
    expect(at(administrator.lines)).toEqual(lines);
  });

  it.each<[string, object[]]>([
    ['one service', [allow('iam:*')]],
    ['all but a service', [{ NotAction: 's3:*', Resource: '*' }]],
    ['one resource', [allow('*', 'arn:aws:s3:::a/*')]],
    ['all but a resource', [{ Action: '*', NotResource: 'arn:aws:s3:::a' }]],
    ['every ARN of a service', [allow('*', 'arn:aws:s3:::*')]],
    ['every ARN of a partition and what the star begins', [allow('*', ['arn:aws:*', '*a'])]],
    ['under a condition on tags', [allow('*', '*', tagged)]],
    ['after a deny of everything', [allow('*'), deny('*')]],
    ['after a deny of identity', [allow('*'), deny('iam:*')]],
    ['a deny', [deny('*')]],
    ['after a deny of all that gives rights to itself', [allow('*'), deny(selfGranting)]],
  ])('not by %s', (_, statements) => expect(analyse(...statements).administrator).toEqual({ found: false, lines: [] }));

  it.each(selfGranting)('with %s left, which gives every right', (left) => {
    expect(analyse(allow('*'), deny(selfGranting.filter((action) => action !== left))).administrator.found).toBe(true);
  });
});

describe('service wildcards, as IAM.21 has them', () => {
  it.each<[string, object[], string[]]>([
    ['a service', [allow('s3:*')], ['/Statement/0/Action s3:*']],
    [
      'several',
      [allow(['s3:*', 'ec2:Describe*', 'sqs:*']), allow('sns:*')],
      ['/Statement/0/Action/0 s3:*', '/Statement/0/Action/2 sqs:*', '/Statement/1/Action sns:*'],
    ],
    ['on named resources', [allow('s3:*', 'arn:aws:s3:::a')], ['/Statement/0/Action s3:*']],
    ['everything', [allow('*')], ['/Statement/0/Action *']],
    ['all but a service', [{ NotAction: ['iam:*', 'sts:Get*'], Resource: '*' }], ['/Statement/0/NotAction/0 iam:*']],
    ['all but an action', [{ NotAction: 'iam:CreateUser', Resource: '*' }], []],
    ['part of a name', [allow(['ec2:Describe*', 's3:*Object', 'sqs:?*'])], []],
    ['a deny', [deny('s3:*'), { Effect: 'Deny', NotAction: 's3:*', Resource: '*' }], []],
    ['a service that is denied again', [allow('s3:*'), deny('s3:*')], []],
  ])('%s', (_, statements, lines) => {
    const { serviceWildcards } = analyse(...statements);
    expect(at(serviceWildcards.lines)).toEqual(lines);
    expect(serviceWildcards.found).toBe(lines.length > 0);
  });
});

describe('any wildcard', () => {
  it('counts them in actions, where something is allowed', () => {
    const { actions } = analyse(allow(['s3:Get*', 's3:PutObject', 'ec2:?un*']), deny('sqs:*'), { NotAction: 'iam:*', Resource: '*' }).anyWildcard;
    expect(actions).toEqual({
      count: 2,
      lines: [
        { path: '/Statement/0/Action/0', text: 's3:Get*' },
        { path: '/Statement/0/Action/2', text: 'ec2:?un*' },
      ],
    });
  });

  it('counts them in resources, and excuses actions that take only the star', () => {
    const lines = (...statements: object[]) => at(analyse(...statements).anyWildcard.resources.lines);
    expect(lines(allow('s3:GetObject', 'arn:aws:s3:::a/*'))).toEqual(['/Statement/0/Resource arn:aws:s3:::a/*']);
    expect(lines(allow('s3:GetObject', ['arn:aws:s3:::a', 'arn:aws:s3:::?']))).toEqual(['/Statement/0/Resource/1 arn:aws:s3:::?']);
    expect(lines(allow('s3:ListAllMyBuckets'))).toEqual([]);
    expect(lines(allow(['s3:ListAllMyBuckets', 's3:GetObject']))).toEqual(['/Statement/0/Resource *']);
    expect(lines({ Action: 's3:GetObject', NotResource: ['arn:aws:s3:::a', 'arn:aws:s3:::b'] })).toEqual([
      '/Statement/0/NotResource ["arn:aws:s3:::a","arn:aws:s3:::b"]',
    ]);
    expect(lines({ Action: 's3:GetObject', NotResource: 'arn:aws:s3:::a' })).toEqual(['/Statement/0/NotResource arn:aws:s3:::a']);
    expect(lines(deny('s3:GetObject'))).toEqual([]);
  });

  it('points into a document of one statement', () => {
    const { anyWildcard } = analysePolicyDocument({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action: 's3:Get*', Resource: ['*'] } });
    expect(at([...anyWildcard.actions.lines, ...anyWildcard.resources.lines])).toEqual(['/Statement/Action s3:Get*', '/Statement/Resource/0 *']);
  });
});

describe('negated grants', () => {
  it('are those of Allow alone', () => {
    const { negatedActionGrants } = analyse({ NotAction: ['iam:*', 'sts:*'], Resource: '*' }, { Effect: 'Deny', NotAction: 'iam:*', Resource: '*' });
    expect(at(negatedActionGrants.lines)).toEqual([]);
    const open = analyse({ NotAction: ['iam:*', 'sts:*'], Resource: '*' }, { Effect: 'Deny', NotAction: 'iam:*', Resource: '*', ...mfa });
    expect(at(open.negatedActionGrants.lines)).toEqual(['/Statement/0/NotAction ["iam:*","sts:*"]']);
  });

  it('never make a Deny a grant', () => {
    const only = analyse({ Effect: 'Deny', NotAction: ['iam:*'], Resource: '*' });
    expect(only.services).toEqual([]);
    expect([only.dataAccess.count, only.credentialExposure.count, only.resourceExposure.count, only.infrastructureModification.count]).toEqual([
      0, 0, 0, 0,
    ]);
    expect(only.escalations).toEqual([]);
  });
});

describe('classes', () => {
  const counts = ({ dataAccess, credentialExposure, resourceExposure, infrastructureModification }: PolicyDocumentAnalysis) =>
    [dataAccess, credentialExposure, resourceExposure, infrastructureModification].map(({ count, limited }) => [count, limited]);

  it('tell actions on every resource by name, and count the others', () => {
    const { dataAccess } = analyse(
      allow(['s3:GetObject', 's3:ListBucket', 'dynamodb:Sc*']),
      allow('sqs:ReceiveMessage', 'arn:aws:sqs:*:*:x'),
      allow('kinesis:GetRecords', '*', tagged),
    );
    expect(dataAccess).toEqual({
      count: 2,
      actions: ['dynamodb:Scan', 's3:GetObject'],
      services: ['dynamodb', 's3'],
      lines: [
        { path: '/Statement/0/Action/0', text: 's3:GetObject' },
        { path: '/Statement/0/Action/2', text: 'dynamodb:Sc*' },
      ],
      limited: 2,
    });
  });

  it('gather what several statements grant', () => {
    const { dataAccess } = analyse(allow('s3:GetObject'), allow('s3:GetObjectVersion'), allow('sqs:ReceiveMessage'));
    expect(dataAccess).toMatchObject({ count: 3, actions: ['s3:GetObject', 's3:GetObjectVersion', 'sqs:ReceiveMessage'], limited: 0 });
    expect(dataAccess.lines).toHaveLength(3);
  });

  it('gather what lies in one word of the table', () => {
    const { dataAccess } = analyse(allow('dynamodb:Query'), allow('dynamodb:Scan'));
    expect(dataAccess).toMatchObject({ count: 2, actions: ['dynamodb:Query', 'dynamodb:Scan'] });
  });

  it('quote no line on named resources, nor one without such an action', () => {
    const { dataAccess } = analyse(allow('s3:GetObject', 'arn:aws:s3:::a/*'), allow('ec2:DescribeInstances'), allow('s3:GetObject'));
    expect(dataAccess).toMatchObject({ count: 1, limited: 0 });
    expect(at(dataAccess.lines)).toEqual(['/Statement/2/Action s3:GetObject']);
  });

  it('quote no line of which nothing is left', () => {
    const { dataAccess, credentialExposure } = analyse({ NotAction: 'ec2:*', Resource: '*' }, deny(['s3:*', 'sts:*', 'iam:*']));
    expect(at(dataAccess.lines)).toEqual(['/Statement/0/NotAction ec2:*']);
    expect(dataAccess.actions).not.toContain('s3:GetObject');
    expect(credentialExposure.actions).not.toContain('sts:AssumeRole');
    expect(analyse({ NotAction: 'ec2:*', Resource: '*' }, deny('*')).dataAccess).toMatchObject({ count: 0, lines: [] });
    const only = analyse({ NotAction: 'ec2:*', Resource: '*' }, { Effect: 'Deny', NotAction: ['xray:*', 'ec2:*'], Resource: '*' });
    expect(only.negatedActionGrants.count).toBe(1);
    expect(only.dataAccess).toMatchObject({ count: 0, lines: [] });
    expect(
      analyse({ NotAction: 'ec2:*', Resource: '*' }, deny(['iam:*', 'sts:*']), allow('xray:PutTraceSegments')).resourceExposure.count,
    ).toBeGreaterThan(100);
  });

  it.each<[string, object[], number[][]]>([
    [
      'a change',
      [allow('ec2:StopInstances')],
      [
        [0, 0],
        [0, 0],
        [0, 0],
        [1, 0],
      ],
    ],
    [
      'a change of an identity',
      [allow('iam:PutUserPolicy')],
      [
        [0, 0],
        [0, 0],
        [1, 0],
        [1, 0],
      ],
    ],
    [
      'a credential',
      [allow('iam:CreateAccessKey')],
      [
        [0, 0],
        [1, 0],
        [0, 0],
        [1, 0],
      ],
    ],
    [
      'a credential with MFA',
      [allow('iam:CreateAccessKey', '*', mfa)],
      [
        [0, 0],
        [1, 0],
        [0, 0],
        [1, 0],
      ],
    ],
    [
      'a credential of one user',
      [allow('iam:CreateAccessKey', 'arn:aws:iam::111122223333:user/ci')],
      [
        [0, 0],
        [0, 1],
        [0, 0],
        [0, 1],
      ],
    ],
    [
      'denied again',
      [allow(['iam:CreateAccessKey', 's3:GetObject']), deny('iam:*')],
      [
        [1, 0],
        [0, 0],
        [0, 0],
        [0, 0],
      ],
    ],
    [
      'denied on some',
      [allow('s3:GetObject'), deny('s3:GetObject', 'arn:aws:s3:::secret/*')],
      [
        [1, 0],
        [0, 0],
        [0, 0],
        [0, 0],
      ],
    ],
    [
      'nothing known',
      [allow('made-up:Thing')],
      [
        [0, 0],
        [0, 0],
        [0, 0],
        [0, 0],
      ],
    ],
  ])('%s', (_, statements, expected) => expect(counts(analyse(...statements))).toEqual(expected));
});

describe('services', () => {
  it('have access levels by how far they reach', () => {
    const { services } = analyse(allow(['s3:GetObject', 's3:ListBucket']), allow('s3:PutObject', 'arn:aws:s3:::a/*'), allow('sqs:*', '*', tagged));
    expect(services).toEqual([
      {
        service: 's3',
        name: 'Amazon S3',
        accessLevels: ['list', 'read', 'write'],
        unscoped: ['list', 'read'],
        scoped: ['write'],
        conditional: [],
        everyAction: false,
      },
      expect.objectContaining({ service: 'sqs', unscoped: [], everyAction: false }),
    ]);
    expect(analyse(allow('sqs:*')).services[0]).toMatchObject({ service: 'sqs', everyAction: true });
  });
});

describe('the whole', () => {
  it('finds escalations of the document alone', () => {
    expect(analyse(allow('iam:AttachUserPolicy')).escalations.map(({ id }) => id)).toContain('iam-008');
    expect(analyse(allow('iam:AttachUserPolicy'), deny('iam:AttachUserPolicy')).escalations).toEqual([]);
    expect(analysePolicyDocument(document(allow('iam:AttachUserPolicy')), { escalations: false }).escalations).toEqual([]);
  });

  it('tells unknown actions, and counts statements', () => {
    const { unknownActions, statements } = analyse(allow(['s3:Nothing', 's3:GetObject']), deny('nothing:*'));
    expect(unknownActions).toEqual({
      count: 2,
      lines: [
        { path: '/Statement/0/Action/0', text: 's3:Nothing' },
        { path: '/Statement/1/Action', text: 'nothing:*' },
      ],
    });
    expect(statements).toBe(2);
  });

  it('takes an object, its text, and IAM’s encoded text for the same', () => {
    const made = document(allow(['iam:PassRole', 's3:*']), deny('s3:DeleteBucket'));
    const expected = analysePolicyDocument(made);
    expect(analysePolicyDocument(JSON.stringify(made))).toEqual(expected);
    expect(analysePolicyDocument(encodeURIComponent(JSON.stringify(made)))).toEqual(expected);
    expect(analysePolicyDocument(made)).toEqual(JSON.parse(JSON.stringify(expected)));
  });

  it('tells what IAM refuses, and analyses what can be read of it', () => {
    const refused = analyse(allow('*', '*', { Sid: 'a-b' }));
    expect(refused).toMatchObject({
      valid: false,
      readable: true,
      administrator: { found: true },
      problems: [{ id: 'sid-characters', path: '/Statement/0/Sid' }],
    });
  });

  it.each<[string, unknown, number]>([
    ['text', 'no policy', 0],
    ['nothing', undefined, 0],
    ['a list', [], 0],
    ['no statement', {}, 0],
    ['an effect that is none', document({ Effect: 'allow', Action: '*', Resource: '*' }), 0],
    ['no Resource', document({ Action: '*' }), 1],
  ])('says nothing of what cannot be read: %s', (_, raw, statements) => {
    const nothing = { count: 0, lines: [] };
    const none = { count: 0, actions: [], services: [], lines: [], limited: 0 };
    const { problems, ...figures } = analysePolicyDocument(raw);
    expect(problems).not.toEqual([]);
    expect(figures).toEqual({
      readable: false,
      valid: false,
      statements,
      administrator: { found: false, lines: [] },
      serviceWildcards: { found: false, lines: [] },
      anyWildcard: { actions: nothing, resources: nothing },
      negatedActionGrants: nothing,
      services: [],
      dataAccess: none,
      credentialExposure: none,
      resourceExposure: none,
      infrastructureModification: none,
      escalations: [],
      unknownActions: nothing,
    });
  });

  it('says of a trust policy only whether it is one', () => {
    const trust = { Version: '2012-10-17', Statement: { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' } };
    expect(analysePolicyDocument(trust, { kind: 'trust' })).toMatchObject({ readable: true, valid: true, statements: 1, services: [] });
    expect(analysePolicyDocument(trust)).toMatchObject({ readable: false, valid: false });
    expect(analysePolicyDocument('no policy', { kind: 'trust' })).toMatchObject({ readable: false, valid: false });
    expect(analysePolicyDocument(document(allow('*')), { kind: 'trust' })).toMatchObject({
      administrator: { found: false },
      services: [],
      escalations: [],
    });
  });

  it('never throws, and changes nothing', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSparseArray: true }), (value) => {
        for (const raw of [
          value,
          { Statement: value },
          document(allow(value, value)),
          document({ Action: 's3:*', Resource: '*', Condition: value }),
        ]) {
          expect(analysePolicyDocument(raw).valid).toBe(analysePolicyDocument(raw).problems.every(({ severity }) => severity === 'warning'));
        }
      }),
      { numRuns: 500 },
    );
    const self: Record<string, unknown> = { Version: '2012-10-17' };
    self['Statement'] = self;
    expect(analysePolicyDocument(self).readable).toBe(false);
  });
});
