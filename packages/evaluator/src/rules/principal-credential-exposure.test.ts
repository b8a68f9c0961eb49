import { awsAccount, details, wholeAccount } from '../testing/aws.test-helper.ts';
import { fails, missing, unproven } from '../testing/case.test-helper.ts';
import { engagementOf } from '../testing/engagement.test-helper.ts';
import { reportOf } from '../testing/report.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './principal-credential-exposure.ts';

const aws = awsAccount();
const copy = aws.arn('policy', '/copy');
const limit = aws.arn('policy', '/limit');
const exposed = (policy: string, actions: number, services = 1) => fails('exposed', { policies: [policy], actions, services });

testRule(rule, [
  {
    name: 'actions that hand out credentials, and others',
    snapshot: aws.snapshot(
      wholeAccount({
        users: [
          aws.user('key', { inline: { own: [{ Action: 'iam:CreateAccessKey' }] } }),
          aws.user('assume', { inline: { own: [{ Action: ['sts:AssumeRole', 'sts:GetCallerIdentity'] }] } }),
          aws.user('several', {
            inline: { own: [{ Action: ['redshift:GetClusterCredentials', 'ecr:GetAuthorizationToken', 'gamelift:RequestUploadCredentials'] }] },
          }),
          aws.user('wild', { inline: { own: [{ Action: 'lightsail:Get*' }] } }),
          aws.user('scoped', { inline: { own: [{ Action: 'iam:CreateAccessKey', Resource: 'arn:aws:iam::111122223333:user/ci' }] } }),
          aws.user('mfa', { inline: { own: [{ Action: 'iam:CreateAccessKey', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }] } }),
          aws.user('tagged', { inline: { own: [{ Action: 'sts:AssumeRole', Condition: { StringEquals: { 'aws:ResourceTag/team': 'shop' } } }] } }),
          aws.user('reader', { inline: { own: [{ Action: ['iam:List*', 'iam:GetUser', 'secretsmanager:GetSecretValue'] }] } }),
          aws.user('negated', { inline: { own: [{ NotAction: 'iam:*', Resource: '*' }] } }),
          aws.user('deny', { inline: { own: [{ Effect: 'Deny', NotAction: 's3:*' }] } }),
        ],
      }),
    ),
    expected: {
      key: exposed('own', 1),
      assume: exposed('own', 1),
      several: exposed('own', 3, 3),
      wild: exposed('own', 5),
      scoped: 'pass',
      mfa: exposed('own', 1),
      tagged: 'pass',
      reader: 'pass',
      negated: exposed('own', 146, 64),
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
        policies: [aws.policy(copy, [{ Action: ['iam:CreateAccessKey', 's3:GetObject'] }]), aws.policy(limit, [{ Action: 'iam:ListUsers' }])],
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
        policies: [aws.policy(copy, [{ Action: ['iam:CreateAccessKey', 's3:GetObject'] }])],
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
        policies: [aws.policy(copy, [{ Action: ['iam:CreateAccessKey', 's3:GetObject'] }])],
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
