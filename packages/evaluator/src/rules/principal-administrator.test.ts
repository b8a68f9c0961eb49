import { awsAccount, details, refused, wholeAccount } from '../testing/aws.test-helper.ts';
import { denied, fails, missing, unproven } from '../testing/case.test-helper.ts';
import { engagementOf } from '../testing/engagement.test-helper.ts';
import { reportOf } from '../testing/report.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './principal-administrator.ts';

const aws = awsAccount();
const gov = awsAccount('111122223333', 'aws-us-gov');
const admin = (account: typeof aws) => account.policy('AdministratorAccess', [{ Action: '*' }]);
const services = [{ Principal: { Service: 'ec2.amazonaws.com' } }];
const partner = [{ Principal: { AWS: 'arn:aws:iam::444455556666:root' } }];
const withMfa = [{ ...partner[0], Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }];
const by = (...policies: string[]) => fails('administrator', { policies });
const own = 'arn:aws:iam::111122223333:policy/own';
const limit = 'arn:aws:iam::111122223333:policy/limit';
const rescue = { arn: aws.arn('role', '/rescue*'), party: 'partner', kind: 'breakGlass' } as const;

testRule(rule, [
  {
    name: 'attached, by group, inline, by a role, by the right to become one, and not',
    snapshot: aws.snapshot(
      wholeAccount({
        users: [
          aws.user('ana', { attached: ['AdministratorAccess'] }),
          aws.user('ben', { groups: ['admins'] }),
          aws.user('cy', { inline: { own: [{ Action: ['s3:GetObject', '*'] }] } }),
          aws.user('dee', { inline: { self: [{ Action: 'iam:PutUserPolicy' }] } }),
          aws.user('eve', { inline: { s3: [{ Action: 's3:*' }] } }),
        ],
        groups: [aws.group('admins', { attached: ['AdministratorAccess'] })],
        roles: [aws.role('app', services, { attached: ['AdministratorAccess'] }), aws.role('idle', services)],
        policies: [admin(aws)],
      }),
    ),
    expected: {
      ana: by('AdministratorAccess'),
      ben: by('AdministratorAccess'),
      cy: by('own'),
      dee: by('self'),
      eve: 'pass',
      app: by('AdministratorAccess'),
      idle: 'pass',
    },
  },
  {
    name: 'a copy under another name, and a customer’s policy that bears AWS’s name',
    snapshot: aws.snapshot(
      wholeAccount({
        users: [aws.user('ana', { attached: [own] }), aws.user('ben', { attached: ['arn:aws:iam::111122223333:policy/AdministratorAccess'] })],
        policies: [
          aws.policy(own, [{ NotAction: 'sqs:*' }]),
          aws.policy('arn:aws:iam::111122223333:policy/AdministratorAccess', [{ Action: 'sqs:*' }]),
        ],
      }),
    ),
    expected: { ana: by('own'), ben: 'pass' },
  },
  {
    name: 'held by a boundary, by a deny, and not by a deny under a condition',
    snapshot: aws.snapshot(
      wholeAccount({
        users: [
          aws.user('ana', { attached: ['AdministratorAccess'], boundary: limit }),
          aws.user('ben', { attached: ['AdministratorAccess'], inline: { no: [{ Effect: 'Deny', Action: '*' }] } }),
          aws.user('cy', {
            attached: ['AdministratorAccess'],
            inline: { no: [{ Effect: 'Deny', Action: '*', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } } }] },
          }),
        ],
        policies: [admin(aws), aws.policy(limit, [{ Action: 'ec2:*' }])],
      }),
    ),
    expected: { ana: 'pass', ben: 'pass', cy: by('AdministratorAccess') },
  },
  {
    name: 'policies, groups and boundaries that are not in the data or not readable',
    snapshot: aws.snapshot(
      wholeAccount({
        users: [
          aws.user('ana', { attached: ['arn:aws:iam::111122223333:policy/gone'] }),
          aws.user('ben', { groups: ['gone'] }),
          aws.user('cy', { inline: { torn: '{"Version":' } }),
          aws.user('dee', { attached: ['AdministratorAccess'], boundary: 'arn:aws:iam::111122223333:policy/gone' }),
          aws.user('eve', { attached: ['AdministratorAccess', 'arn:aws:iam::111122223333:policy/gone'] }),
        ],
        policies: [admin(aws)],
      }),
    ),
    expected: {
      ana: unproven('unresolved', 'unknown', { policies: ['gone'] }),
      ben: unproven('unresolved', 'unknown', { policies: ['group/gone'] }),
      cy: unproven('unresolved', 'unknown', { policies: ['torn'] }),
      dee: unproven('unresolved', 'unknown', { policies: ['gone'] }),
      eve: by('AdministratorAccess'),
    },
  },
  {
    name: 'a declaration as break-glass excuses nothing, and MFA is told',
    snapshot: aws.snapshot(
      wholeAccount({
        users: [aws.user('rescue-user', { attached: ['AdministratorAccess'] })],
        roles: [
          aws.role('rescue', withMfa, { attached: ['AdministratorAccess'] }),
          aws.role('rescue-open', [...withMfa, ...services], { attached: ['AdministratorAccess'] }),
          aws.role('rescue-idle', withMfa),
        ],
        policies: [admin(aws)],
      }),
    ),
    engagement: engagementOf({ principals: [rescue, { ...rescue, arn: aws.arn('user', '/rescue-user') }] }),
    expected: {
      'rescue-user': fails('break-glass-without-mfa', { policies: ['AdministratorAccess'] }),
      'rescue': fails('break-glass', { policies: ['AdministratorAccess'] }),
      'rescue-open': fails('break-glass-without-mfa', { policies: ['AdministratorAccess'] }),
      'rescue-idle': 'pass',
    },
  },
  {
    name: 'the customer’s and AWS’s own are not judged',
    snapshot: aws.snapshot(
      wholeAccount({
        roles: [
          aws.role('AWSServiceRoleForSupport', [{ Principal: { Service: 'support.amazonaws.com' } }], {
            path: '/aws-service-role/support.amazonaws.com/',
            attached: ['AdministratorAccess'],
          }),
          aws.role('theirs', services, { attached: ['AdministratorAccess'] }),
          aws.role('ours', services, { attached: ['AdministratorAccess'] }),
        ],
        policies: [admin(aws)],
      }),
    ),
    engagement: engagementOf({ principals: [{ arn: aws.arn('role', '/theirs'), party: 'customer' }] }),
    expected: { ours: by('AdministratorAccess') },
  },
  {
    name: 'another partition',
    snapshot: gov.snapshot(wholeAccount({ users: [gov.user('ana', { attached: ['AdministratorAccess'] })], policies: [admin(gov)] })),
    expected: { ana: by('AdministratorAccess') },
  },
  {
    name: 'a filtered export: roles only, and users from the report',
    snapshot: aws.snapshot([details({ roles: [aws.role('app', services, { inline: { all: [{ Action: '*' }] } })] }), reportOf({ ana: {} })]),
    expected: { [aws.id]: unproven('missing', 'list-partial', { parts: ['userDetails'] }), ana: unproven('missing', 'no-policies'), app: by('all') },
  },
  { name: 'nothing of permissions', snapshot: aws.snapshot([reportOf({ ana: {} })]), expected: { [aws.id]: missing('roleDetails', 'userDetails') } },
  {
    name: 'refused',
    snapshot: aws.snapshot([refused('GetAccountAuthorizationDetails')]),
    expected: { [aws.id]: denied('roleDetails', 'userDetails') },
  },
]);
