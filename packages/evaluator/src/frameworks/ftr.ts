import type { Control, Framework } from './framework.ts';

const no = (id: string, title: string, ...needs: NonNullable<Control['needs']>): Control => ({ id, title, rules: [], decidable: 'no', needs });

const controls: readonly Control[] = [
  {
    id: 'ARC-001',
    title: 'The root user is used by exception only',
    rules: ['root-use'],
    decidable: 'partly',
    needs: ['procedure'],
    note: 'AWS tells the last use alone, not how often.',
  },
  { id: 'ARC-004', title: 'The root user has no access keys', rules: ['root-access-key'], decidable: 'yes' },
  { id: 'ACOM-001', title: 'Alternate contacts are set', rules: ['account-alternate-contacts'], decidable: 'yes' },
  {
    id: 'ACOM-002',
    title: 'Contact details belong to the company',
    rules: ['account-contact-information'],
    decidable: 'partly',
    needs: ['declaration'],
    note: 'Who owns an address is not in the data.',
  },
  {
    id: 'IAM-001',
    title: 'Every person comes in with MFA',
    rules: ['user-console-mfa'],
    decidable: 'partly',
    needs: ['identityProvider'],
  },
  {
    id: 'IAM-002',
    title: 'Static keys are few, replaced within 90 days and watched',
    rules: ['access-key-age'],
    decidable: 'partly',
    needs: ['procedure'],
  },
  {
    id: 'IAM-003',
    title: 'The password policy is strong',
    rules: ['password-policy-length', 'password-policy-reuse'],
    decidable: 'yes',
    note: 'Length and reuse are the two settings it cites from CIS and Security Hub.',
  },
  {
    id: 'IAM-004',
    title: 'Each person has an identity of their own',
    rules: ['user-dedicated-credential'],
    decidable: 'partly',
    needs: ['declaration'],
  },
  {
    id: 'IAM-005',
    title: 'Third parties come in by roles, not as users',
    rules: ['role-external-trust', 'role-external-id'],
    decidable: 'partly',
    needs: ['declaration'],
  },
  {
    id: 'IAM-006',
    title: 'Least privilege, by groups',
    rules: ['managed-policy-full-access', 'principal-administrator', 'principal-escalation', 'principal-service-wildcard', 'user-direct-attachment'],
    decidable: 'partly',
    needs: ['judgement'],
  },
  {
    ...no('IAM-007', 'Access ends when people leave or move', 'procedure'),
    note: 'user-credential-dormancy and role-use show what nobody uses any more.',
  },
  { ...no('IAM-008', 'Identities are reviewed every quarter', 'secondSnapshot', 'procedure'), note: 'A dossier of each quarter is such evidence.' },
  no('IAM-009', 'No credentials in code', 'workload'),
  no('IAM-010', 'Secrets are kept safely', 'workload'),
  no('IAM-011', 'Credentials of end users are protected', 'workload'),
  {
    id: 'IAM-012',
    title: 'Workloads use temporary credentials',
    rules: ['user-access-key', 'role-temporary-credential'],
    decidable: 'partly',
    needs: ['workload'],
  },
  {
    id: 'CAA-001',
    title: 'Customer accounts are entered by cross-account roles',
    rules: ['role-external-trust', 'user-access-key'],
    decidable: 'partly',
    needs: ['declaration'],
  },
  {
    id: 'CAA-002',
    title: 'Cross-account roles ask for an external id',
    rules: ['role-external-id'],
    decidable: 'partly',
    needs: ['declaration'],
    note: 'Judged at the customer’s side: by the trust policies of the account.',
  },
  no('CAA-003', 'Keys handed over by customers are phased out', 'procedure'),
  no('CAA-004', 'The partner makes the external id', 'declaration'),
  no('CAA-005', 'No two customers share an external id', 'declaration'),
  no('CAA-006', 'Customers can read their external id and not change it', 'workload'),
  {
    id: 'CAA-007',
    title: 'A template gives cross-account roles the least they need',
    rules: ['principal-administrator', 'principal-service-wildcard'],
    decidable: 'partly',
    needs: ['declaration'],
    note: 'What the roles of this account may do is judged; the template itself is not in the data.',
  },
];

export const ftr: Framework = {
  id: 'ftr',
  title: 'AWS Foundational Technical Review, partner-hosted',
  version: 'February 2026 – August 2026',
  about:
    'The controls on accounts, identities and cross-account access. AWS has paused the review. This release cites CIS 5.0 and no longer has ARC-003 (MFA of the root user).',
  status: 'paused',
  judges: 'account',
  controls,
};
