import type { Control, Framework } from './framework.ts';

type Row = readonly [id: number, title: string, severity: NonNullable<Control['severity']>, rule: string | null, more?: Partial<Control>];

const analyzer = { decidable: 'no', needs: ['accessAnalyzer'] } as const;

/** Each of Security Hub's meanings has a rule of its own: where two differ by a threshold, they are two rules. */
const rows: readonly Row[] = [
  [1, 'No customer managed policy allows everything on everything', 'high', 'managed-policy-full-access'],
  [2, 'Users have no policies of their own', 'low', 'user-direct-attachment'],
  [3, 'Active access keys are replaced within 90 days', 'medium', 'access-key-age'],
  [4, 'The root user has no access key', 'critical', 'root-access-key'],
  [5, 'Users with a console password have MFA', 'medium', 'user-console-mfa'],
  [6, 'The root user’s MFA is hardware, if it has credentials', 'critical', 'root-hardware-mfa'],
  [7, 'The password policy asks for 8 characters of all types', 'medium', 'password-policy-strength'],
  [8, 'Credentials unused for 90 days are removed', 'medium', 'user-credential-dormancy'],
  [9, 'The root user has MFA, if it has credentials', 'critical', 'root-mfa'],
  [10, 'The password policy is that of PCI DSS 3.2.1', 'medium', 'password-policy-card-industry'],
  [11, 'Passwords need an uppercase letter', 'medium', 'password-policy-uppercase'],
  [12, 'Passwords need a lowercase letter', 'medium', 'password-policy-lowercase'],
  [13, 'Passwords need a symbol', 'medium', 'password-policy-symbol'],
  [14, 'Passwords need a number', 'medium', 'password-policy-number'],
  [15, 'Passwords have 14 characters or more', 'medium', 'password-policy-length'],
  [16, 'Exactly the last 24 passwords cannot be used again', 'low', 'password-policy-reuse'],
  [17, 'Passwords expire within 90 days', 'low', 'password-policy-expiry'],
  [18, 'Somebody or something may open cases with AWS Support', 'low', 'account-support-access', { accepts: ['users'] }],
  [19, 'Every user has MFA, console or not', 'medium', 'user-mfa'],
  [20, 'Use of the root user raises an alarm', 'low', null, { decidable: 'no', retired: 'April 2024' }],
  [21, 'No customer managed policy allows a whole service', 'low', 'managed-policy-service-wildcard'],
  [22, 'Credentials unused for 45 days are removed', 'medium', 'user-credential-use'],
  [23, 'Analyzers are tagged', 'low', null, analyzer],
  [24, 'Roles are tagged', 'low', 'role-tag'],
  [25, 'Users are tagged', 'low', 'user-tag'],
  [26, 'Expired server certificates are removed', 'medium', 'server-certificate-expiry'],
  [27, 'AWSCloudShellFullAccess is attached to nobody', 'medium', 'principal-cloudshell-access'],
  [28, 'An analyzer looks for access from outside', 'high', null, analyzer],
];

export const securityHub: Framework = {
  id: 'security-hub',
  title: 'AWS Security Hub CSPM, IAM controls',
  version: 'November 2026',
  about:
    'IAM.1 to IAM.28 as the user guide has them, judged by the exact meaning of each control. Security Hub looks at credential reports that are up to four hours old.',
  status: 'published',
  judges: 'account',
  controls: rows.map(([id, title, severity, rule, more]) => ({
    id: `IAM.${id}`,
    title,
    severity,
    rules: rule === null ? [] : [rule],
    decidable: 'yes',
    ...more,
  })),
};
