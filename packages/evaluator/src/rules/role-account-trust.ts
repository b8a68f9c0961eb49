import { defineRule } from '../engine/rule.ts';
import { manual, notApplicable, notEvaluated, pass } from '../engine/verdict.ts';
import { backingOf, namesOf, unreadableWays } from '../facts/trust.ts';

/** The policy variable. */
const USER_NAME = '$' + '{aws:username}';

export default defineRule({
  id: 'role-account-trust',
  title: 'Individuals told apart behind trusted accounts',
  description:
    'A role in scope that trusts a whole account of the partner tells its people apart: by aws:PrincipalArn, aws:PrincipalTag, sts:RoleSessionName or sts:SourceIdentity. Without one of them everybody there whom that account lets may come in, under a name of their choice; who they are is then for a person to say. MFA shows that somebody holds a device, not who it is.',
  severity: 'medium',
  weight: 'criterion',
  since: '0.1.0',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html'],
  options: {},
  inputs: ['trust'],
  messages: {
    'whole-account': {
      outcome: 'manual',
      text: 'The role trusts the whole account {accounts}, and nothing in the trust policy tells one person there from another. Say how each is told apart, or require it.',
      key: ['accounts'],
    },
    'unreadable': { outcome: 'notEvaluated', text: 'The trust policy is not in the data, or could not be read.' },
  },
  remediation: {
    console: `IAM, Roles, the role, Trust relationships, Edit trust policy: require sts:RoleSessionName to be ${USER_NAME}, or sts:SourceIdentity, or name the people’s own principals.`,
    cli: [
      `# trust.json: "Condition": {"StringLike": {"sts:RoleSessionName": "${USER_NAME}"}}`,
      'aws iam update-assume-role-policy --role-name <role> --policy-document file://trust.json',
    ].join('\n'),
    terraform: [
      'data "aws_iam_policy_document" "trust" {',
      '  statement {',
      '    actions = ["sts:AssumeRole"]',
      '    principals {',
      '      type        = "AWS"',
      '      identifiers = ["arn:aws:iam::<partner account>:root"]',
      '    }',
      '    condition {',
      '      test     = "StringLike"',
      '      variable = "sts:RoleSessionName"',
      `      values   = ["$${USER_NAME}"]`,
      '    }',
      '  }',
      '}',
    ].join('\n'),
  },
  subjects: ({ trust }) => trust.filter((role) => role.inScope),
  evaluate: (role) => {
    const unreadable = unreadableWays(role);
    if (unreadable.length > 0) return notEvaluated('unresolved', 'unreadable', {}, backingOf(role, unreadable));
    const accounts = role.ways.filter((way) => way.kind === 'account' && !way.sameAccount && way.party === 'partner');
    if (accounts.length === 0) return notApplicable;
    const whole = accounts.filter((way) => way.proof.length === 0);
    return whole.length > 0 ? manual('whole-account', { accounts: namesOf(whole) }, backingOf(role, whole)) : pass;
  },
});
