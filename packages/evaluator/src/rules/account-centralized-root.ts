import { defineRule } from '../engine/rule.ts';
import { fail, manual, notApplicable, pass } from '../engine/verdict.ts';

/** The feature by which an organization removes root credentials of its members and keeps them removed. */
const FEATURE = 'RootCredentialsManagement';

export default defineRule({
  id: 'account-centralized-root',
  title: 'Central management of root credentials',
  description:
    'The organization manages root credentials of its member accounts centrally, so that members need no root password, key or MFA device of their own. AWS tells it to the organization’s management account and to the delegated administrator only: in the data of any other account it cannot be seen, and an account without an organization has nothing to manage. A supporting fact: ACCT-002 does not ask for it.',
  severity: 'medium',
  weight: 'supporting',
  since: '0.1.0',
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user.html',
    'https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListOrganizationsFeatures.html',
  ],
  options: { feature: FEATURE },
  inputs: ['organization'],
  messages: {
    off: { outcome: 'fail', text: 'Root credentials of member accounts are not managed centrally: {feature} is not enabled in the organization.' },
    impossible: { outcome: 'fail', text: 'Root credentials of member accounts are not managed centrally: AWS answered {code}.', key: ['code'] },
    elsewhere: {
      outcome: 'manual',
      text: 'This account is neither the organization’s management account nor its delegated administrator, and AWS tells no other. Confirm there that root credentials are managed centrally.',
    },
  },
  remediation: {
    console: 'In the organization’s management account: IAM, Account settings, Centralized root access for member accounts, Enable.',
    cli: [
      '# In the management account:',
      'aws organizations enable-aws-service-access --service-principal iam.amazonaws.com',
      'aws iam enable-organizations-root-credentials-management',
      'aws iam enable-organizations-root-sessions',
    ].join('\n'),
    terraform: ['resource "aws_iam_organizations_features" "this" {', '  enabled_features = ["RootCredentialsManagement", "RootSessions"]', '}'].join(
      '\n',
    ),
  },
  subjects: ({ organization }) => [organization],
  evaluate: ({ answer, evidence }) => {
    if (answer.kind === 'none') return notApplicable;
    if (answer.kind === 'elsewhere') return manual('elsewhere', {}, { evidence });
    if (answer.kind === 'impossible') return fail('impossible', { code: answer.code }, { evidence });
    return answer.enabled.includes(FEATURE) ? pass : fail('off', { feature: FEATURE }, { evidence });
  },
});
