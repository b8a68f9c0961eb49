import { awsAccount, wholeAccount, type RawStatement } from '../testing/aws.test-helper.ts';
import { fails, missing, unproven } from '../testing/case.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './role-tag.ts';

const aws = awsAccount();
const trust: RawStatement[] = [{ Principal: { Service: 'ec2.amazonaws.com' } }];
const tagged = (name: string, keys: string[], path = '/') => ({ ...aws.role(name, trust, { path }), Tags: keys.map((Key) => ({ Key, Value: 'x' })) });
const listedRole = {
  Path: '/',
  RoleName: 'app',
  RoleId: 'AROA-app',
  Arn: aws.arn('role', '/app'),
  CreateDate: '2026-01-05T08:00:00+00:00',
  AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', ...trust[0] }] },
  MaxSessionDuration: 3600,
};

testRule(rule, [
  {
    name: 'tags of people, of AWS, and none',
    snapshot: aws.snapshot(wholeAccount({ roles: [tagged('app', ['owner']), tagged('bare', []), tagged('stack', ['aws:cloudformation:stack-id'])] })),
    expected: { app: 'pass', bare: fails('none'), stack: fails('none') },
  },
  {
    name: 'roles that the account cannot tag, and one that only has the name of such',
    snapshot: aws.snapshot(
      wholeAccount({
        roles: [
          tagged('AWSServiceRoleForSupport', [], '/aws-service-role/support.amazonaws.com/'),
          tagged('AWSReservedSSO_Reader_0123456789abcdef', [], '/aws-reserved/sso.amazonaws.com/eu-west-1/'),
          tagged('AWSReservedSSO_Mine_0123456789abcdef', []),
          tagged('AWSServiceRoleForMine', []),
        ],
      }),
    ),
    expected: {
      AWSReservedSSO_Reader_0123456789abcdef: 'notApplicable',
      AWSReservedSSO_Mine_0123456789abcdef: fails('none'),
      AWSServiceRoleForMine: fails('none'),
    },
  },
  {
    name: 'the list of roles does not tell tags',
    snapshot: aws.snapshot([{ Roles: [listedRole] }]),
    expected: { app: unproven('missing', 'unknown') },
  },
  { name: 'no roles in the data', snapshot: aws.snapshot([]), expected: { [aws.id]: missing('roleDetails') } },
]);
