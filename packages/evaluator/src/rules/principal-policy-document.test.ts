import { awsAccount, details, wholeAccount } from '../testing/aws.test-helper.ts';
import { fails, missing, unproven } from '../testing/case.test-helper.ts';
import { reportOf } from '../testing/report.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './principal-policy-document.ts';

const aws = awsAccount();
const services = [{ Principal: { Service: 'ec2.amazonaws.com' } }];
const arn = (name: string) => aws.arn('policy', `/${name}`);
const refused = (policies: string[], problems: string[], count = policies.length) => fails('refused', { count, policies, problems });

testRule(rule, [
  {
    name: 'inline, attached, by group, boundary and trust',
    snapshot: aws.snapshot(
      wholeAccount({
        users: [
          aws.user('ana', { inline: { own: [{ Action: 's3:GetObject' }] } }),
          aws.user('ben', { inline: { torn: '{"Version":' } }),
          aws.user('cy', { attached: [arn('misspelt')] }),
          aws.user('dee', { groups: ['staff'] }),
          aws.user('eve', { boundary: arn('misspelt') }),
          aws.user('fay', { inline: { a: [{ Action: 's3' }], b: [{ Action: [] }], c: [{ Resource: 'shop', Action: 's3:*' }], d: '{' } }),
        ],
        groups: [aws.group('staff', { inline: { own: [{ Action: 's3:GetObject', Condition: { StringEqual: { 'aws:a': 'x' } } }] } })],
        roles: [
          aws.role('app', services),
          aws.role('torn', '{'),
          aws.role('wild', [{ Principal: { AWS: 'arn:aws:iam::444455556666:role/*' } }]),
          aws.role('both', [{ Principal: { AWS: 'nobody' } }], { inline: { own: [{ Action: 's3:' }] } }),
          aws.role('nobody', []),
        ],
        policies: [aws.policy(arn('misspelt'), [{ Action: '*', condition: {} } as object])],
      }),
    ),
    expected: {
      ana: 'pass',
      ben: refused(['torn'], ['not-json at /']),
      cy: refused(['misspelt'], ['member-case at /Statement/0/condition']),
      dee: refused(['own'], ['condition-operator at /Statement/0/Condition/StringEqual']),
      eve: refused(['misspelt'], ['member-case at /Statement/0/condition']),
      fay: refused(
        ['a', 'b', 'c'],
        ['action-vendor at /Statement/0/Action', 'element-empty at /Statement/0/Action', 'resource-form at /Statement/0/Resource'],
        4,
      ),
      app: 'pass',
      torn: refused(['AssumeRolePolicyDocument'], ['not-json at /']),
      wild: refused(['AssumeRolePolicyDocument'], ['principal-wildcard at /Statement/0/Principal/AWS']),
      both: refused(['own', 'AssumeRolePolicyDocument'], ['action-name at /Statement/0/Action', 'principal-form at /Statement/0/Principal/AWS']),
      nobody: refused(['AssumeRolePolicyDocument'], ['statement-empty at /Statement']),
    },
  },
  {
    name: 'odd, and taken by IAM',
    snapshot: aws.snapshot(
      wholeAccount({
        users: [aws.user('ana', { inline: { odd: [{ Action: ['made-up:Thing', 's3:Get Object'], Condition: { bool: { x: 'maybe' } } }] } })],
        roles: [aws.role('app', [{ Effect: 'Deny', NotPrincipal: { AWS: '111122223333' } } as object])],
      }),
    ),
    expected: { ana: 'pass', app: 'pass' },
  },
  {
    name: 'not in the data',
    snapshot: aws.snapshot(
      wholeAccount({
        users: [
          aws.user('ana', { attached: ['Gone'] }),
          aws.user('ben', { groups: ['gone'] }),
          aws.user('cy', { boundary: arn('gone') }),
          aws.user('dee', { attached: ['Gone'], inline: { torn: '{' } }),
        ],
      }),
    ),
    expected: {
      ana: unproven('unresolved', 'unresolved', { policies: ['Gone'] }),
      ben: unproven('unresolved', 'unresolved', { policies: ['group/gone'] }),
      cy: unproven('unresolved', 'unresolved', { policies: ['gone'] }),
      dee: refused(['torn'], ['not-json at /']),
    },
  },
  {
    name: 'users from the report, roles from the details',
    snapshot: aws.snapshot([details({ roles: [aws.role('app', services)] }), reportOf({ ana: {} })]),
    expected: { [aws.id]: unproven('missing', 'list-partial', { parts: ['userDetails'] }), ana: unproven('missing', 'no-policies'), app: 'pass' },
  },
  { name: 'nothing of permissions', snapshot: aws.snapshot([reportOf({ ana: {} })]), expected: { [aws.id]: missing('roleDetails', 'userDetails') } },
]);
