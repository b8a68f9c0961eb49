import { defineRule } from '../engine/rule.ts';
import { fail, notApplicable, notEvaluated, pass, policyNames, quoted } from '../engine/verdict.ts';
import { assumesAnyRole } from '../policy/escalation/index.ts';

export default defineRule({
  id: 'principal-assume-role',
  title: 'No right to assume every role',
  description:
    'No principal in scope may assume every role, of this and every other account, whose trust policy lets it in: sts:AssumeRole on all resources without a condition on the role. Which roles it gets is then decided by others, today and later. An administrator is told as one.',
  severity: 'medium',
  weight: 'supporting',
  since: '0.1.0',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_permissions-to-switch.html'],
  options: {},
  inputs: ['escalations'],
  messages: {
    'any-role': { outcome: 'fail', text: 'May assume every role whose trust policy lets it in, by {policies}.', key: ['policies'] },
    'unknown': { outcome: 'notEvaluated', text: 'Not every policy in force could be read. Not in the data, or not readable: {policies}.' },
    'no-policies': { outcome: 'notEvaluated', text: 'Which policies it has is not in the data.' },
  },
  remediation: {
    console: 'IAM, the policy that grants sts:AssumeRole: list in Resource the ARNs of the roles that the work needs.',
    cli: 'aws iam create-policy-version --policy-arn <policy> --policy-document file://policy.json --set-as-default',
    terraform: ['statement {', '  actions   = ["sts:AssumeRole"]', '  resources = [aws_iam_role.operator.arn]', '}'].join('\n'),
  },
  subjects: ({ escalations }) => escalations.filter((principal) => principal.inScope),
  evaluate: ({ administrator, holding, policiesKnown, unknown, unreadBoundary, at }) => {
    if (administrator === 'yes') return notApplicable;
    const quotes = assumesAnyRole(holding);
    if (quotes.length > 0 && unreadBoundary === undefined) {
      return fail('any-role', { policies: policyNames(quotes) }, { evidence: [at], quotes: quoted(quotes) });
    }
    if (!policiesKnown) return notEvaluated('missing', 'no-policies');
    const unread = [...unknown, ...(quotes.length > 0 && unreadBoundary !== undefined ? [unreadBoundary] : [])];
    return unread.length > 0 ? notEvaluated('unresolved', 'unknown', { policies: unread }, { evidence: [at] }) : pass;
  },
});
