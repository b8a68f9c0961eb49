import type { Framework } from './framework.ts';

export const acct001: Framework = {
  id: 'acct-001',
  title: 'AWS Partner requirement ACCT-001, account governance',
  version: 'February 2025 – August 2025',
  about: 'The four items its procedure must cover, as far as IAM data shows them. AWS numbers none of them: these ids are ours.',
  status: 'published',
  judges: 'account',
  controls: [
    {
      id: 'root-use',
      title: 'When the root user is used',
      rules: ['root-use', 'root-access-key'],
      decidable: 'partly',
      needs: ['procedure'],
      note: 'AWS tells the last use alone, not how often.',
    },
    {
      id: 'root-mfa',
      title: 'MFA of the root user',
      rules: ['root-mfa'],
      decidable: 'yes',
      note: 'A member account whose root access is managed centrally has no root credentials to protect; account-centralized-root tells, in the management account.',
    },
    {
      id: 'contacts',
      title: 'Corporate contact details',
      rules: ['account-contact-information', 'account-alternate-contacts'],
      decidable: 'partly',
      needs: ['declaration'],
      note: 'Whether an address is a group’s is not in the data.',
    },
    { id: 'cloudtrail', title: 'CloudTrail in all Regions, its logs protected', rules: [], decidable: 'no', needs: ['cloudTrail'] },
  ],
};
