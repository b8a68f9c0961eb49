import type { WayIn } from '@iam-dossier/core/assessment';
import { defineRule } from '../engine/rule.ts';
import { manual, notEvaluated, pass } from '../engine/verdict.ts';
import { backingOf, isForeign, namesOf, unreadableWays } from '../facts/trust.ts';

export default defineRule({
  id: 'role-external-trust',
  title: 'Trusted accounts are declared',
  description:
    'Roles in scope admit other accounts only when the engagement says whose they are: accounts[] for the customer’s and the partner’s, principals[] for a third party’s. What such a trust must ask for is told by the rules on MFA, external ids and individuals. A principal deleted since admits nobody. A trust policy that could not be read is told.',
  severity: 'high',
  weight: 'criterion',
  since: '0.1.0',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_aws-accounts.html'],
  options: {},
  inputs: ['trust'],
  messages: {
    undeclared: { outcome: 'manual', text: '{principals} may assume the role. The engagement does not say whose that is.', key: ['principals'] },
    unreadable: { outcome: 'notEvaluated', text: 'The trust policy is not in the data, or could not be read.' },
  },
  remediation: {
    console:
      'Say whose the account is, under accounts[] or principals[] of the engagement. If nobody knows it: IAM, Roles, the role, Trust relationships, Edit trust policy, remove it.',
    cli: [
      '# trust.json names only principals of accounts that are known.',
      'aws iam update-assume-role-policy --role-name <role> --policy-document file://trust.json',
    ].join('\n'),
    terraform: [
      'data "aws_iam_policy_document" "trust" {',
      '  statement {',
      '    actions = ["sts:AssumeRole"]',
      '    principals {',
      '      type        = "AWS"',
      '      identifiers = ["arn:aws:iam::<known account>:role/<role>"]',
      '    }',
      '  }',
      '}',
    ].join('\n'),
  },
  subjects: ({ trust }) => trust.filter((role) => role.inScope),
  evaluate: (role) => {
    const unreadable = unreadableWays(role);
    if (unreadable.length > 0) return notEvaluated('unresolved', 'unreadable', {}, backingOf(role, unreadable));
    const undeclared = role.ways.filter((way: WayIn) => isForeign(way) && way.party === 'undeclared');
    return undeclared.length > 0 ? manual('undeclared', { principals: namesOf(undeclared) }, backingOf(role, undeclared)) : pass;
  },
});
