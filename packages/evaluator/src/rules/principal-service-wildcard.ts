import { defineRule } from '../engine/rule.ts';
import { fail, notEvaluated, pass, policyNames, quoted } from '../engine/verdict.ts';

export default defineRule({
  id: 'principal-service-wildcard',
  title: 'No service-wide wildcards in force',
  description:
    'No policy in force on a principal in scope allows every action of a service, or everything but some actions, on all resources. Whoever manages the policy: an AWS managed one counts like the customer’s own, and so does one that comes by a group. A wildcard on part of a name, such as ec2:Describe*, is not told here. A condition on who asks, from where or when does not excuse it.',
  severity: 'high',
  weight: 'criterion',
  since: '0.1.0',
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-21',
  ],
  options: {},
  inputs: ['principals'],
  messages: {
    'wildcard': {
      outcome: 'fail',
      text: '{policies}: {count} {count|line allows|lines allow} whole services, or all but some actions, on all resources.',
      key: ['policies'],
    },
    'unknown': { outcome: 'notEvaluated', text: 'Not every policy in force could be read. Not in the data, or not readable: {policies}.' },
    'no-policies': { outcome: 'notEvaluated', text: 'Which policies it has is not in the data.' },
  },
  remediation: {
    console:
      'IAM, Policies, Create policy: list the actions the function needs, limit Resource to the ARNs it works on; attach it in place of the broad policy. IAM Access Analyzer can propose one from CloudTrail.',
    cli: [
      '# Access Analyzer proposes a policy from what was used:',
      'aws accessanalyzer start-policy-generation --policy-generation-details principalArn=<arn> --cloud-trail-details file://trail.json',
      'aws iam create-policy --policy-name <name> --policy-document file://policy.json',
      'aws iam attach-user-policy --user-name <user> --policy-arn <new policy>',
      'aws iam detach-user-policy --user-name <user> --policy-arn <broad policy>',
    ].join('\n'),
    terraform: [
      'data "aws_iam_policy_document" "operator" {',
      '  statement {',
      '    actions   = ["ec2:StartInstances", "ec2:StopInstances"]',
      '    resources = ["arn:aws:ec2:<region>:<account>:instance/*"]',
      '    condition {',
      '      test     = "StringEquals"',
      '      variable = "aws:ResourceTag/workload"',
      '      values   = ["<workload>"]',
      '    }',
      '  }',
      '}',
    ].join('\n'),
  },
  subjects: ({ principals }) => principals.filter((principal) => principal.inScope),
  evaluate: ({ policies: granted, analysis, at }) => {
    const { quotes, unknown } = analysis.serviceWildcards;
    if (quotes.length > 0)
      return fail('wildcard', { policies: policyNames(quotes), count: quotes.length }, { evidence: [at], quotes: quoted(quotes) });
    if (granted === null) return notEvaluated('missing', 'no-policies');
    return unknown.length > 0 ? notEvaluated('unresolved', 'unknown', { policies: unknown }, { evidence: [at] }) : pass;
  },
});
