import { defineRule } from '../engine/rule.ts';
import { judgeExposure } from '../rule-parts/exposure.ts';

export default defineRule({
  id: 'principal-infrastructure-modification',
  title: 'Changes limited to named resources',
  description:
    'No policy in force on a principal in scope allows changes on all resources by actions for which a resource could be named: the access levels Write, Permissions management and Tagging of the service authorization reference. An action that takes only the star is excused. A condition on tags or names limits like a resource does; one on who, where or when does not excuse. An administrator is told as such and not here.',
  severity: 'low',
  weight: 'supporting',
  since: '0.1.0',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html'],
  options: {},
  inputs: ['principals'],
  messages: {
    'exposed': {
      outcome: 'fail',
      text: '{policies}: {actions} {actions|action that changes|actions that change} something nameable {actions|is|are} allowed on all resources, in {services} {services|service|services}.',
      key: ['policies'],
    },
    'unknown': { outcome: 'notEvaluated', text: 'Not every policy in force could be read. Not in the data, or not readable: {policies}.' },
    'no-policies': { outcome: 'notEvaluated', text: 'Which policies it has is not in the data.' },
  },
  remediation: {
    console: 'IAM, Policies, the policy, Edit: name the resources the function works on in Resource, or add a condition on aws:ResourceTag.',
    cli: [
      'aws iam create-policy-version --policy-arn <arn> --policy-document file://policy.json --set-as-default',
      '# An inline policy: put-user-policy, put-role-policy, put-group-policy.',
    ].join('\n'),
    terraform: [
      'data "aws_iam_policy_document" "operator" {',
      '  statement {',
      '    actions   = ["ec2:StartInstances", "ec2:StopInstances"]',
      '    resources = ["arn:aws:ec2:<region>:<account>:instance/*"]',
      '  }',
      '}',
    ].join('\n'),
  },
  subjects: ({ principals }) => principals.filter((principal) => principal.inScope),
  evaluate: (principal) => judgeExposure(principal, 'infrastructureModification'),
});
