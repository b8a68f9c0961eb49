import { defineRule } from '../engine/rule.ts';
import { fail, manual, notApplicable, notEvaluated, pass } from '../engine/verdict.ts';
import { backingOf, unreadableWays } from '../facts/trust.ts';

export default defineRule({
  id: 'role-anonymous-trust',
  title: 'No role open to everybody',
  description:
    'No role in scope names everybody as its principal, by a star or by naming whom it does not mean. A condition that leaves only some callers (their account, organization, ARN, tags, external id or network) is told and left to a person; conditions on MFA, transport or time leave everybody. A Deny that spares only some principals counts.',
  severity: 'critical',
  weight: 'criterion',
  since: '0.1.0',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-anonymous'],
  options: {},
  inputs: ['trust'],
  messages: {
    'anyone': { outcome: 'fail', text: 'The trust policy admits anyone.' },
    'anyone-conditional': {
      outcome: 'manual',
      text: 'The trust policy names anyone and limits them by a condition only, on {keys}. Say which accounts that admits, or name them in the policy.',
      key: ['keys'],
    },
    'unreadable': { outcome: 'notEvaluated', text: 'The trust policy is not in the data, or could not be read.' },
  },
  remediation: {
    console: 'IAM, Roles, the role, Trust relationships, Edit trust policy: name the account and role that may come in instead of the star.',
    cli: [
      '# trust.json: "Principal": {"AWS": "arn:aws:iam::<account>:role/<role>"}',
      'aws iam update-assume-role-policy --role-name <role> --policy-document file://trust.json',
    ].join('\n'),
    terraform: [
      'data "aws_iam_policy_document" "trust" {',
      '  statement {',
      '    actions = ["sts:AssumeRole"]',
      '    principals {',
      '      type        = "AWS"',
      '      identifiers = ["arn:aws:iam::<account>:role/<role>"] # not "*"',
      '    }',
      '  }',
      '}',
    ].join('\n'),
  },
  subjects: ({ trust }) => trust.filter((role) => role.inScope),
  evaluate: (role) => {
    const unreadable = unreadableWays(role);
    if (unreadable.length > 0) return notEvaluated('unresolved', 'unreadable', {}, backingOf(role, unreadable));
    if (role.ways.length === 0) return notApplicable;
    const anyone = role.ways.filter((way) => way.kind === 'anyone');
    const open = anyone.filter((way) => !way.conditional);
    if (open.length > 0) return fail('anyone', {}, backingOf(role, open));
    if (anyone.length === 0) return pass;
    const keys = [...new Set(anyone.flatMap((way) => way.conditionKeys))].sort();
    return manual('anyone-conditional', { keys }, backingOf(role, anyone));
  },
});
