import type { Control, Framework } from './framework.ts';

const versions = ['1.4', '3.0', '5.0', '6.0', '7.0'] as const;
type Version = (typeof versions)[number];

/** A recommendation, with its number in each version that has it. */
type Recommendation = Omit<Control, 'id'> & { in: Partial<Record<Version, string>> };

/** Numbers of the five versions, in order; `''` where a version has none. */
function numbers(...ids: readonly [string, string, string, string, string]): Recommendation['in'] {
  const found: Recommendation['in'] = {};
  for (const [at, version] of versions.entries()) if (ids[at] !== '') found[version] = ids[at] ?? '';
  return found;
}

const recommendations: readonly Recommendation[] = [
  {
    in: numbers('', '', '', '', '2.1.1'),
    title: 'Root access of member accounts is managed centrally',
    level: 'L2',
    rules: ['account-centralized-root'],
    decidable: 'yes',
  },
  {
    in: numbers('', '', '', '', '2.1.2'),
    title: 'Organization policies limit every member account',
    level: 'L2',
    rules: [],
    decidable: 'no',
    needs: ['organizations', 'judgement'],
  },
  {
    in: numbers('', '', '', '', '2.1.3'),
    title: 'No workloads in the management account',
    level: 'L2',
    rules: [],
    decidable: 'no',
    needs: ['judgement'],
  },
  {
    in: numbers('', '', '', '', '2.1.4'),
    title: 'Organizational units follow environment and sensitivity',
    level: 'L2',
    rules: [],
    decidable: 'no',
    needs: ['organizations', 'judgement'],
  },
  {
    in: numbers('', '', '', '', '2.1.5'),
    title: 'A delegated administrator keeps the organization’s policies',
    level: 'L2',
    rules: [],
    decidable: 'no',
    needs: ['organizations'],
  },
  {
    in: numbers('', '', '', '', '2.1.6'),
    title: 'Delegated administrators run the services of the organization',
    level: 'L2',
    rules: [],
    decidable: 'no',
    needs: ['organizations'],
  },
  {
    in: numbers('1.1', '1.1', '1.1', '2.1', '2.2'),
    title: 'Contact details of the account are up to date',
    level: 'L1',
    rules: ['account-contact-information'],
    decidable: 'partly',
    needs: ['declaration'],
  },
  {
    in: numbers('1.2', '1.2', '1.2', '2.2', '2.3'),
    title: 'A security contact is registered',
    level: 'L1',
    rules: ['account-security-contact'],
    decidable: 'yes',
  },
  {
    in: numbers('1.3', '1.3', '', '', ''),
    title: 'Security questions are registered',
    level: 'L1',
    rules: [],
    decidable: 'no',
    needs: ['accountSettings'],
  },
  {
    in: numbers('1.4', '1.4', '1.3', '2.3', '2.4'),
    title: 'The root user has no access key',
    level: 'L1',
    rules: ['root-access-key'],
    decidable: 'yes',
  },
  {
    in: numbers('1.5', '1.5', '1.4', '2.4', '2.5'),
    title: 'The root user has MFA',
    level: 'L1',
    rules: ['root-mfa'],
    decidable: 'yes',
  },
  {
    in: numbers('1.6', '1.6', '1.5', '2.5', '2.6'),
    title: 'The root user’s MFA is hardware',
    level: 'L2',
    rules: ['root-hardware-mfa'],
    decidable: 'yes',
  },
  {
    in: numbers('1.7', '1.7', '1.6', '2.6', '2.7'),
    title: 'The root user is not used from day to day',
    level: 'L1',
    rules: ['root-use'],
    decidable: 'yes',
    note: 'AWS tells the last use alone, not how often.',
  },
  {
    in: numbers('1.8', '1.8', '1.7', '2.7', '2.8'),
    title: 'Passwords have 14 characters or more',
    level: 'L1',
    rules: ['password-policy-length'],
    decidable: 'yes',
  },
  {
    in: numbers('1.9', '1.9', '1.8', '2.8', '2.9'),
    title: 'The last 24 passwords cannot be used again',
    level: 'L1',
    rules: ['password-policy-reuse'],
    decidable: 'yes',
  },
  {
    in: numbers('1.10', '1.10', '1.9', '2.9', '2.10'),
    title: 'Users with a console password have MFA',
    level: 'L1',
    rules: ['user-console-mfa'],
    decidable: 'yes',
  },
  {
    in: numbers('1.11', '1.11', '1.10', '2.10', ''),
    title: 'No access key is made together with a console user',
    level: 'L1',
    rules: ['user-initial-access-key'],
    decidable: 'yes',
  },
  {
    in: numbers('1.12', '1.12', '1.11', '2.11', '2.11'),
    title: 'Credentials unused for 45 days are disabled',
    level: 'L1',
    rules: ['user-credential-use'],
    decidable: 'yes',
  },
  {
    in: numbers('1.13', '1.13', '1.12', '2.12', ''),
    title: 'At most one active access key per user',
    level: 'L1',
    rules: ['user-second-access-key'],
    decidable: 'yes',
  },
  {
    in: numbers('1.14', '1.14', '1.13', '2.13', '2.12'),
    title: 'Access keys are replaced within 90 days',
    level: 'L1',
    rules: ['access-key-age'],
    decidable: 'yes',
  },
  {
    in: numbers('1.15', '1.15', '1.14', '2.14', '2.13'),
    title: 'Users get permissions by groups alone',
    level: 'L1',
    rules: ['user-direct-attachment'],
    decidable: 'yes',
  },
  {
    in: numbers('1.16', '1.16', '1.15', '2.15', '2.14'),
    title: 'No policy with every right is attached',
    level: 'L1',
    rules: ['managed-policy-full-access', 'principal-administrator'],
    decidable: 'yes',
    note: 'The benchmark looks at every attached managed policy, AdministratorAccess of AWS too. Ours is stricter: inline policies, principals that can make themselves administrators, and customer managed policies that nobody holds yet fail as well.',
  },
  {
    in: numbers('1.17', '1.17', '1.16', '2.16', '2.15'),
    title: 'A role can open cases with AWS Support',
    level: 'L1',
    rules: ['account-support-access'],
    decidable: 'yes',
  },
  {
    in: numbers('1.18', '1.18', '1.17', '2.17', '2.16'),
    title: 'Instances use roles',
    level: 'L2',
    rules: [],
    decidable: 'no',
    needs: ['ec2'],
  },
  {
    in: numbers('1.19', '1.19', '1.18', '2.18', '2.17'),
    title: 'Expired server certificates are removed',
    level: 'L1',
    rules: ['server-certificate-expiry'],
    decidable: 'yes',
  },
  {
    in: numbers('1.20', '1.20', '1.19', '2.19', '2.18'),
    title: 'Access Analyzer runs in every Region',
    level: 'L1',
    rules: [],
    decidable: 'no',
    needs: ['accessAnalyzer'],
  },
  {
    in: numbers('1.21', '1.21', '1.20', '2.20', '2.19'),
    title: 'People are managed in one place for all accounts',
    level: 'L2',
    rules: ['account-federation'],
    decidable: 'partly',
    needs: ['judgement'],
  },
  {
    in: numbers('', '1.22', '1.21', '2.21', '2.20'),
    title: 'AWSCloudShellFullAccess is not handed out',
    level: 'L1',
    rules: ['principal-cloudshell-access'],
    decidable: 'yes',
  },
  {
    in: numbers('', '', '', '', '2.21'),
    title: 'Resource policies do not admit anyone',
    level: 'L1',
    rules: ['role-anonymous-trust'],
    decidable: 'partly',
    needs: ['resourcePolicies'],
    note: 'Of resource policies, IAM data holds the trust policies of roles alone.',
  },
];

/** The identity section of each version: section 1, from 6.0 on section 2. */
export const cisFrameworks: readonly Framework[] = versions.map((version) => ({
  id: `cis-${version}`,
  title: 'CIS AWS Foundations Benchmark',
  version: `${version}.0`,
  about: `The identity section (section ${version === '6.0' || version === '7.0' ? 2 : 1}). Numbers differ between versions.`,
  status: 'published',
  judges: 'account',
  controls: recommendations.flatMap(({ in: ids, ...rest }) => {
    const id = ids[version];
    return id === undefined ? [] : [{ id, ...rest }];
  }),
}));
