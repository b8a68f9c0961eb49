import { defineRule } from '../engine/rule.ts';
import { fail, notEvaluated, pass } from '../engine/verdict.ts';

export default defineRule({
  id: 'managed-policy-use',
  title: 'Customer managed policies in use',
  description:
    'Every customer managed policy is attached to a user, group or role, or is the permissions boundary of one. One that is neither grants nothing today; it waits to be attached by whoever takes it for approved. AWS’s own policies are not judged.',
  severity: 'info',
  weight: 'supporting',
  since: '0.1.0',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_manage-delete.html'],
  options: {},
  inputs: ['managedPolicies'],
  messages: {
    unused: { outcome: 'fail', text: 'Attached to nobody, and nobody’s permissions boundary.' },
    unseen: { outcome: 'notEvaluated', text: 'Whether it is attached to anybody is not in the data.' },
  },
  remediation: {
    console: 'IAM, Policies, Filter by Type: Customer managed, the policy, Entities attached: attach it to whom it is for, or Delete.',
    cli: [
      'aws iam list-entities-for-policy --policy-arn <arn>',
      'aws iam list-policy-versions --policy-arn <arn>',
      'aws iam delete-policy-version --policy-arn <arn> --version-id <each version that is not the default>',
      'aws iam delete-policy --policy-arn <arn>',
    ].join('\n'),
    terraform: '# Remove the aws_iam_policy resource, or give it an aws_iam_role_policy_attachment.',
  },
  subjects: ({ managedPolicies }) => managedPolicies,
  evaluate: ({ attachments, boundaries, at }) => {
    if ((attachments ?? 0) > 0 || (boundaries ?? 0) > 0) return pass;
    return attachments === null || boundaries === null ? notEvaluated('partial', 'unseen') : fail('unused', {}, { evidence: [at] });
  },
});
