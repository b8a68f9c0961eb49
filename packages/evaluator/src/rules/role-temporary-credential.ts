import { defineRule } from '../engine/rule.ts';
import { fail, notApplicable, notEvaluated, pass } from '../engine/verdict.ts';

export default defineRule({
  id: 'role-temporary-credential',
  title: 'Temporary credentials by roles',
  description:
    'Access in scope goes through roles, which give temporary credentials. In accounts that the engagement does not call a workload, having no role in scope is no fault. That no long-term key alone opens a role is told by the rule on MFA in trust policies.',
  severity: 'high',
  weight: 'criterion',
  since: '0.1.0',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp.html'],
  options: {},
  inputs: ['trust', 'account'],
  messages: {
    'no-role': { outcome: 'fail', text: 'No role is in scope: access does not go through temporary credentials.' },
    'no-role-seen': { outcome: 'notEvaluated', text: 'No role seen is in scope, and not all roles were seen.' },
  },
  remediation: {
    console: 'IAM, Roles, Create role: trust your own account or identity provider, require MFA; move the permissions from the users to the role.',
    cli: [
      '# trust.json: "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}}',
      'aws iam create-role --role-name <role> --assume-role-policy-document file://trust.json',
    ].join('\n'),
    terraform: [
      'data "aws_iam_policy_document" "trust" {',
      '  statement {',
      '    actions = ["sts:AssumeRole"]',
      '    principals {',
      '      type        = "AWS"',
      '      identifiers = ["arn:aws:iam::<account>:root"]',
      '    }',
      '    condition {',
      '      test     = "Bool"',
      '      variable = "aws:MultiFactorAuthPresent"',
      '      values   = ["true"]',
      '    }',
      '  }',
      '}',
    ].join('\n'),
  },
  subjects: ({ account }) => [account],
  evaluate: (account, { trust }) => {
    if (trust.some((role) => role.inScope)) return pass;
    if (account.role !== undefined && account.role !== 'workload') return notApplicable;
    return account.rolesWhole ? fail('no-role', {}, { evidence: ['/roles'] }) : notEvaluated('partial', 'no-role-seen');
  },
});
