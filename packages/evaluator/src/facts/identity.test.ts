import type { Engagement } from '@iam-dossier/core/engagement';
import { describe, expect, it } from 'vitest';
import { openAccounts } from '../engine/accounts.ts';
import { awsAccount, wholeAccount, type RawStatement } from '../testing/aws.test-helper.ts';
import { engagementOf } from '../testing/engagement.test-helper.ts';
import { consoleCells, keyCells, reportOf, type ReportCells } from '../testing/report.test-helper.ts';

const aws = awsAccount();
const mfa = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };
const provider = (name: string) => `arn:aws:iam::111122223333:oidc-provider/${name}`;
const web = (host: string): RawStatement => ({ Principal: { Federated: host }, Action: 'sts:AssumeRoleWithWebIdentity' });
const service = (Service: string): RawStatement => ({ Principal: { Service } });

/** What is said to stand behind the one principal, and why. */
function identity(lists: { users?: object[]; roles?: object[] }, cells?: ReportCells, engagement?: Engagement): string {
  const snapshot = aws.snapshot([...wholeAccount(lists), ...(cells ? [reportOf({ ana: cells })] : [])]);
  const { accounts } = openAccounts({ snapshots: [snapshot], engagement, partner: undefined, asOf: undefined });
  const fact = accounts[0]?.get('identities');
  const [first] = fact?.known ? [...fact.value.values()] : [];
  if (!first) throw new Error('nobody is there');
  const { kind, basis, signs } = first.identity;
  return [kind, basis, ...signs.map(({ id }) => id.replace('sign-', ''))].join(' ');
}

const role = (...trust: RawStatement[]) => identity({ roles: [aws.role('work', trust)] });

describe('what stands behind a role', () => {
  it.each<[string, RawStatement[], string]>([
    ['an AWS service', [service('ec2.amazonaws.com')], 'workload presumed service'],
    ['EKS Pod Identity', [service('pods.eks.amazonaws.com')], 'workload presumed podIdentity'],
    ['the pods of a cluster', [web(provider('oidc.eks.eu-west-1.amazonaws.com/id/AB'))], 'workload presumed podIdentity'],
    ['Roles Anywhere', [service('rolesanywhere.amazonaws.com')], 'workload presumed rolesAnywhere'],
    ['a pipeline', [web(provider('gitlab.com'))], 'workload presumed ciOpenIdConnect'],
    ['Cognito', [web('cognito-identity.amazonaws.com')], 'workload presumed cognito'],
    ['several machines', [service('ec2.amazonaws.com'), web(provider('gitlab.com'))], 'workload presumed ciOpenIdConnect service'],
    ['account access manager', [service('account-access.amazonaws.com')], 'human presumed accountAccessManager'],
    [
      'Identity Center',
      [{ Principal: { Federated: 'arn:aws:iam::111122223333:saml-provider/AWSSSO_1' }, Action: 'sts:AssumeRoleWithSAML' }],
      'human presumed identityCenter',
    ],
    [
      'SAML beside a service',
      [{ Principal: { Federated: 'arn:aws:iam::111122223333:saml-provider/Okta' }, Action: 'sts:*' }, service('ec2.amazonaws.com')],
      'human presumed saml',
    ],
    ['another OpenID Connect provider', [web(provider('login.example.com'))], 'undetermined undetermined'],
    ['an account', [{ Principal: { AWS: '444455556666' } }], 'undetermined undetermined'],
    ['an account that must show MFA', [{ Principal: { AWS: '444455556666' }, Condition: mfa }], 'human presumed mfa'],
    ['a service beside an account', [service('ec2.amazonaws.com'), { Principal: { AWS: '444455556666' } }], 'undetermined undetermined'],
    ['nobody', [], 'undetermined undetermined'],
  ])('that admits %s', (_, trust, expected) => expect(role(...trust)).toBe(expected));

  it('is as declared, whatever the signs', () => {
    const principals = [{ arn: aws.arn('role', '/work'), party: 'partner' as const, kind: 'breakGlass' as const }];
    expect(identity({ roles: [aws.role('work', [service('ec2.amazonaws.com')])] }, undefined, engagementOf({ principals }))).toBe(
      'breakGlass declared',
    );
  });

  it('is never break-glass by its name', () => {
    expect(identity({ roles: [aws.role('break-glass', [{ Principal: { AWS: '444455556666' } }])] })).toBe('undetermined undetermined');
  });
});

describe('what stands behind a user', () => {
  const ana = { users: [aws.user('ana')] };

  it.each<[string, ReportCells | undefined, string]>([
    ['a password', consoleCells, 'human presumed console'],
    ['a password and a key', { ...consoleCells, ...keyCells }, 'human presumed console'],
    ['a key alone', keyCells, 'workload presumed keys-only'],
    ['nothing', {}, 'undetermined undetermined'],
    ['what is not in the data', undefined, 'undetermined undetermined'],
  ])('with %s', (_, cells, expected) => expect(identity(ana, cells)).toBe(expected));

  it('is a person where one is declared', () => {
    const principals = [{ arn: aws.arn('user', '/ana'), party: 'partner' as const, person: 'ana' }];
    expect(identity(ana, keyCells, engagementOf({ principals }))).toBe('human declared');
  });
});
