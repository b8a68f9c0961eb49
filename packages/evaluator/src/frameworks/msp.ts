import type { Framework } from './framework.ts';

export const msp: Framework = {
  id: 'msp-7.1',
  title: 'AWS Managed Service Provider Program, technical validation',
  version: '7.1',
  about: 'The controls on account security, identities and access. Read from a partner’s transcription of the checklist.',
  status: 'published',
  judges: 'partner',
  controls: [
    {
      id: 'SEC-003',
      title: 'A baseline of security settings in every account',
      rules: ['root-mfa', 'root-access-key', 'password-policy-strength', 'user-console-mfa', 'access-key-age'],
      decidable: 'partly',
      needs: ['procedure'],
      note: 'The identity settings of the account alone; dashboards and other services are not in the data.',
    },
    {
      id: 'SEC-004',
      title: 'One identity provider for all accounts',
      rules: ['account-federation'],
      decidable: 'partly',
      needs: ['identityProvider'],
    },
    {
      id: 'SEC-005',
      title: 'Permissions are reviewed more than once a year',
      rules: [],
      decidable: 'no',
      needs: ['accessAnalyzer', 'secondSnapshot'],
      note: 'Dossiers of two dates are such evidence.',
    },
    {
      id: 'SEC-006',
      title: 'The partner’s people and machines use temporary credentials, by roles that do one job',
      rules: ['user-access-key', 'role-temporary-credential', 'principal-administrator', 'principal-service-wildcard'],
      decidable: 'partly',
      needs: ['judgement'],
    },
    { id: 'SEC-007', title: 'The identity provider asks the partner’s people for MFA', rules: [], decidable: 'no', needs: ['identityProvider'] },
    { id: 'PLAT-001', title: 'No account is shared between customers', rules: [], decidable: 'no', needs: ['declaration'] },
    {
      id: 'PEO-003',
      title: 'Access ends when people leave',
      rules: [],
      decidable: 'no',
      needs: ['procedure'],
      note: 'user-credential-dormancy and role-use show what nobody uses any more.',
    },
    { id: 'SECP-001', title: 'Exposed access keys are noticed and answered', rules: [], decidable: 'no', needs: ['procedure'] },
  ],
};
