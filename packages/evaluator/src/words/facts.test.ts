import type { PartName } from '@iam-dossier/core/snapshot';
import { describe, expect, it } from 'vitest';
import { openAccounts } from '../engine/accounts.ts';
import { FactStore, type FactName } from '../facts/index.ts';
import { presentParts, withoutPart } from '../testing/change.test-helper.ts';
import { awsAccount, wholeAccount } from '../testing/aws.test-helper.ts';
import { consoleCells, keyCells, reportOf, rootCells } from '../testing/report.test-helper.ts';
import { factSources } from './facts.ts';

const aws = awsAccount();
const snapshot = aws.snapshot([
  ...wholeAccount({
    users: [aws.user('ana', { groups: ['staff'], attached: ['AWSSupportAccess'] }), aws.user('ben', { inline: { all: [{ Action: '*' }] } })],
    groups: [aws.group('staff', { attached: ['AWSSupportAccess'] })],
    roles: [aws.role('partner', [{ Principal: { AWS: 'arn:aws:iam::444455556666:root' } }], { attached: ['ReadOnlyAccess'] })],
    policies: [aws.policy('ReadOnlyAccess', [{ Action: 's3:Get*' }])],
  }),
  reportOf({ '<root_account>': rootCells, 'ana': consoleCells, 'ben': keyCells }),
  { Users: [{ ...aws.user('ana'), PasswordLastUsed: '2026-09-20T08:00:00+00:00' }] },
  { Roles: [{ ...aws.role('partner', []), MaxSessionDuration: 7200 }] },
  { VirtualMFADevices: [{ SerialNumber: aws.arn('mfa', '/ana'), User: aws.user('ana'), EnableDate: '2026-09-20T08:00:00+00:00' }] },
  { SAMLProviderList: [{ Arn: aws.arn('saml-provider', '/corp'), ValidUntil: '2027-09-20T08:00:00+00:00' }] },
  { ServerCertificateMetadataList: [{ Arn: aws.arn('server-certificate', '/shop'), Expiration: '2027-09-20T08:00:00+00:00' }] },
  { PasswordPolicy: { MinimumPasswordLength: 14 } },
  { OrganizationId: 'o-1', EnabledFeatures: ['RootSessions'] },
  { ContactInformation: { CompanyName: 'Shop' } },
  { AlternateContact: { AlternateContactType: 'SECURITY', EmailAddress: 'security@shop.example' } },
  { AccessKeyMetadata: [{ UserName: 'ben', AccessKeyId: 'AKIAIOSFODNN7EXAMPLE', Status: 'Active', CreateDate: '2026-01-05T08:00:00+00:00' }] },
]);

/** A fact as text, so that two can be compared. */
function told(name: FactName, without?: PartName): string {
  const { accounts } = openAccounts({ snapshots: [snapshot] });
  const [account] = accounts;
  if (!account) throw new Error('there is no account');
  const store = without === undefined ? account : new FactStore({ ...account.context, snapshot: withoutPart(snapshot, without) });
  return JSON.stringify(store.get(name), (_, value: unknown) => (value instanceof Map || value instanceof Set ? [...value] : value));
}

describe('the sources of facts', () => {
  it('are said of every fact there is', () => {
    for (const { what } of Object.values(factSources)) expect(what).toMatch(/^\S.*[^.\s]$/);
  });

  it.each(Object.entries(factSources))('name every part that %s is made from', (name, { parts }) => {
    const before = told(name as FactName);
    const unsaid = presentParts(snapshot).filter((part) => !parts.includes(part));
    for (const part of unsaid) expect([part, told(name as FactName, part)]).toEqual([part, before]);
  });
});
