import { defineRule } from '../engine/rule.ts';
import { fail, manual, notApplicable, notEvaluated, pass, quoted } from '../engine/verdict.ts';
import type { PrincipalEscalations } from '../facts/escalations.ts';

/** So many paths are named in the sentence; the list of paths has all. */
const MOST_NAMED = 5;

export default defineRule({
  id: 'principal-escalation',
  title: 'No way to more permissions than were given',
  description:
    'No principal in scope can give itself, or take from others, more permissions than its policies give it: known sets of actions, judged over all its policies together, within its permissions boundary, and against the users, groups and roles that are there. A path whose target or other need is provably not there is told in the list of paths and does not fail; one that the data does not decide asks for a person’s word. An administrator has nothing to gain and is told as one.',
  severity: 'high',
  weight: 'criterion',
  since: '0.1.0',
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
  ],
  options: {},
  inputs: ['escalations'],
  messages: {
    'reachable': { outcome: 'fail', text: 'Can get more permissions than it was given in {count} {count|way|ways}: {paths}.', key: ['paths'] },
    'unverified': {
      outcome: 'manual',
      text: 'May get more permissions than it was given in {count} {count|way|ways} that the data does not decide: {paths}.',
      key: ['paths'],
    },
    'unknown': { outcome: 'notEvaluated', text: 'Not every policy in force could be read. Not in the data, or not readable: {policies}.' },
    'no-policies': { outcome: 'notEvaluated', text: 'Which policies it has is not in the data.' },
  },
  remediation: {
    console:
      'IAM, the policy that grants the actions: name in Resource the roles, users and policies that the work needs, never those that may do more; add the condition iam:PassedToService to iam:PassRole. Where principals must manage permissions, give them a permissions boundary and allow changes only of principals that carry it.',
    cli: [
      '# Each path with what it needs is listed in the readiness report. Write a version without them and put it in force:',
      'aws iam create-policy-version --policy-arn <policy> --policy-document file://policy.json --set-as-default',
      '# Or hold the principal by a boundary:',
      'aws iam put-role-permissions-boundary --role-name <role> --permissions-boundary <policy arn>',
    ].join('\n'),
    terraform: [
      'data "aws_iam_policy_document" "deploy" {',
      '  statement {',
      '    actions   = ["iam:PassRole"]',
      '    resources = [aws_iam_role.task.arn]',
      '    condition {',
      '      test     = "StringEquals"',
      '      variable = "iam:PassedToService"',
      '      values   = ["ecs-tasks.amazonaws.com"]',
      '    }',
      '  }',
      '}',
    ].join('\n'),
  },
  subjects: ({ escalations }) => escalations.filter((principal) => principal.inScope),
  evaluate: (principal) => {
    if (principal.administrator === 'yes') return notApplicable;
    const reachable = told(principal, 'reachable');
    if (reachable) return fail('reachable', reachable.data, reachable.backing);
    if (!principal.policiesKnown) return notEvaluated('missing', 'no-policies');
    if (principal.unknown.length > 0) return notEvaluated('unresolved', 'unknown', { policies: principal.unknown }, { evidence: [principal.at] });
    const unverified = told(principal, 'unverified');
    return unverified ? manual('unverified', unverified.data, unverified.backing) : pass;
  },
});

function told({ escalations, at }: PrincipalEscalations, state: 'reachable' | 'unverified') {
  const found = escalations.filter((entry) => entry.state === state);
  if (found.length === 0) return undefined;
  const data = { count: found.length, paths: found.slice(0, MOST_NAMED).map(({ via }) => via) };
  return { data, backing: { evidence: [at], quotes: quoted(found.slice(0, MOST_NAMED).flatMap(({ quotes }) => quotes)) } };
}
