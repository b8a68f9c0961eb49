import { awsAccount, details, wholeAccount } from '../testing/aws.test-helper.ts';
import { fails, missing, unproven } from '../testing/case.test-helper.ts';
import { engagementOf } from '../testing/engagement.test-helper.ts';
import { reportOf } from '../testing/report.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './principal-service-wildcard.ts';

const aws = awsAccount();
const china = awsAccount('111122223333', 'aws-cn');
const ec2Full = (account: typeof aws, name = 'AmazonEC2FullAccess') =>
  account.policy(name, [{ Action: ['ec2:*', 'elasticloadbalancing:*'] }, { Action: 'iam:PassRole' }]);
const copy = 'arn:aws:iam::111122223333:policy/shop-servers';
const limit = 'arn:aws:iam::111122223333:policy/limit';
const wildcard = (policies: string[], count: number) => fails('wildcard', { policies, count });

testRule(rule, [
  {
    name: 'whoever manages the policy, and whichever way it comes',
    snapshot: aws.snapshot(
      wholeAccount({
        users: [
          aws.user('ana', { attached: ['AmazonEC2FullAccess'] }),
          aws.user('ben', { attached: [copy] }),
          aws.user('cy', { groups: ['ops'] }),
          aws.user('dee', { inline: { own: [{ Action: 's3:*' }] }, attached: ['AmazonEC2FullAccess'] }),
          aws.user('eve', { inline: { own: [{ Action: ['ec2:Describe*', 's3:GetObject'] }] } }),
          aws.user('fay', { inline: { own: [{ Action: 's3:*', Resource: 'arn:aws:s3:::shop/*' }] } }),
        ],
        groups: [aws.group('ops', { attached: ['AmazonEC2FullAccess'] })],
        roles: [
          aws.role('power', [{ Principal: { Service: 'ec2.amazonaws.com' } }], { inline: { power: [{ NotAction: ['iam:*', 'organizations:*'] }] } }),
        ],
        policies: [ec2Full(aws), ec2Full(aws, copy)],
      }),
    ),
    expected: {
      ana: wildcard(['AmazonEC2FullAccess'], 2),
      ben: wildcard(['shop-servers'], 2),
      cy: wildcard(['AmazonEC2FullAccess'], 2),
      dee: wildcard(['AmazonEC2FullAccess', 'own'], 3),
      eve: 'pass',
      fay: 'pass',
      power: wildcard(['power'], 1),
    },
  },
  {
    name: 'only the version in force counts',
    snapshot: aws.snapshot(
      wholeAccount({
        users: [aws.user('ana', { attached: [copy] })],
        policies: [
          {
            ...aws.policy(copy, []),
            PolicyVersionList: [
              {
                VersionId: 'v2',
                IsDefaultVersion: false,
                Document: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'ec2:*', Resource: '*' }] },
              },
              {
                VersionId: 'v1',
                IsDefaultVersion: true,
                Document: { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: 'ec2:DescribeInstances', Resource: '*' } },
              },
            ],
          },
        ],
      }),
    ),
    expected: { ana: 'pass' },
  },
  {
    name: 'a condition does not excuse; a boundary or a deny that leaves nothing does',
    snapshot: aws.snapshot(
      wholeAccount({
        users: [
          aws.user('ana', { inline: { own: [{ Action: 'ec2:*', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }] } }),
          aws.user('ben', { attached: ['AmazonEC2FullAccess'], boundary: limit }),
          aws.user('cy', { inline: { own: [{ Action: 'ec2:*' }, { Effect: 'Deny', Action: 'ec2:*' }] } }),
        ],
        policies: [ec2Full(aws), aws.policy(limit, [{ Action: 's3:GetObject' }])],
      }),
    ),
    expected: { ana: wildcard(['own'], 1), ben: 'pass', cy: 'pass' },
  },
  {
    name: 'what could not be read may hold one; what was read and holds one fails',
    snapshot: aws.snapshot(
      wholeAccount({
        users: [
          aws.user('ana', { attached: ['Gone'] }),
          aws.user('ben', { attached: ['Gone', 'AmazonEC2FullAccess'] }),
          aws.user('cy', { groups: ['gone'] }),
          aws.user('dee', { inline: { torn: '{' } }),
        ],
        policies: [ec2Full(aws)],
      }),
    ),
    expected: {
      ana: unproven('unresolved', 'unknown', { policies: ['Gone'] }),
      ben: wildcard(['AmazonEC2FullAccess'], 2),
      cy: unproven('unresolved', 'unknown', { policies: ['group/gone'] }),
      dee: unproven('unresolved', 'unknown', { policies: ['torn'] }),
    },
  },
  {
    name: 'in scope only',
    snapshot: aws.snapshot(
      wholeAccount({ users: ['ana', 'ben', 'cy'].map((name) => aws.user(name, { attached: ['AmazonEC2FullAccess'] })), policies: [ec2Full(aws)] }),
    ),
    engagement: engagementOf({
      principals: [
        { arn: aws.arn('user', '/ana'), party: 'partner' },
        { arn: aws.arn('user', '/ben'), party: 'thirdParty' },
      ],
      scope: { exclude: [{ arn: aws.arn('user', '/cy'), reason: 'a test', author: 'Ana', date: '2026-10-01' }] },
    }),
    expected: { ana: wildcard(['AmazonEC2FullAccess'], 2) },
  },
  {
    name: 'another partition',
    snapshot: china.snapshot(wholeAccount({ users: [china.user('ana', { attached: ['AmazonEC2FullAccess'] })], policies: [ec2Full(china)] })),
    expected: { ana: wildcard(['AmazonEC2FullAccess'], 2) },
  },
  {
    name: 'users from the report, roles from the details',
    snapshot: aws.snapshot([details({ roles: [aws.role('app', [])] }), reportOf({ ana: {} })]),
    expected: { [aws.id]: unproven('missing', 'list-partial', { parts: ['userDetails'] }), ana: unproven('missing', 'no-policies'), app: 'pass' },
  },
  { name: 'nothing of permissions', snapshot: aws.snapshot([reportOf({ ana: {} })]), expected: { [aws.id]: missing('roleDetails', 'userDetails') } },
]);
