import { awsAccount, details, refused, wholeAccount } from '../testing/aws.test-helper.ts';
import { denied, fails, missing, partial, unproven } from '../testing/case.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './managed-policy-full-access.ts';

const aws = awsAccount();
const gov = awsAccount('111122223333', 'aws-us-gov');
const arn = (name: string, account = aws) => account.arn('policy', `/${name}`);
const full = (name: string, account = aws) => account.policy(arn(name, account), [{ Action: '*' }]);
const one = fails('full', { count: 1 });

testRule(rule, [
  {
    name: 'every action on every resource, and less',
    snapshot: aws.snapshot(
      wholeAccount({
        policies: [
          full('full'),
          aws.policy(arn('listed'), [{ Action: ['s3:GetObject', '*'], Resource: ['arn:aws:s3:::shop', '*'] }, { Action: '*:*' }]),
          aws.policy(arn('with-mfa'), [{ Action: '*', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }]),
          aws.policy(arn('denied-too'), [{ Action: '*' }, { Effect: 'Deny', Action: 'iam:*' }]),
          aws.policy(arn('scoped'), [{ Action: '*', Resource: 'arn:aws:s3:::shop/*' }]),
          aws.policy(arn('one-service'), [{ Action: 's3:*' }]),
          aws.policy(arn('all-but'), [{ NotAction: 's3:*' }]),
          aws.policy(arn('deny'), [{ Effect: 'Deny', Action: '*' }]),
          aws.policy(arn('elsewhere'), [{ Action: '*', NotResource: 'arn:aws:s3:::shop' }]),
        ],
      }),
    ),
    expected: {
      'full': one,
      'listed': fails('full', { count: 2 }),
      'with-mfa': one,
      'denied-too': one,
      'scoped': 'pass',
      'one-service': 'pass',
      'all-but': 'pass',
      'deny': 'pass',
      'elsewhere': 'pass',
    },
  },
  {
    name: 'not AWS’s own, not inline, not an old version',
    snapshot: aws.snapshot(
      wholeAccount({
        users: [aws.user('ana', { attached: ['AdministratorAccess'], inline: { all: [{ Action: '*' }] } })],
        policies: [
          aws.policy('AdministratorAccess', [{ Action: '*' }]),
          {
            ...full('mended'),
            PolicyVersionList: [
              {
                VersionId: 'v1',
                IsDefaultVersion: false,
                Document: { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } },
              },
              {
                VersionId: 'v2',
                IsDefaultVersion: true,
                Document: { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' } },
              },
            ],
          },
        ],
      }),
    ),
    expected: { mended: 'pass' },
  },
  {
    name: 'boundaries: only, and attached as well',
    snapshot: aws.snapshot(
      wholeAccount({
        users: [aws.user('ana', { boundary: arn('limit') }), aws.user('ben', { boundary: arn('both'), attached: [arn('both')] })],
        roles: [aws.role('app', [], { boundary: arn('counted') })],
        policies: [full('limit'), full('both'), { ...full('counted'), AttachmentCount: 2, PermissionsBoundaryUsageCount: 1 }],
      }),
    ),
    expected: { limit: 'notApplicable', both: one, counted: one },
  },
  {
    name: 'a boundary of which it is not known whether it is attached',
    snapshot: aws.snapshot([details({ roles: [aws.role('app', [], { boundary: arn('limit') })], policies: [full('limit'), full('other')] })]),
    expected: { limit: unproven('partial', 'use-unknown'), other: one },
  },
  {
    name: 'documents that are not there, not readable, or that IAM refuses',
    snapshot: aws.snapshot(
      wholeAccount({
        policies: [
          { ...full('gone'), PolicyVersionList: [] },
          aws.policy(arn('torn'), '{"Version":'),
          aws.policy(arn('misspelt'), [{ Action: '*', Conditions: {} } as object]),
        ],
      }),
    ),
    expected: {
      gone: unproven('unresolved', 'unread'),
      torn: unproven('unresolved', 'unread'),
      misspelt: unproven('unresolved', 'unread'),
      [aws.id]: partial('managedPolicies'),
    },
  },
  { name: 'another partition', snapshot: gov.snapshot(wholeAccount({ policies: [full('full', gov)] })), expected: { full: one } },
  { name: 'no policies in the export', snapshot: aws.snapshot([details({ users: [] })]), expected: { [aws.id]: missing('managedPolicies') } },
  {
    name: 'refused',
    snapshot: aws.snapshot([refused('GetAccountAuthorizationDetails')]),
    expected: { [aws.id]: denied('managedPolicies') },
  },
]);
