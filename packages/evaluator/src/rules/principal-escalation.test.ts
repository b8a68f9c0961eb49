import { awsAccount, details, refused, wholeAccount } from '../testing/aws.test-helper.ts';
import { asks, denied, fails, missing, unproven } from '../testing/case.test-helper.ts';
import { engagementOf } from '../testing/engagement.test-helper.ts';
import { reportOf } from '../testing/report.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './principal-escalation.ts';

const aws = awsAccount();
const admin = aws.policy('AdministratorAccess', [{ Action: '*' }]);
const lambda = [{ Principal: { Service: 'lambda.amazonaws.com' } }];
const ec2 = [{ Principal: { Service: 'ec2.amazonaws.com' } }];
const launch = [{ Action: ['iam:PassRole', 'lambda:CreateFunction', 'lambda:InvokeFunction'] }];
const limit = aws.arn('policy', '/limit');
const worker = aws.role('worker', lambda, { attached: ['AdministratorAccess'] });
const by = (...paths: string[]) => fails('reachable', { count: paths.length, paths });
const maybe = (...paths: string[]) => asks('unverified', { count: paths.length, paths });

testRule(rule, [
  {
    name: 'a role for a function, within what boundary, deny, scope and condition leave',
    snapshot: aws.snapshot(
      wholeAccount({
        users: [
          aws.user('ana', { inline: { launch } }),
          aws.user('ben', { inline: { launch: [{ Action: ['iam:PassRole'] }] }, groups: ['developers'] }),
          aws.user('cy', { inline: { launch }, boundary: limit }),
          aws.user('dee', { inline: { launch, no: [{ Effect: 'Deny', Action: 'iam:PassRole' }] } }),
          aws.user('eve', { inline: { launch: [{ Action: 'lambda:*' }, { Action: 'iam:PassRole', Resource: aws.arn('role', '/small') }] } }),
          aws.user('fay', {
            inline: {
              launch: [
                { Action: 'lambda:*' },
                { Action: 'iam:PassRole', Condition: { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } } },
              ],
            },
          }),
          aws.user('gus', { inline: { read: [{ Action: ['iam:Get*', 'iam:List*'] }] } }),
          aws.user('hal', { attached: ['AdministratorAccess'] }),
        ],
        groups: [aws.group('developers', { inline: { functions: [{ Action: ['lambda:CreateFunction', 'lambda:InvokeFunction'] }] } })],
        roles: [worker, aws.role('small', lambda)],
        policies: [admin, aws.policy(limit, [{ Action: 'lambda:*' }])],
      }),
    ),
    expected: {
      ana: by('lambda-001'),
      ben: by('lambda-001'),
      cy: 'pass',
      dee: 'pass',
      eve: maybe('lambda-003', 'rhino-26'),
      fay: maybe('lambda-001', 'lambda-002', 'lambda-003', 'lambda-006', 'rhino-26'),
      gus: 'pass',
      hal: 'notApplicable',
      small: 'pass',
      worker: 'notApplicable',
    },
  },
  {
    name: 'one’s own user alone is no escalation, and many ways are counted',
    snapshot: aws.snapshot([
      ...wholeAccount({
        users: [
          aws.user('ana', {
            inline: { own: [{ Action: ['iam:*AccessKey*', 'iam:*LoginProfile'], Resource: 'arn:aws:iam::*:user/${aws:username}' }] },
          }),
          aws.user('ben', { inline: { keys: [{ Action: ['iam:CreateAccessKey', 'iam:CreateLoginProfile'] }] } }),
          aws.user('root-like', { attached: ['AdministratorAccess'] }),
        ],
        roles: [aws.role('web', ec2, { inline: { s3: [{ Action: 's3:GetObject', Resource: 'arn:aws:s3:::shop/*' }] } })],
        policies: [admin],
      }),
      reportOf({ 'ana': {}, 'ben': {}, 'root-like': {} }),
    ]),
    expected: { 'ana': 'pass', 'ben': by('iam-002', 'iam-004'), 'root-like': 'notApplicable', 'web': 'pass' },
  },
  {
    name: 'policies that are not in the data, and a boundary that is not',
    snapshot: aws.snapshot(
      wholeAccount({
        users: [
          aws.user('ana', { attached: [aws.arn('policy', '/gone')] }),
          aws.user('ben', { inline: { launch }, attached: [aws.arn('policy', '/gone')] }),
          aws.user('cy', { inline: { launch }, boundary: limit }),
        ],
        roles: [worker],
        policies: [admin],
      }),
    ),
    expected: {
      ana: unproven('unresolved', 'unknown', { policies: ['gone'] }),
      ben: by('lambda-001'),
      cy: maybe('lambda-001'),
      worker: 'notApplicable',
    },
  },
  {
    name: 'the customer’s are not judged, and may be the end of a way',
    snapshot: aws.snapshot(wholeAccount({ users: [aws.user('ana', { inline: { launch } })], roles: [worker], policies: [admin] })),
    engagement: engagementOf({ principals: [{ arn: worker.Arn, party: 'customer' }] }),
    expected: { ana: by('lambda-001') },
  },
  {
    name: 'a filtered export, and a user of the report alone',
    snapshot: aws.snapshot([details({ roles: [aws.role('app', ec2)] }), reportOf({ ana: {} })]),
    expected: { [aws.id]: unproven('missing', 'list-partial', { parts: ['userDetails'] }), ana: unproven('missing', 'no-policies'), app: 'pass' },
  },
  { name: 'nothing of permissions', snapshot: aws.snapshot([reportOf({ ana: {} })]), expected: { [aws.id]: missing('roleDetails', 'userDetails') } },
  {
    name: 'refused',
    snapshot: aws.snapshot([refused('GetAccountAuthorizationDetails')]),
    expected: { [aws.id]: denied('roleDetails', 'userDetails') },
  },
]);
