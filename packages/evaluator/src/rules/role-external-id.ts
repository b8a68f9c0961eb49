import type { WayIn } from '@iam-dossier/core/assessment';
import { defineRule } from '../engine/rule.ts';
import { fail, notApplicable, notEvaluated, pass } from '../engine/verdict.ts';
import { backingOf, isForeign, namesOf, unreadableWays } from '../facts/trust.ts';

export default defineRule({
  id: 'role-external-id',
  title: 'External ids for third parties and machines elsewhere',
  description:
    'A role in scope that a third party, or a machine of another account, may assume asks for an external id: else another customer of theirs could come in through them (the confused deputy). People who come from the partner’s own account need none, and nobody is asked for one there. A Deny of every other external id counts.',
  severity: 'high',
  weight: 'criterion',
  since: '0.1.0',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html'],
  options: {},
  inputs: ['trust', 'identities'],
  messages: {
    'third-party': {
      outcome: 'fail',
      text: '{principals} may assume the role, declared as a third party’s, and no external id is required.',
      key: ['principals'],
    },
    'machine': {
      outcome: 'fail',
      text: '{principals} may assume the role, which is declared as a machine’s, and no external id is required.',
      key: ['principals'],
    },
    'unreadable': { outcome: 'notEvaluated', text: 'The trust policy is not in the data, or could not be read.' },
  },
  remediation: {
    console:
      'IAM, Roles, the role, Trust relationships, Edit trust policy: require the sts:ExternalId that the third party gave for this customer alone. It must not be guessable, and no other customer’s.',
    cli: [
      '# trust.json: "Condition": {"StringEquals": {"sts:ExternalId": "<external id>"}}',
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
  evaluate: (role, { identities }) => {
    const unreadable = unreadableWays(role);
    if (unreadable.length > 0) return notEvaluated('unresolved', 'unreadable', {}, backingOf(role, unreadable));
    const identity = identities.get(role.subject)?.identity;
    const machine = identity?.basis === 'declared' && identity.kind === 'workload';
    const asked = role.ways.filter((way) => isForeign(way) && (machine || way.party === 'thirdParty'));
    if (asked.length === 0) return notApplicable;
    const without = (ways: readonly WayIn[]) => ways.filter((way) => !way.externalIdRequired);
    const parties = without(asked.filter((way) => way.party === 'thirdParty'));
    if (parties.length > 0) return fail('third-party', { principals: namesOf(parties) }, backingOf(role, parties));
    const machines = without(asked);
    return machines.length > 0 ? fail('machine', { principals: namesOf(machines) }, backingOf(role, machines)) : pass;
  },
});
