import { defineRule } from '../engine/rule.ts';
import { fail, notApplicable, notEvaluated, pass } from '../engine/verdict.ts';

const options = { maximumHours: 4 } as const;
const SECONDS_PER_HOUR = 3600;

export default defineRule({
  id: 'role-session-duration',
  title: 'Length of role sessions',
  description:
    'A session of a role may last four hours at most. AWS’s own limits are one hour, the default, and twelve: credentials that leak are good for as long as the session, and half a working day leaves room for long tasks. The rule does not apply to roles that only AWS services assume, whose sessions this setting does not bind. The session of an IAM Identity Center role follows its permission set: it is evaluated by that, where the snapshot has the permission sets of the account that manages Identity Center, and else not. For every other role the setting comes from ListRoles alone; without it a role is not evaluated. Service-linked roles are left out.',
  severity: 'low',
  weight: 'supporting',
  since: '0.1.0',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-settings.html'],
  options,
  inputs: ['roles'],
  messages: {
    'long': { outcome: 'fail', text: 'A session may last {hours} {hours|hour|hours}; the limit is {limit}.' },
    'unknown': { outcome: 'notEvaluated', text: 'How long a session may last is not in the data; aws iam list-roles tells it.' },
    'permission-set': {
      outcome: 'notEvaluated',
      text: 'How long a session may last is set on the permission set in IAM Identity Center, which is not in the data.',
    },
  },
  remediation: {
    console: 'IAM, Roles, the role, Summary, Edit, Maximum session duration.',
    cli: [
      'aws iam update-role --role-name <role> --max-session-duration 3600',
      '# Of a role of IAM Identity Center, in the account that manages it:',
      'aws sso-admin describe-permission-set --instance-arn <instance> --permission-set-arn <permission set>',
      'aws sso-admin update-permission-set --instance-arn <instance> --permission-set-arn <permission set> --session-duration PT1H',
    ].join('\n'),
    terraform: [
      'resource "aws_iam_role" "<role>" {',
      '  name                 = "<role>"',
      '  assume_role_policy   = data.aws_iam_policy_document.trust.json',
      '  max_session_duration = 3600',
      '}',
    ].join('\n'),
  },
  subjects: ({ roles }) => roles,
  evaluate: ({ session, servicesOnly, fromPermissionSet }) => {
    if (servicesOnly) return notApplicable;
    if (session === null) return notEvaluated('missing', fromPermissionSet ? 'permission-set' : 'unknown');
    const { seconds, at } = session;
    if (seconds <= options.maximumHours * SECONDS_PER_HOUR) return pass;
    const hours = Math.round((seconds / SECONDS_PER_HOUR) * 100) / 100;
    return fail('long', { hours, limit: options.maximumHours }, { evidence: [at] });
  },
});
