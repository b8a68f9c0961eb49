import { ageInDays } from '@iam-dossier/core/time';
import { defineRule } from '../engine/rule.ts';
import { fail, notApplicable, notEvaluated, pass } from '../engine/verdict.ts';

const options = { maximumDays: 90 } as const;

export default defineRule({
  id: 'role-use',
  title: 'Use of roles',
  description:
    'Roles without a recorded use for 90 days are removed, with the rights they hold. AWS keeps the last use of a role for 400 days: no use recorded means none in these days, and nothing of the time before. The rule does not apply to a role younger than the limit that was not used yet. Service-linked roles are left out: AWS removes them itself. ListRoles does not tell the last use; without the authorization details a role is not evaluated.',
  severity: 'low',
  weight: 'supporting',
  since: '0.1.0',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_manage_delete.html'],
  options,
  inputs: ['roles', 'times'],
  messages: {
    'unused': { outcome: 'fail', text: 'No use is recorded for more than {limit} days, counted to {asOf}.' },
    'never': {
      outcome: 'fail',
      text: 'No use is recorded in the 400 days that AWS keeps, and the role is older than {limit} days, counted to {asOf}.',
    },
    'unknown': { outcome: 'notEvaluated', text: 'The last use of the role is not in the data; the authorization details tell it.' },
    'undated': { outcome: 'notEvaluated', text: 'No use of the role is recorded; whether it is new is not in the data.' },
    'no-time': {
      outcome: 'notEvaluated',
      text: 'Use cannot be judged: when the account was read is not known. Give --collected-at when importing, or --as-of.',
    },
  },
  remediation: {
    console:
      'IAM, Roles, the role, Last Accessed: see what it was used for; then Delete. A role of IAM Identity Center goes when its permission set is no longer assigned to the account.',
    cli: [
      'aws iam get-role --role-name <role> --query Role.RoleLastUsed',
      'aws iam list-attached-role-policies --role-name <role>',
      'aws iam detach-role-policy --role-name <role> --policy-arn <arn>',
      'aws iam list-role-policies --role-name <role>',
      'aws iam delete-role-policy --role-name <role> --policy-name <name>',
      'aws iam list-instance-profiles-for-role --role-name <role>',
      'aws iam remove-role-from-instance-profile --instance-profile-name <profile> --role-name <role>',
      'aws iam delete-role --role-name <role>',
    ].join('\n'),
    terraform: '# Remove the aws_iam_role resource and its policies.',
  },
  subjects: ({ roles }) => roles,
  evaluate: ({ role, at }, { times: { asOf } }) => {
    if (role.roleLastUsed === undefined) return notEvaluated('missing', 'unknown');
    if (asOf === null) return notEvaluated('missing', 'no-time');
    const { lastUsedDate } = role.roleLastUsed;
    const since = lastUsedDate ?? role.createDate;
    if (since === undefined) return notEvaluated('missing', 'undated', {}, { evidence: [at] });
    const limit = options.maximumDays;
    if (ageInDays(since, asOf) <= limit) return lastUsedDate === undefined ? notApplicable : pass;
    const evidence = [`${at}/roleLastUsed`];
    return fail(lastUsedDate === undefined ? 'never' : 'unused', { limit, asOf }, { evidence });
  },
});
