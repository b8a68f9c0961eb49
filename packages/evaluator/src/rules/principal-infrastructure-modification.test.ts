import { awsAccount, details, wholeAccount } from '../testing/aws.test-helper.ts';
import { fails, missing, unproven } from '../testing/case.test-helper.ts';
import { engagementOf } from '../testing/engagement.test-helper.ts';
import { reportOf } from '../testing/report.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './principal-infrastructure-modification.ts';

const aws = awsAccount();
const copy = aws.arn('policy', '/copy');
const limit = aws.arn('policy', '/limit');
const exposed = (policy: string, actions: number, services = 1) => fails('exposed', { policies: [policy], actions, services });

testRule(rule, [
  {
    name: 'changes that could name a resource, and others',
    snapshot: aws.snapshot(
      wholeAccount({
        users: [
          aws.user('stop', { inline: { own: [{ Action: ['ec2:StopInstances', 'ec2:CreateTags'] }] } }),
          aws.user('scoped', { inline: { own: [{ Action: 'ec2:StopInstances', Resource: 'arn:aws:ec2:*:*:instance/*' }] } }),
          aws.user('half', { inline: { own: [{ Action: 'ec2:StopInstances', Resource: 'arn:aws:ec2:us-east-1:111122223333:instance/i-0' }] } }),
          aws.user('tagged', { inline: { own: [{ Action: 'ec2:StopInstances', Condition: { StringEquals: { 'aws:ResourceTag/team': 'shop' } } }] } }),
          aws.user('star', { inline: { own: [{ Action: ['ecr:GetAuthorizationToken', 'xray:PutTraceSegments', 's3:ListAllMyBuckets'] }] } }),
          aws.user('reader', { inline: { own: [{ Action: ['ec2:Describe*', 's3:GetObject'] }] } }),
          aws.user('two', { inline: { own: [{ Action: ['s3:PutObject', 'sqs:SendMessage', 'sqs:DeleteMessage'] }] } }),
          aws.user('deny', { inline: { own: [{ Effect: 'Deny', NotAction: 's3:*' }] } }),
        ],
      }),
    ),
    expected: {
      stop: exposed('own', 2),
      scoped: 'pass',
      half: 'pass',
      tagged: 'pass',
      star: 'pass',
      reader: 'pass',
      two: exposed('own', 3, 2),
      deny: 'pass',
    },
  },
  {
    name: 'an administrator is told elsewhere',
    snapshot: aws.snapshot(wholeAccount({ users: [aws.user('ana', { inline: { all: [{ Action: '*' }] } })] })),
    expected: { ana: 'notApplicable' },
  },
  {
    name: 'whichever way it comes, denied and bounded',
    snapshot: aws.snapshot(
      wholeAccount({
        users: [
          aws.user('ana', { attached: [copy] }),
          aws.user('ben', { groups: ['ops'] }),
          aws.user('cy', { attached: [copy], inline: { no: [{ Effect: 'Deny', Action: '*' }] } }),
          aws.user('dee', {
            attached: [copy],
            inline: { no: [{ Effect: 'Deny', Action: '*', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } } }] },
          }),
          aws.user('eve', { attached: [copy], boundary: limit }),
        ],
        groups: [aws.group('ops', { attached: [copy] })],
        policies: [
          aws.policy(copy, [{ Action: ['ec2:TerminateInstances', 'ec2:DescribeInstances'] }]),
          aws.policy(limit, [{ Action: 'iam:ListUsers' }]),
        ],
      }),
    ),
    expected: { ana: exposed('copy', 1), ben: exposed('copy', 1), cy: 'pass', dee: exposed('copy', 1), eve: 'pass' },
  },
  {
    name: 'what cannot be read may hold one, or take it away',
    snapshot: aws.snapshot(
      wholeAccount({
        users: [
          aws.user('ana', { attached: ['Gone'] }),
          aws.user('ben', { attached: ['Gone', copy] }),
          aws.user('cy', { attached: [copy], boundary: aws.arn('policy', '/gone') }),
          aws.user('dee', { inline: { torn: '{' } }),
        ],
        policies: [aws.policy(copy, [{ Action: ['ec2:TerminateInstances', 'ec2:DescribeInstances'] }])],
      }),
    ),
    expected: {
      ana: unproven('unresolved', 'unknown', { policies: ['Gone'] }),
      ben: exposed('copy', 1),
      cy: unproven('unresolved', 'unknown', { policies: ['gone'] }),
      dee: unproven('unresolved', 'unknown', { policies: ['torn'] }),
    },
  },
  {
    name: 'in scope only',
    snapshot: aws.snapshot(
      wholeAccount({
        users: ['ana', 'ben'].map((name) => aws.user(name, { attached: [copy] })),
        policies: [aws.policy(copy, [{ Action: ['ec2:TerminateInstances', 'ec2:DescribeInstances'] }])],
      }),
    ),
    engagement: engagementOf({ principals: [{ arn: aws.arn('user', '/ben'), party: 'customer' }] }),
    expected: { ana: exposed('copy', 1) },
  },
  {
    name: 'users from the report, roles from the details',
    snapshot: aws.snapshot([details({ roles: [aws.role('app', [])] }), reportOf({ ana: {} })]),
    expected: { [aws.id]: unproven('missing', 'list-partial', { parts: ['userDetails'] }), ana: unproven('missing', 'no-policies'), app: 'pass' },
  },
  { name: 'nothing of permissions', snapshot: aws.snapshot([reportOf({ ana: {} })]), expected: { [aws.id]: missing('roleDetails', 'userDetails') } },
]);
