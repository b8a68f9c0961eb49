import { defineRule } from '../engine/rule.ts';
import { fail, notEvaluated, pass } from '../engine/verdict.ts';

/** Known by ARN in any partition: a customer can give a policy of its own the same name. */
const CLOUDSHELL = /^arn:[a-z0-9-]+:iam::aws:policy\/AWSCloudShellFullAccess$/;

export default defineRule({
  id: 'principal-cloudshell-access',
  title: 'No full access to CloudShell',
  description:
    'AWSCloudShellFullAccess is attached to no user, role or group. It lets files be carried into and out of a shell in the account. A policy of the customer’s own that denies upload and download leaves the shell usable. Only the attachment itself is judged, as Security Hub’s IAM.27 has it: members of a group are told by the group.',
  severity: 'medium',
  weight: 'supporting',
  since: '0.1.0',
  references: [
    'https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-27',
    'https://docs.aws.amazon.com/cloudshell/latest/userguide/sec-auth-with-identities.html',
  ],
  options: {},
  inputs: ['attachments'],
  messages: {
    'attached': { outcome: 'fail', text: 'AWSCloudShellFullAccess is attached.' },
    'no-policies': { outcome: 'notEvaluated', text: 'Which policies are attached is not in the data.' },
  },
  remediation: {
    console:
      'IAM, Policies, AWSCloudShellFullAccess, Entities attached: Detach. Where a shell is needed, attach a policy that denies cloudshell:GetFileDownloadUrls and cloudshell:GetFileUploadUrls.',
    cli: [
      '# The same for a user or group: detach-user-policy, detach-group-policy.',
      'aws iam detach-role-policy --role-name <role> --policy-arn arn:aws:iam::aws:policy/AWSCloudShellFullAccess',
    ].join('\n'),
    terraform: [
      'data "aws_iam_policy_document" "shell" {',
      '  statement {',
      '    actions   = ["cloudshell:CreateEnvironment", "cloudshell:CreateSession", "cloudshell:GetEnvironmentStatus", "cloudshell:StartEnvironment", "cloudshell:StopEnvironment"]',
      '    resources = ["*"]',
      '  }',
      '}',
    ].join('\n'),
  },
  subjects: ({ attachments }) => attachments,
  evaluate: ({ attached }) => {
    if (attached === null) return notEvaluated('missing', 'no-policies');
    const found = attached.filter(({ policyArn }) => CLOUDSHELL.test(policyArn));
    return found.length > 0 ? fail('attached', {}, { evidence: found.map(({ at }) => at) }) : pass;
  },
});
