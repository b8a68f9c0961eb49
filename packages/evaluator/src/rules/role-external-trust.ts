import type { WayIn } from '@iam-dossier/core/assessment';
import { defineRule } from '../engine/rule.ts';
import { fail, manual, notEvaluated, pass } from '../engine/verdict.ts';
import { backingOf, isDeleted } from '../facts/trust.ts';

const outside = new Set<WayIn['kind']>(['account', 'principal', 'canonicalUser']);
const providers = new Set<WayIn['kind']>(['ciOpenIdConnect', 'openIdConnect', 'cognito']);
/** A cluster's own provider signs for all its pods; the service that gives pods their roles names each by an association. */
const isProvider = ({ kind, from }: WayIn) => providers.has(kind) || (kind === 'podIdentity' && from.includes(':oidc-provider/'));

export default defineRule({
  id: 'role-external-trust',
  title: 'No open trust in other accounts',
  description:
    'Roles in scope admit nobody without limit, and other accounts only when the engagement says whose they are: accounts[] for the customer’s and the partner’s, principals[] for a third party’s. A third party must send an external id, else another customer of it could come in through it (the confused deputy). An OpenID Connect provider must be limited: one that signs for anyone’s pipelines to a subject, others at least to an audience. A principal deleted since admits nobody. A trust policy that could not be read is told.',
  severity: 'high',
  weight: 'criterion',
  since: '0.1.0',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html'],
  options: {},
  inputs: ['trust'],
  messages: {
    'anyone': { outcome: 'fail', text: 'The trust policy admits anyone.' },
    'anyone-conditional': {
      outcome: 'manual',
      text: 'The trust policy names anyone and limits them by a condition only. Say which accounts that admits, or name them in the policy.',
    },
    'open-provider': {
      outcome: 'fail',
      text: 'The trust policy admits every identity of {providers}: nothing limits the subject.',
      key: ['providers'],
    },
    'third-party': {
      outcome: 'fail',
      text: '{principals} may assume the role, declared as a third party’s, and no external id is required.',
      key: ['principals'],
    },
    'unguarded': {
      outcome: 'fail',
      text: '{principals} may assume the role. The engagement does not say whose that is, and neither MFA nor an external id is required.',
      key: ['principals'],
    },
    'undeclared': { outcome: 'manual', text: '{principals} may assume the role. The engagement does not say whose that is.', key: ['principals'] },
    'unreadable': { outcome: 'notEvaluated', text: 'The trust policy is not in the data, or could not be read.' },
  },
  remediation: {
    console:
      'IAM, Roles, the role, Trust relationships, Edit trust policy: name the account and role that may come in, and require aws:MultiFactorAuthPresent or sts:ExternalId.',
    cli: [
      '# trust.json names the principal, and requires aws:MultiFactorAuthPresent, sts:ExternalId or the subject.',
      'aws iam update-assume-role-policy --role-name <role> --policy-document file://trust.json',
    ].join('\n'),
    terraform: [
      'data "aws_iam_policy_document" "trust" {',
      '  statement {',
      '    actions = ["sts:AssumeRole"]',
      '    principals {',
      '      type        = "AWS"',
      '      identifiers = ["arn:aws:iam::<account>:role/<role>"]',
      '    }',
      '    condition {',
      '      test     = "StringEquals"',
      '      variable = "sts:ExternalId"',
      '      values   = [var.external_id]',
      '    }',
      '  }',
      '}',
    ].join('\n'),
  },
  subjects: ({ trust }) => trust.filter((role) => role.inScope),
  evaluate: (role) => {
    const { ways } = role;
    const at = (shown: readonly WayIn[]) => backingOf(role, shown);
    const unreadable = ways.filter((way) => way.kind === 'unreadable');
    if (unreadable.length > 0) return notEvaluated('unresolved', 'unreadable', {}, at(unreadable));
    const anyone = ways.filter((way) => way.kind === 'anyone');
    const unlimited = anyone.filter((way) => !way.conditional);
    if (unlimited.length > 0) return fail('anyone', {}, at(unlimited));
    const open = ways.filter((way) => isProvider(way) && !way.conditional);
    if (open.length > 0) return fail('open-provider', { providers: names(open) }, at(open));
    const foreign = ways.filter((way) => outside.has(way.kind) && !way.sameAccount && !isDeleted(way));
    const deputies = foreign.filter((way) => way.party === 'thirdParty' && !way.externalIdRequired);
    if (deputies.length > 0) return fail('third-party', { principals: names(deputies) }, at(deputies));
    const undeclared = foreign.filter((way) => way.party === 'undeclared');
    const unguarded = undeclared.filter((way) => !way.mfaRequired && !way.externalIdRequired);
    if (unguarded.length > 0) return fail('unguarded', { principals: names(unguarded) }, at(unguarded));
    if (undeclared.length > 0) return manual('undeclared', { principals: names(undeclared) }, at(undeclared));
    return anyone.length > 0 ? manual('anyone-conditional', {}, at(anyone)) : pass;
  },
});

function names(ways: readonly WayIn[]): string[] {
  return [...new Set(ways.map((way) => way.from))].sort();
}
