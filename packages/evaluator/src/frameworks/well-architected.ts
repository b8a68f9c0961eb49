import type { Control, Framework } from './framework.ts';

const no = (id: string, title: string, ...needs: NonNullable<Control['needs']>): Control => ({ id, title, rules: [], decidable: 'no', needs });
const partly = (id: string, title: string, rules: readonly string[], ...needs: NonNullable<Control['needs']>): Control => ({
  id,
  title,
  rules,
  decidable: 'partly',
  needs,
});

/** A best practice is advice: rules can show that it is not followed, and a person says that it is. */
const controls: readonly Control[] = [
  partly(
    'SEC01-BP02',
    'The root user is locked away',
    ['root-mfa', 'root-access-key', 'root-use', 'root-signing-certificate', 'account-security-contact'],
    'procedure',
  ),
  partly('SEC02-BP01', 'People sign in strongly', ['user-console-mfa', 'password-policy-strength', 'role-mfa-condition'], 'identityProvider'),
  partly(
    'SEC02-BP02',
    'Credentials are temporary',
    ['user-access-key', 'user-service-specific-credential', 'user-ssh-key', 'user-signing-certificate', 'role-temporary-credential'],
    'judgement',
  ),
  no('SEC02-BP03', 'Secrets are kept safely', 'workload'),
  partly('SEC02-BP04', 'People come from one identity provider', ['account-federation', 'saml-provider-validity'], 'identityProvider'),
  partly('SEC02-BP05', 'Credentials are reviewed and replaced', ['access-key-age', 'user-credential-dormancy'], 'procedure'),
  partly('SEC02-BP06', 'Groups and attributes carry permissions', ['user-direct-attachment', 'group-member', 'user-tag', 'role-tag'], 'judgement'),
  no('SEC03-BP01', 'It is written down who needs what', 'procedure'),
  partly(
    'SEC03-BP02',
    'Least privilege',
    [
      'managed-policy-full-access',
      'managed-policy-service-wildcard',
      'principal-administrator',
      'principal-assume-role',
      'principal-broad-data-access',
      'principal-credential-exposure',
      'principal-escalation',
      'principal-escalation-chain',
      'principal-infrastructure-modification',
      'principal-pass-role',
      'principal-resource-exposure',
      'principal-service-wildcard',
    ],
    'judgement',
  ),
  partly('SEC03-BP03', 'There is a way in for emergencies', ['principal-break-glass'], 'procedure'),
  partly(
    'SEC03-BP04',
    'Permissions shrink to what is used',
    ['principal-unused-service', 'role-use', 'user-credential-dormancy', 'managed-policy-use'],
    'judgement',
  ),
  {
    ...no('SEC03-BP05', 'Guardrails hold for the whole organization', 'organizations'),
    note: 'Permissions boundaries, and service control policies that were handed in, count in what each principal may do.',
  },
  partly('SEC03-BP06', 'Access ends with its purpose', ['user-credential-dormancy', 'role-use'], 'procedure'),
  partly(
    'SEC03-BP07',
    'Access from outside is known',
    ['role-anonymous-trust', 'role-external-trust', 'role-account-trust', 'role-deleted-principal', 'role-federated-subject', 'role-service-source'],
    'resourcePolicies',
  ),
  no('SEC03-BP08', 'Resources are shared safely in the organization', 'resourcePolicies'),
  partly('SEC03-BP09', 'Third parties are let in safely', ['role-external-id', 'role-external-trust'], 'resourcePolicies'),
];

export const wellArchitected: Framework = {
  id: 'well-architected',
  title: 'AWS Well-Architected Framework, Security pillar',
  version: '2024-06-27',
  about: 'The best practices on the root user, identities and permissions (SEC01-BP02, SEC02, SEC03).',
  status: 'published',
  judges: 'account',
  controls,
};
