import { awsAccount, details, wholeAccount } from '../testing/aws.test-helper.ts';
import { fails, missing, unproven } from '../testing/case.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './managed-policy-use.ts';

const aws = awsAccount();
const arn = (name: string) => aws.arn('policy', `/${name}`);
const policy = (name: string, counts: object = {}) => ({ ...aws.policy(arn(name), [{ Action: 's3:GetObject' }]), ...counts });
const unused = fails('unused');

testRule(rule, [
  {
    name: 'attached to a user, a group, a role, or a boundary',
    snapshot: aws.snapshot(
      wholeAccount({
        users: [aws.user('ana', { attached: [arn('of-a-user')], boundary: arn('limit') })],
        groups: [aws.group('staff', { attached: [arn('of-a-group')] })],
        roles: [aws.role('app', [], { attached: [arn('of-a-role')] })],
        policies: [policy('of-a-user'), policy('of-a-group'), policy('of-a-role'), policy('limit'), policy('idle'), aws.policy('ReadOnlyAccess', [])],
      }),
    ),
    expected: { 'of-a-user': 'pass', 'of-a-group': 'pass', 'of-a-role': 'pass', 'limit': 'pass', 'idle': unused },
  },
  {
    name: 'by IAM’s own counts',
    snapshot: aws.snapshot([
      details({
        policies: [
          policy('attached', { AttachmentCount: 1, PermissionsBoundaryUsageCount: 0 }),
          policy('bounding', { AttachmentCount: 0, PermissionsBoundaryUsageCount: 3 }),
          policy('idle', { AttachmentCount: 0, PermissionsBoundaryUsageCount: 0 }),
        ],
      }),
    ]),
    expected: { attached: 'pass', bounding: 'pass', idle: unused },
  },
  {
    name: 'a filtered export without counts',
    snapshot: aws.snapshot([details({ roles: [aws.role('app', [], { attached: [arn('seen')] })], policies: [policy('seen'), policy('unseen')] })]),
    expected: { seen: 'pass', unseen: unproven('partial', 'unseen') },
  },
  { name: 'no policies in the export', snapshot: aws.snapshot([details({ users: [] })]), expected: { [aws.id]: missing('managedPolicies') } },
]);
