import { defineRule } from '../engine/rule.ts';
import { fail, notEvaluated, pass, policyNames, quoted } from '../engine/verdict.ts';

export default defineRule({
  id: 'principal-administrator',
  title: 'No administrators in scope',
  description:
    'No principal in scope is an administrator: allowed everything, or able to grant itself everything, by any policy in force and within its permissions boundary. A role declared as break-glass is told as such, and whether MFA is required to come in; the declaration does not excuse it.',
  severity: 'high',
  weight: 'criterion',
  since: '0.1.0',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege'],
  options: {},
  inputs: ['principals', 'identities', 'trust'],
  messages: {
    'administrator': { outcome: 'fail', text: 'Administrator by {policies}.', key: ['policies'] },
    'break-glass': { outcome: 'fail', text: 'Administrator by {policies}, declared as break-glass; every way in requires MFA.', key: ['policies'] },
    'break-glass-without-mfa': {
      outcome: 'fail',
      text: 'Administrator by {policies}, declared as break-glass; it can be used without MFA.',
      key: ['policies'],
    },
    'unknown': { outcome: 'notEvaluated', text: 'Whether it is an administrator cannot be told. Not in the data, or not readable: {policies}.' },
    'no-policies': { outcome: 'notEvaluated', text: 'Whether it is an administrator cannot be told: which policies it has is not in the data.' },
  },
  remediation: {
    console:
      'Replace the administrative policy by one for the function. For emergencies, let the customer keep one role that requires MFA, and declare it as the customer’s in the engagement.',
    cli: [
      '# The same for a role: attach-role-policy, detach-role-policy.',
      'aws iam attach-user-policy --user-name <user> --policy-arn <policy for the function>',
      'aws iam detach-user-policy --user-name <user> --policy-arn <administrative policy>',
    ].join('\n'),
    terraform: [
      'resource "aws_iam_role" "pipeline" {',
      '  # The boundary holds what modules may give themselves.',
      '  permissions_boundary = aws_iam_policy.boundary.arn',
      '  # …',
      '}',
      '',
      'resource "aws_iam_role_policy_attachment" "pipeline" {',
      '  role       = aws_iam_role.pipeline.name',
      '  policy_arn = aws_iam_policy.what_the_modules_need.arn',
      '}',
    ].join('\n'),
  },
  subjects: ({ principals }) => principals.filter((principal) => principal.inScope),
  evaluate: ({ subject, policies: granted, analysis, at }, { identities, trust }) => {
    const { state, quotes, unknown } = analysis.administrator;
    if (granted === null && state !== 'yes') return notEvaluated('missing', 'no-policies');
    if (state === 'no') return pass;
    if (state === 'unknown') return notEvaluated('unresolved', 'unknown', { policies: unknown }, { evidence: [at] });
    const data = { policies: policyNames(quotes) };
    const backing = { evidence: [at], quotes: quoted(quotes) };
    if (identities.get(subject)?.identity.kind !== 'breakGlass') return fail('administrator', data, backing);
    const ways = trust.find((role) => role.subject === subject)?.ways ?? [];
    const guarded = ways.length > 0 && ways.every((way) => way.mfaRequired);
    return fail(guarded ? 'break-glass' : 'break-glass-without-mfa', data, backing);
  },
});
