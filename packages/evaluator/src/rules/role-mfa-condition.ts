import type { WayIn } from '@iam-dossier/core/assessment';
import { defineRule } from '../engine/rule.ts';
import { fail, notApplicable, notEvaluated, pass } from '../engine/verdict.ts';
import { backingOf, isDeleted, isForeign, isUserWay, namesOf, unreadableWays } from '../facts/trust.ts';

export default defineRule({
  id: 'role-mfa-condition',
  title: 'MFA where a long-term key could open a role',
  description:
    'A role in scope that names an IAM user, or a whole account of which nobody said whose it is, asks for MFA: else a long-term key alone opens it. Roles, services, identity providers and accounts that the engagement names are not asked: a role’s session carries no MFA, and a known account has its own. An undeclared account that must send an external id comes as a machine and is not asked either.',
  severity: 'high',
  weight: 'criterion',
  since: '0.1.0',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html'],
  options: {},
  inputs: ['trust'],
  messages: {
    'key-alone': {
      outcome: 'fail',
      text: '{count} IAM {count|user|users} may assume the role without MFA: a long-term key alone opens it. {users}.',
      key: ['users'],
    },
    'account': {
      outcome: 'fail',
      text: '{principals} may assume the role without MFA or an external id. The engagement does not say whose that is; a long-term key there may open the role alone.',
      key: ['principals'],
    },
    'unreadable': { outcome: 'notEvaluated', text: 'The trust policy is not in the data, or could not be read.' },
  },
  remediation: {
    console:
      'IAM, Roles, the role, Trust relationships, Edit trust policy: require aws:MultiFactorAuthPresent with Bool, not with BoolIfExists. Better, let people come by IAM Identity Center.',
    cli: [
      '# trust.json: "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}}',
      'aws iam update-assume-role-policy --role-name <role> --policy-document file://trust.json',
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
  subjects: ({ trust }) => trust.filter((role) => role.inScope),
  evaluate: (role) => {
    const unreadable = unreadableWays(role);
    if (unreadable.length > 0) return notEvaluated('unresolved', 'unreadable', {}, backingOf(role, unreadable));
    const users = role.ways.filter((way) => isUserWay(way) && !isDeleted(way));
    const accounts = role.ways.filter((way) => isStrangeAccount(way) && !way.externalIdRequired);
    if (users.length + accounts.length === 0) return notApplicable;
    const alone = users.filter((way) => !way.mfaRequired);
    if (alone.length > 0) {
      const names = namesOf(alone);
      return fail('key-alone', { count: names.length, users: names }, backingOf(role, alone));
    }
    const open = accounts.filter((way) => !way.mfaRequired);
    return open.length > 0 ? fail('account', { principals: namesOf(open) }, backingOf(role, open)) : pass;
  },
});

function isStrangeAccount(way: WayIn): boolean {
  return (way.kind === 'account' || way.kind === 'canonicalUser') && isForeign(way) && way.party === 'undeclared';
}
