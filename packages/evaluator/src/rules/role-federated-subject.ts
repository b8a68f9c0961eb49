import type { WayIn } from '@iam-dossier/core/assessment';
import { defineRule } from '../engine/rule.ts';
import { fail, notApplicable, notEvaluated, pass } from '../engine/verdict.ts';
import { backingOf, namesOf, unreadableWays } from '../facts/trust.ts';

const providers = new Set<WayIn['kind']>(['ciOpenIdConnect', 'openIdConnect', 'cognito']);
/** A cluster's own provider signs for all its pods; the service that gives pods their roles names each by an association. */
const isProvider = ({ kind, from }: WayIn) => providers.has(kind) || (kind === 'podIdentity' && from.includes(':oidc-provider/'));

export default defineRule({
  id: 'role-federated-subject',
  title: 'OpenID Connect trust limited to a subject',
  description:
    'A role in scope that trusts an OpenID Connect provider limits whom it admits. A provider that signs for anyone’s pipelines is limited by a subject that says whose: “repo:*” and “repo:sh*” do not. Others are limited at least by an audience, which names one application or pool.',
  severity: 'high',
  weight: 'criterion',
  since: '0.1.0',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html'],
  options: {},
  inputs: ['trust'],
  messages: {
    'open-provider': {
      outcome: 'fail',
      text: 'The trust policy admits every identity of {providers}: nothing limits the subject.',
      key: ['providers'],
    },
    'unreadable': { outcome: 'notEvaluated', text: 'The trust policy is not in the data, or could not be read.' },
  },
  remediation: {
    console:
      'IAM, Roles, the role, Trust relationships, Edit trust policy: require the provider’s :sub claim, with the organization and repository that may come in.',
    cli: [
      '# trust.json: "Condition": {"StringLike": {"token.actions.githubusercontent.com:sub": "repo:<organization>/<repository>:ref:refs/heads/main"}}',
      'aws iam update-assume-role-policy --role-name <role> --policy-document file://trust.json',
    ].join('\n'),
    terraform: [
      'data "aws_iam_policy_document" "trust" {',
      '  statement {',
      '    actions = ["sts:AssumeRoleWithWebIdentity"]',
      '    principals {',
      '      type        = "Federated"',
      '      identifiers = [aws_iam_openid_connect_provider.pipeline.arn]',
      '    }',
      '    condition {',
      '      test     = "StringLike"',
      '      variable = "token.actions.githubusercontent.com:sub"',
      '      values   = ["repo:<organization>/<repository>:ref:refs/heads/main"]',
      '    }',
      '  }',
      '}',
    ].join('\n'),
  },
  subjects: ({ trust }) => trust.filter((role) => role.inScope),
  evaluate: (role) => {
    const unreadable = unreadableWays(role);
    if (unreadable.length > 0) return notEvaluated('unresolved', 'unreadable', {}, backingOf(role, unreadable));
    const ways = role.ways.filter(isProvider);
    if (ways.length === 0) return notApplicable;
    const open = ways.filter((way) => !way.conditional);
    return open.length > 0 ? fail('open-provider', { providers: namesOf(open) }, backingOf(role, open)) : pass;
  },
});
