import { defineRule } from '../engine/rule.ts';
import { fail, notApplicable, notEvaluated, pass, policyNames, quoted } from '../engine/verdict.ts';
import { passesAnyRole } from '../policy/escalation/index.ts';

export default defineRule({
  id: 'principal-pass-role',
  title: 'No right to pass every role to every service',
  description:
    'No principal in scope may pass every role of the account to whatever service: iam:PassRole on all resources without the condition iam:PassedToService or iam:AssociatedResourceArn. Whoever passes a role lets a service act with it. An administrator is told as one.',
  severity: 'medium',
  weight: 'supporting',
  since: '0.1.0',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html'],
  options: {},
  inputs: ['escalations'],
  messages: {
    'any-role': { outcome: 'fail', text: 'May pass every role to every service, by {policies}.', key: ['policies'] },
    'unknown': { outcome: 'notEvaluated', text: 'Not every policy in force could be read. Not in the data, or not readable: {policies}.' },
    'no-policies': { outcome: 'notEvaluated', text: 'Which policies it has is not in the data.' },
  },
  remediation: {
    console:
      'IAM, the policy that grants iam:PassRole: list in Resource the roles that may be passed, and add the condition iam:PassedToService with the service that gets them.',
    cli: 'aws iam create-policy-version --policy-arn <policy> --policy-document file://policy.json --set-as-default',
    terraform: [
      'statement {',
      '  actions   = ["iam:PassRole"]',
      '  resources = [aws_iam_role.task.arn]',
      '  condition {',
      '    test     = "StringEquals"',
      '    variable = "iam:PassedToService"',
      '    values   = ["ecs-tasks.amazonaws.com"]',
      '  }',
      '}',
    ].join('\n'),
  },
  subjects: ({ escalations }) => escalations.filter((principal) => principal.inScope),
  evaluate: ({ administrator, holding, policiesKnown, unknown, unreadBoundary, at }) => {
    if (administrator === 'yes') return notApplicable;
    const quotes = passesAnyRole(holding);
    if (quotes.length > 0 && unreadBoundary === undefined) {
      return fail('any-role', { policies: policyNames(quotes) }, { evidence: [at], quotes: quoted(quotes) });
    }
    if (!policiesKnown) return notEvaluated('missing', 'no-policies');
    const unread = [...unknown, ...(quotes.length > 0 && unreadBoundary !== undefined ? [unreadBoundary] : [])];
    return unread.length > 0 ? notEvaluated('unresolved', 'unknown', { policies: unread }, { evidence: [at] }) : pass;
  },
});
