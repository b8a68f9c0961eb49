import fc from 'fast-check';
import type { AuthorizationRequest } from './index.ts';
import type { Document, KnownRequest, Statement, Value } from './reference.test-helper.ts';
import { account, ana, bucket, federated, guest, key, object, partner, role, root, session } from './requests.test-helper.ts';

type Who = KnownRequest['principal'];

const linked = `arn:aws:iam::${account}:role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX`;
const people: { who: Who; serviceLinked?: boolean }[] = [
  { who: { arn: ana, kind: 'user', account } },
  { who: { arn: guest, kind: 'user', account: partner } },
  { who: { arn: session, kind: 'session', account, role } },
  { who: { arn: session.replace(account, partner), kind: 'session', account: partner, role: role.replace(account, partner) } },
  { who: { arn: federated, kind: 'federated', account, issuer: ana } },
  { who: { arn: root, kind: 'root', account } },
  { who: { arn: 's3.amazonaws.com', kind: 'service', account: null } },
  { who: { arn: '*', kind: 'anonymous', account: null } },
  { who: { arn: `arn:aws:sts::${account}:assumed-role/AWSServiceRoleForX/x`, kind: 'session', account, role: linked }, serviceLinked: true },
];

const questions = [
  ['s3:GetObject', object],
  ['s3:PutObject', `${bucket}/area/ana/a*b`],
  ['s3:ListBucket', bucket],
  ['ec2:RunInstances', `arn:aws:ec2:eu-west-1:${account}:instance/i-1`],
  ['kms:Decrypt', key],
  ['sts:AssumeRole', `arn:aws:iam::${account}:role/target`],
  ['iam:ListUsers', '*'],
] as const;

const oneOrMany = <T>(entry: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 2, arbitrary: entry }, { weight: 1, arbitrary: fc.array(entry, { maxLength: 3 }) });

const actions = oneOrMany(
  fc.constantFrom('*', 's3:*', 's3:Get*', 'S3:getobject', 's3:??tObject', 'ec2:*', 'kms:*', 'sts:AssumeRole', '*:*s*', 'iam:List*', 's3:PutObject'),
);
const resources = oneOrMany(
  fc.constantFrom(
    '*',
    '*',
    '*',
    'arn:aws:s3:::*',
    bucket,
    `${bucket}/*`,
    `${bucket}/area/\${aws:username}/*`,
    `${bucket}/area/\${aws:username, 'ana'}/a\${*}b`,
    `${bucket}/area/\${k:text}/a?b`,
    'arn:aws:s3:::b?cket/k*',
    `arn:aws:ec2:*:${account}:instance/*`,
    'arn:aws:ec2:*:*:instance/?-1',
    'arn:aws:s3',
    `arn:aws:ec2:eu-west-1:${account}`,
    'arn:aws:kms:*:*:key/*',
    `arn:aws:iam::${account}:role/*`,
  ),
);
const principals = fc.oneof(
  { weight: 1, arbitrary: fc.constant('*' as const) },
  {
    weight: 3,
    arbitrary: fc.record({
      AWS: oneOrMany(
        fc.constantFrom(
          '*',
          account,
          partner,
          root,
          `arn:aws:iam::${partner}:root`,
          ana,
          guest,
          role,
          role.replace(account, partner),
          session,
          session.replace(account, partner),
          federated,
          linked,
        ),
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ Service: oneOrMany(fc.constantFrom('s3.amazonaws.com', 'ec2.amazonaws.com')), AWS: fc.constantFrom(account, ana) }),
  },
);
/** A NotPrincipal that spares somebody names several. */
const spared = fc.oneof(
  principals,
  fc.constantFrom({ AWS: [account, ana] }, { AWS: [account, role, session] }, { AWS: [root, federated] }, { Service: 's3.amazonaws.com' }),
);

export const texts = ['ana', 'Ana', 'a*b', 'x', ''];
export const numbers = ['5', '10', '7.5', 'none'];
export const times = ['2026-01-01T00:00:00Z', '1767225600', '2026-06-01T00:00:00Z', '1600000000'];
export const addresses = ['10.0.0.1', '192.168.1.1', '203.0.113.9'];
const arns = ['arn:aws:sns:eu-west-1:1:topic', 'arn:aws:sns:us-east-1:1:other:topic', 'no-arn'];

const families: [names: string[], key: string, wanted: unknown[]][] = [
  [
    ['StringEquals', 'StringNotEquals', 'StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase', 'StringLike', 'StringNotLike'],
    'k:Text',
    ['ana', 'a*', '?na', 'x', '${aws:username}', "${k:number, 'x'}", 'a${*}b', '*', ''],
  ],
  [
    ['NumericEquals', 'NumericNotEquals', 'NumericLessThan', 'NumericLessThanEquals', 'NumericGreaterThan', 'NumericGreaterThanEquals'],
    'k:Number',
    ['5', 10, '7.5', 'none'],
  ],
  [
    ['DateEquals', 'DateNotEquals', 'DateLessThan', 'DateLessThanEquals', 'DateGreaterThan', 'DateGreaterThanEquals'],
    'k:Time',
    ['2026-01-01T00:00:00Z', '1767225600', '2026-03-01T00:00:00Z'],
  ],
  [['Bool'], 'k:Flag', ['true', false, 'TRUE']],
  [['IpAddress', 'NotIpAddress'], 'k:Address', ['10.0.0.0/8', '192.168.0.0/16', '203.0.113.9', '0.0.0.0/0']],
  [['ArnEquals', 'ArnLike', 'ArnNotEquals', 'ArnNotLike'], 'k:Arn', ['arn:aws:sns:*:1:topic', 'arn:aws:sns:*:topic', 'arn:*:*:*:*:*', '*']],
  [['BinaryEquals'], 'k:Text', ['ana']],
];

const conditions = fc.oneof(
  { weight: 6, arbitrary: fc.constant({}) },
  {
    weight: 3,
    arbitrary: fc
      .array(
        fc.constantFrom(...families).chain(([names, name, wanted]) =>
          fc
            .record({
              set: fc.constantFrom('', '', '', 'ForAllValues:', 'ForAnyValue:'),
              operator: fc.constantFrom(...names),
              exists: fc.constantFrom('', '', 'IfExists'),
              values: oneOrMany(fc.constantFrom(...wanted)),
            })
            .map(({ set, operator, exists, values }) => [`${set}${operator}${exists}`, { [name]: values }] as const),
        ),
        { minLength: 1, maxLength: 2 },
      )
      .map((entries) => Object.fromEntries(entries)),
  },
  { weight: 1, arbitrary: fc.record({ Null: fc.record({ 'K:TEXT': fc.constantFrom('true', false, ['true', 'false']) }) }) },
);

const effect = fc.oneof({ weight: 3, arbitrary: fc.constant('Allow' as const) }, { weight: 1, arbitrary: fc.constant('Deny' as const) });

function statements(part: { principal: boolean }): fc.Arbitrary<Statement> {
  return fc
    .record({
      Effect: effect,
      actions,
      notAction: fc.nat(9),
      resources,
      notResource: fc.nat(9),
      Condition: conditions,
      principals,
      spared,
      notPrincipal: fc.nat(5),
    })
    .map(({ Effect, actions, notAction, resources, notResource, Condition, principals, spared, notPrincipal }) => ({
      Effect,
      ...(notAction === 0 ? { NotAction: actions } : { Action: actions }),
      ...(notResource === 0 ? { NotResource: resources } : { Resource: resources }),
      ...(part.principal ? (notPrincipal === 0 ? { NotPrincipal: spared } : { Principal: principals }) : {}),
      ...(Object.keys(Condition).length === 0 ? {} : { Condition }),
    }))
    .map((statement) => statement as Statement);
}

function documents(principal: boolean): fc.Arbitrary<Document> {
  const full: Document = {
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Action: '*', Resource: '*', ...(principal ? { Principal: '*' } : {}) },
  };
  const made = fc.record({
    Version: fc.constantFrom('2012-10-17', '2012-10-17', '2012-10-17', '2008-10-17'),
    Statement: oneOrMany(statements({ principal })),
  });
  return fc.oneof({ weight: 1, arbitrary: fc.constant(full) }, { weight: 2, arbitrary: made });
}

const identity = documents(false);
const none = <T>(arbitrary: fc.Arbitrary<T[]>, weight: number) => fc.oneof({ weight, arbitrary: fc.constant<T[]>([]) }, { weight: 2, arbitrary });
const values = (pool: string[]): fc.Arbitrary<Value> =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 4, arbitrary: fc.constantFrom(...pool) },
    { weight: 1, arbitrary: fc.array(fc.constantFrom(...pool), { maxLength: 3 }) },
  );

export const contextKeys = ['k:text', 'k:number', 'k:time', 'k:flag', 'k:address', 'k:arn'] as const;
const context = fc.record({
  'k:text': values(texts),
  'k:number': values(numbers),
  'k:time': values(times),
  'k:flag': values(['true', 'false']),
  'k:address': values(addresses),
  'k:arn': values(arns),
});

/** Requests of which everything is known. */
export const knownRequests: fc.Arbitrary<KnownRequest> = fc
  .record({
    person: fc.constantFrom(...people, ...people.slice(0, 3)),
    question: fc.constantFrom(...questions, ...questions.slice(0, 2)),
    owner: fc.constantFrom(account, account, partner),
    managementAccount: fc.constantFrom(undefined, undefined, undefined, account, partner),
    context,
    identityPolicies: fc.array(identity, { maxLength: 3 }),
    permissionsBoundary: none(fc.array(identity, { minLength: 1, maxLength: 1 }), 3),
    sessionPolicies: none(fc.array(identity, { minLength: 1, maxLength: 2 }), 2),
    resourcePolicy: none(fc.array(documents(true), { minLength: 1, maxLength: 1 }), 1),
    serviceControlPolicies: none(fc.array(fc.array(identity, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 }), 4),
    resourceControlPolicies: none(fc.array(fc.array(documents(true), { minLength: 1, maxLength: 1 }), { minLength: 1, maxLength: 2 }), 6),
  })
  .map(({ person: { who, serviceLinked = false }, question: [action, resource], owner, managementAccount, context, ...layers }) => {
    const written = resource.split(':')[4] ?? '';
    const username = who.kind === 'user' ? (who.arn.split('/').at(-1) ?? null) : null;
    return {
      principal: who,
      serviceLinked,
      action,
      resource,
      resourceAccount: written === '' ? owner : written,
      ...(managementAccount === undefined ? {} : { managementAccount }),
      context: { ...context, 'aws:username': username },
      ...layers,
    };
  });

/** The same request as the engine takes it. */
export function toRequest({ principal, context, ...known }: KnownRequest): AuthorizationRequest {
  const { arn, role, issuer } = principal;
  return {
    ...known,
    principal: { arn, ...(role === undefined ? {} : { roleArn: role }), ...(issuer === undefined ? {} : { federatedBy: issuer }) },
    context,
    contextComplete: true,
  };
}
