import { defineRule } from '../engine/rule.ts';
import { fail, notEvaluated, pass, quoted } from '../engine/verdict.ts';

export default defineRule({
  id: 'managed-policy-service-wildcard',
  title: 'No customer managed policy with a whole service',
  description:
    'No customer managed policy allows every action of a service, as s3:* does, or everything but whole services by NotAction, in the version in force. Judged as Security Hub’s IAM.21 has it: resources and conditions do not excuse, a wildcard on part of a name such as ec2:Describe* passes, and AWS’s own and inline policies are not judged. What is in force on principals in scope is told by principal-service-wildcard.',
  severity: 'low',
  weight: 'supporting',
  since: '0.1.0',
  references: ['https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-21'],
  options: {},
  inputs: ['managedPolicies'],
  messages: {
    whole: { outcome: 'fail', text: '{count} {count|line names|lines name} a whole service.' },
    unread: { outcome: 'notEvaluated', text: 'The version in force is not in the data, or not readable.' },
  },
  remediation: {
    console: 'IAM, Policies, the policy, Edit: list the actions the function needs. IAM Access Analyzer can propose them from CloudTrail.',
    cli: [
      'aws accessanalyzer start-policy-generation --policy-generation-details principalArn=<arn> --cloud-trail-details file://trail.json',
      'aws iam create-policy-version --policy-arn <arn> --policy-document file://policy.json --set-as-default',
    ].join('\n'),
    terraform: [
      'data "aws_iam_policy_document" "operator" {',
      '  statement {',
      '    actions   = ["s3:GetObject", "s3:ListBucket"]',
      '    resources = ["arn:aws:s3:::<bucket>", "arn:aws:s3:::<bucket>/*"]',
      '  }',
      '}',
    ].join('\n'),
  },
  subjects: ({ managedPolicies }) => managedPolicies,
  evaluate: ({ state, wholeServices, at }) => {
    if (state !== 'read') return notEvaluated('unresolved', 'unread', {}, { evidence: [at] });
    if (wholeServices.length === 0) return pass;
    return fail('whole', { count: wholeServices.length }, { evidence: [at], quotes: quoted(wholeServices) });
  },
});
