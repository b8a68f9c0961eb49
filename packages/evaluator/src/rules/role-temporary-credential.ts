import type { WayIn } from '@iam-dossier/core/assessment';
import { defineRule } from '../engine/rule.ts';
import { fail, notApplicable, notEvaluated, pass, type Verdict } from '../engine/verdict.ts';
import type { AccountFact } from '../facts/account.ts';
import { backingOf, type RoleTrust } from '../facts/trust.ts';

interface AccountEntry {
  subject: number;
  account: AccountFact;
  roles: number;
}
type Entry = AccountEntry | { subject: number; role: RoleTrust };

export default defineRule({
  id: 'role-temporary-credential',
  title: 'Temporary credentials by roles',
  description:
    'Access in scope goes through roles, which give temporary credentials, and no role opens to a long-term key alone: an IAM user named in a trust policy must show MFA. In accounts that the engagement does not call a workload, having no role in scope is no fault.',
  severity: 'high',
  weight: 'criterion',
  since: '0.1.0',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp.html'],
  options: {},
  inputs: ['trust', 'account'],
  messages: {
    'no-role': { outcome: 'fail', text: 'No role is in scope: access does not go through temporary credentials.' },
    'no-role-seen': { outcome: 'notEvaluated', text: 'No role seen is in scope, and not all roles were seen.' },
    'key-alone': {
      outcome: 'fail',
      text: '{count} IAM {count|user|users} may assume the role without MFA: a long-term key alone opens it. {users}.',
      key: ['users'],
    },
    'unreadable': { outcome: 'notEvaluated', text: 'The trust policy is not in the data, or could not be read.' },
  },
  remediation: {
    console: 'IAM, Roles, Create role: trust your own account or identity provider, require MFA; move the permissions from the users to the role.',
    cli: [
      '# trust.json: "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}}',
      'aws iam create-role --role-name <role> --assume-role-policy-document file://trust.json',
      '# For a role that is there:',
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
  subjects: ({ trust, account }): Entry[] => {
    const roles = trust.filter((role) => role.inScope);
    return [{ subject: account.subject, account, roles: roles.length }, ...roles.map((role) => ({ subject: role.subject, role }))];
  },
  evaluate: (entry) => ('role' in entry ? roleVerdict(entry.role) : accountVerdict(entry)),
});

function accountVerdict({ account, roles }: AccountEntry): Verdict<'no-role' | 'no-role-seen'> {
  if (roles > 0) return pass;
  if (account.role !== undefined && account.role !== 'workload') return notApplicable;
  return account.rolesWhole ? fail('no-role', {}, { evidence: ['/roles'] }) : notEvaluated('partial', 'no-role-seen');
}

function roleVerdict(role: RoleTrust): Verdict<'key-alone' | 'unreadable'> {
  const { ways, at } = role;
  if (ways.some((way) => way.kind === 'unreadable')) return notEvaluated('unresolved', 'unreadable', {}, { evidence: [at] });
  const alone = ways.filter((way) => isUser(way) && !way.mfaRequired);
  if (alone.length === 0) return pass;
  const users = [...new Set(alone.map((way) => way.from))].sort();
  return fail('key-alone', { count: users.length, users }, backingOf(role, alone));
}

function isUser(way: WayIn): boolean {
  return way.kind === 'principal' && /:user\//.test(way.from);
}
