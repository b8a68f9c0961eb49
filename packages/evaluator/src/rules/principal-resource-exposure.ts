import { defineRule } from '../engine/rule.ts';
import { judgeExposure } from '../rule-parts/exposure.ts';

export default defineRule({
  id: 'principal-resource-exposure',
  title: 'No right to open every resource to others',
  description:
    'No policy in force on a principal in scope allows actions on all resources that open a resource to others: resource policies, access lists, grants, shares, and identity permissions. Who can write a bucket’s policy can give the bucket away. The actions are those of the access level Permissions management that take a resource, and others of our own list. The same on named resources is not told, and a condition on who, where or when does not excuse. An administrator is told as such and not here.',
  severity: 'medium',
  weight: 'supporting',
  since: '0.1.0',
  references: ['https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html'],
  options: {},
  inputs: ['principals'],
  messages: {
    'exposed': {
      outcome: 'fail',
      text: '{policies}: {actions} {actions|action that opens|actions that open} resources to others {actions|is|are} allowed on all resources, in {services} {services|service|services}.',
      key: ['policies'],
    },
    'unknown': { outcome: 'notEvaluated', text: 'Not every policy in force could be read. Not in the data, or not readable: {policies}.' },
    'no-policies': { outcome: 'notEvaluated', text: 'Which policies it has is not in the data.' },
  },
  remediation: {
    console: 'IAM, Policies, the policy, Edit: name the buckets, keys, queues and roles in Resource, or leave the action out.',
    cli: [
      'aws iam create-policy-version --policy-arn <arn> --policy-document file://policy.json --set-as-default',
      '# An inline policy: put-user-policy, put-role-policy, put-group-policy.',
    ].join('\n'),
    terraform: [
      'data "aws_iam_policy_document" "bucket_owner" {',
      '  statement {',
      '    actions   = ["s3:PutBucketPolicy"]',
      '    resources = ["arn:aws:s3:::<bucket>"]',
      '  }',
      '}',
    ].join('\n'),
  },
  subjects: ({ principals }) => principals.filter((principal) => principal.inScope),
  evaluate: (principal) => judgeExposure(principal, 'resourceExposure'),
});
