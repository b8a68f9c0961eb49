import { awsAccount, details, wholeAccount, type RawStatement } from '../testing/aws.test-helper.ts';
import { fails, missing, unproven } from '../testing/case.test-helper.ts';
import { engagementOf } from '../testing/engagement.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './role-temporary-credential.ts';

const aws = awsAccount();
const roles = (trusts: Record<string, RawStatement[] | string>) =>
  aws.snapshot(wholeAccount({ roles: Object.entries(trusts).map(([name, trust]) => aws.role(name, trust)) }));
const app: RawStatement[] = [{ Principal: { Service: 'ec2.amazonaws.com' } }];
const cut = (list: object[]) => aws.snapshot([{ ...(details({ roles: list }) as object), IsTruncated: true, Marker: 'more' }]);
const theirs = engagementOf({ principals: [{ arn: aws.arn('role', '/*'), party: 'customer' }] });

testRule(rule, [
  { name: 'a role in scope', snapshot: roles({ app }), expected: { [aws.id]: 'pass' } },
  { name: 'no role at all', snapshot: roles({}), expected: { [aws.id]: fails('no-role') } },
  { name: 'no role in scope', snapshot: roles({ app }), engagement: theirs, expected: { [aws.id]: fails('no-role') } },
  {
    name: 'AWS’s own roles do not count',
    snapshot: aws.snapshot(
      wholeAccount({ roles: [aws.role('AWSServiceRoleForSupport', app, { path: '/aws-service-role/support.amazonaws.com/' })] }),
    ),
    expected: { [aws.id]: fails('no-role') },
  },
  {
    name: 'no role seen in a cut list',
    snapshot: cut([aws.role('app', app)]),
    engagement: theirs,
    expected: { [aws.id]: unproven('partial', 'no-role-seen') },
  },
  {
    name: 'a role seen in a cut list',
    snapshot: cut([aws.role('app', app)]),
    expected: { [aws.id]: unproven('partial', 'list-partial', { parts: ['roleDetails'] }) },
  },
  {
    name: 'an account that is no workload needs no role',
    snapshot: roles({}),
    engagement: engagementOf({ accounts: [{ id: aws.id, role: 'partnerIdentity' }] }),
    expected: { [aws.id]: 'notApplicable' },
  },
  { name: 'no roles in the data', snapshot: aws.snapshot([]), expected: { [aws.id]: missing('roleDetails') } },
]);
