import { awsAccount, details, wholeAccount } from '../testing/aws.test-helper.ts';
import { fails, missing, unproven } from '../testing/case.test-helper.ts';
import { engagementOf } from '../testing/engagement.test-helper.ts';
import { reportOf } from '../testing/report.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './principal-broad-data-access.ts';

const aws = awsAccount();
const gov = awsAccount('111122223333', 'aws-us-gov');
const readOnly = (account: typeof aws, name = 'ReadOnlyAccess') =>
  account.policy(name, [{ Action: ['ec2:Describe*', 's3:Get*', 's3:List*', 'dynamodb:Scan', 'iam:Get*'] }]);
const viewOnly = aws.policy('job-function/ViewOnlyAccess', [
  { Action: ['ec2:Describe*', 's3:ListAllMyBuckets', 's3:ListBucket', 'dynamodb:ListTables', 'logs:DescribeLogGroups'] },
]);
const copy = 'arn:aws:iam::111122223333:policy/readers';
const limit = 'arn:aws:iam::111122223333:policy/limit';
const broad = (policies: string[], lines: number, ...services: string[]) => fails('broad', { policies, lines, services, count: services.length });

testRule(rule, [
  {
    name: 'ReadOnlyAccess by name, its copy, by group, ViewOnlyAccess, and reads on named resources',
    snapshot: aws.snapshot(
      wholeAccount({
        users: [
          aws.user('ana', { attached: ['ReadOnlyAccess'] }),
          aws.user('ben', { attached: [copy] }),
          aws.user('cy', { groups: ['readers'] }),
          aws.user('dee', { attached: ['job-function/ViewOnlyAccess'] }),
          aws.user('eve', { inline: { shop: [{ Action: 's3:GetObject', Resource: 'arn:aws:s3:::shop/*' }] } }),
          aws.user('fay', { inline: { keys: [{ Action: 'secretsmanager:GetSecretValue' }] }, attached: ['ReadOnlyAccess'] }),
        ],
        groups: [aws.group('readers', { attached: ['ReadOnlyAccess'] })],
        policies: [readOnly(aws), readOnly(aws, copy), viewOnly],
      }),
    ),
    expected: {
      ana: broad(['ReadOnlyAccess'], 2, 's3', 'dynamodb'),
      ben: broad(['readers'], 2, 's3', 'dynamodb'),
      cy: broad(['ReadOnlyAccess'], 2, 's3', 'dynamodb'),
      dee: 'pass',
      eve: 'pass',
      fay: broad(['ReadOnlyAccess', 'keys'], 3, 's3', 'dynamodb', 'secretsmanager'),
    },
  },
  {
    name: 'a tag that narrows, MFA that does not, a deny, a boundary, and a boundary that is not there',
    snapshot: aws.snapshot(
      wholeAccount({
        users: [
          aws.user('ana', { inline: { own: [{ Action: 's3:GetObject', Condition: { StringEquals: { 's3:ExistingObjectTag/team': 'shop' } } }] } }),
          aws.user('ben', { inline: { own: [{ Action: 's3:GetObject', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }] } }),
          aws.user('cy', { attached: ['ReadOnlyAccess'], inline: { no: [{ Effect: 'Deny', Action: ['s3:GetObject*', 'dynamodb:*'] }] } }),
          aws.user('dee', { attached: ['ReadOnlyAccess'], boundary: limit }),
          aws.user('eve', { attached: ['ReadOnlyAccess'], boundary: 'arn:aws:iam::111122223333:policy/gone' }),
        ],
        policies: [readOnly(aws), aws.policy(limit, [{ Action: 'dynamodb:*' }])],
      }),
    ),
    expected: {
      ana: 'pass',
      ben: broad(['own'], 1, 's3'),
      cy: 'pass',
      dee: broad(['ReadOnlyAccess'], 1, 'dynamodb'),
      eve: unproven('unresolved', 'unknown', { policies: ['gone'] }),
    },
  },
  {
    name: 'what could not be read may read all; what was read and does so fails',
    snapshot: aws.snapshot(
      wholeAccount({
        users: [
          aws.user('ana', { attached: ['Gone'] }),
          aws.user('ben', { attached: ['Gone', 'ReadOnlyAccess'] }),
          aws.user('cy', { groups: ['gone'] }),
        ],
        policies: [readOnly(aws)],
      }),
    ),
    expected: {
      ana: unproven('unresolved', 'unknown', { policies: ['Gone'] }),
      ben: broad(['ReadOnlyAccess'], 2, 's3', 'dynamodb'),
      cy: unproven('unresolved', 'unknown', { policies: ['group/gone'] }),
    },
  },
  {
    name: 'more services and lines than are named',
    snapshot: aws.snapshot(
      wholeAccount({
        users: [aws.user('ana', { inline: { all: [{ Action: '*' }], many: [{ Action: ['athena:*', 'kinesis:Get*', 'sqs:*', 's3:*'] }] } })],
      }),
    ),
    expected: {
      ana: fails('broad', {
        policies: ['all', 'many'],
        lines: 5,
        count: 30,
        services: ['s3', 'dynamodb', 'secretsmanager', 'ssm', 'sqs', 'logs', 'aoss', 'athena'],
      }),
    },
  },
  {
    name: 'in scope only',
    snapshot: aws.snapshot(
      wholeAccount({ users: ['ana', 'ben'].map((name) => aws.user(name, { attached: ['ReadOnlyAccess'] })), policies: [readOnly(aws)] }),
    ),
    engagement: engagementOf({ principals: [{ arn: aws.arn('user', '/ben'), party: 'customer' }] }),
    expected: { ana: broad(['ReadOnlyAccess'], 2, 's3', 'dynamodb') },
  },
  {
    name: 'another partition',
    snapshot: gov.snapshot(wholeAccount({ users: [gov.user('ana', { attached: ['ReadOnlyAccess'] })], policies: [readOnly(gov)] })),
    expected: { ana: broad(['ReadOnlyAccess'], 2, 's3', 'dynamodb') },
  },
  {
    name: 'users from the report, roles from the details',
    snapshot: aws.snapshot([details({ roles: [aws.role('app', [])] }), reportOf({ ana: {} })]),
    expected: { [aws.id]: unproven('missing', 'list-partial', { parts: ['userDetails'] }), ana: unproven('missing', 'no-policies'), app: 'pass' },
  },
  { name: 'nothing of permissions', snapshot: aws.snapshot([reportOf({ ana: {} })]), expected: { [aws.id]: missing('roleDetails', 'userDetails') } },
]);
