import { defineRule } from '../engine/rule.ts';
import { fail, manual, notApplicable, notEvaluated, pass } from '../engine/verdict.ts';
import type { EscalationChain } from '../facts/escalation-chain.ts';
import type { PrincipalEscalations } from '../facts/escalations.ts';

export default defineRule({
  id: 'principal-escalation-chain',
  title: 'No way to an administrator through others',
  description:
    'No principal in scope can come to be an administrator by becoming others, one after the other: by assuming roles, by credentials of users, by roles given to services. Each is told its shortest way. A way of one step that the principal’s own policies grant is told by principal-escalation; what leads over accounts is not followed.',
  severity: 'high',
  weight: 'criterion',
  since: '0.1.0',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_terms-and-concepts.html#iam-term-role-chaining'],
  options: {},
  inputs: ['escalations'],
  messages: {
    'reachable': { outcome: 'fail', text: 'Comes to be an administrator in {count} {count|step|steps}: {steps}.', key: ['steps'] },
    'unverified': {
      outcome: 'manual',
      text: 'May come to be an administrator in {count} {count|step|steps}, some of them under conditions: {steps}.',
      key: ['steps'],
    },
    'unread-end': { outcome: 'notEvaluated', text: 'Comes in {count} {count|step|steps} to a principal whose policies could not be read: {steps}.' },
    'unknown': { outcome: 'notEvaluated', text: 'Not every policy in force could be read. Not in the data, or not readable: {policies}.' },
    'no-policies': { outcome: 'notEvaluated', text: 'Which policies it has is not in the data.' },
    'roles-missing': { outcome: 'notEvaluated', text: 'Not every role of the account is in the data.' },
  },
  remediation: {
    console:
      'Break the first step that should not be: name in the trust policy of the role those who must come in, and in the policy of the one before it the roles that it needs; take away rights over credentials and trust policies of others.',
    cli: [
      'aws iam update-assume-role-policy --role-name <role> --policy-document file://trust.json',
      'aws iam create-policy-version --policy-arn <policy> --policy-document file://policy.json --set-as-default',
    ].join('\n'),
    terraform: [
      'data "aws_iam_policy_document" "trust" {',
      '  statement {',
      '    actions = ["sts:AssumeRole"]',
      '    principals {',
      '      type        = "AWS"',
      '      identifiers = [aws_iam_role.the_one_that_needs_it.arn]',
      '    }',
      '  }',
      '}',
    ].join('\n'),
  },
  subjects: ({ escalations }) => escalations.filter((principal) => principal.inScope),
  evaluate: (principal) => {
    const { administrator, chain, at } = principal;
    if (administrator === 'yes') return notApplicable;
    const data = chain && { count: chain.count, steps: stepNames(chain) };
    if (chain && data && !isToldAlready(chain, principal)) {
      if (chain.state === 'reachable') return fail('reachable', data, { evidence: [at] });
      if (chain.state === 'unverified') return manual('unverified', data, { evidence: [at] });
      return notEvaluated('unresolved', 'unread-end', data, { evidence: [at] });
    }
    if (!principal.policiesKnown) return notEvaluated('missing', 'no-policies');
    if (principal.unknown.length > 0) return notEvaluated('unresolved', 'unknown', { policies: principal.unknown }, { evidence: [at] });
    return principal.rolesKnown ? pass : notEvaluated('partial', 'roles-missing', {}, { evidence: [at] });
  },
});

/** A way of one step is an escalation path of the principal itself, unless a trust policy alone opens it. */
function isToldAlready({ steps: [first], count, state }: EscalationChain, { escalations }: PrincipalEscalations): boolean {
  return (
    count === 1 &&
    escalations.some((entry) => entry.state === state && [entry.via, ...entry.variants.map(({ id }) => id)].includes(first?.path ?? ''))
  );
}

/** What is done at each step, and whom it leads to. */
function stepNames({ steps, count }: EscalationChain): string[] {
  const names = steps.map(({ path, name }) => (name === null ? path : `${path} ${name}`));
  return count > steps.length ? [...names, '…'] : names;
}
