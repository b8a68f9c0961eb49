import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { importPaths } from '@iam-dossier/core/importer';
import { partNames, type Snapshot } from '@iam-dossier/core/snapshot';
import { partnerPathOf, readEngagementFile, readPartnerFile } from '@iam-dossier/core/store';
import { describe, expect, it } from 'vitest';

const folder = fileURLToPath(new URL('../../packages/cli/examples/', import.meta.url));
const engagements = ['infinity-gifts-souvenirs', 'infinity-gifts-souvenirs-mended'];

/** Parts an export of the documented calls fills; the others need calls that are not made in every account. */
const exported = partNames.filter((part) =>
  [
    'callerIdentity',
    'accountSummary',
    'passwordPolicy',
    'userDetails',
    'groupDetails',
    'roleDetails',
    'managedPolicies',
    'credentialReport',
    'users',
    'roles',
    'virtualMfaDevices',
    'samlProviders',
    'openIdConnectProviders',
    'accountAliases',
  ].includes(part),
);

function attachedArns(snapshot: Snapshot): string[] {
  const holders = [...snapshot.users, ...snapshot.groups, ...snapshot.roles];
  return holders.flatMap((holder) => (holder.attachedManagedPolicies ?? []).map((policy) => policy.policyArn));
}

describe.each(engagements)('example %s', (name) => {
  const read = () => importPaths([`${folder}${name}/aws`]);

  it('imports whole, with nothing to remark on', async () => {
    const snapshot = await read();
    expect(snapshot.notes.filter((note) => note.level !== 'ignored')).toEqual([]);
    expect(snapshot.unknownMembers).toBe(0);
    expect(exported.map((part) => [part, snapshot.parts[part].status])).toEqual(exported.map((part) => [part, 'complete']));
    expect(snapshot.collectedAt).toMatch(/^2026-10-/);
  });

  it('agrees with itself: summary, lists, credential report and attachments', async () => {
    const snapshot = await read();
    const local = snapshot.managedPolicies.filter((policy) => !policy.arn.includes('::aws:'));
    const profiles = snapshot.roles.flatMap((role) => role.instanceProfileList ?? []);
    expect(snapshot.accountSummary).toMatchObject({
      Users: snapshot.users.length,
      Groups: snapshot.groups.length,
      Roles: snapshot.roles.length,
      Policies: local.length,
      PolicyVersionsInUse: local.flatMap((policy) => policy.policyVersionList ?? []).length,
      InstanceProfiles: profiles.length,
      Providers: snapshot.samlProviders.length + snapshot.openIdConnectProviders.length,
      MFADevices: snapshot.virtualMfaDevices.length,
      MFADevicesInUse: snapshot.virtualMfaDevices.filter((device) => device.user).length,
    });
    expect(snapshot.credentialReport?.rows.map((row) => row.user).sort()).toEqual(
      ['<root_account>', ...snapshot.users.map((user) => user.userName)].sort(),
    );
    const attached = attachedArns(snapshot);
    for (const policy of snapshot.managedPolicies)
      expect([policy.arn, policy.attachmentCount]).toEqual([policy.arn, attached.filter((arn) => arn === policy.arn).length]);
    expect(snapshot.managedPolicies.map((policy) => policy.arn)).toEqual(expect.arrayContaining(attached));
  });

  it('declares an engagement and a partner that read, and only principals and accounts that exist', async () => {
    const path = `${folder}${name}/engagement.yaml`;
    const engagement = await readEngagementFile(path);
    const partner = await readPartnerFile(partnerPathOf(engagement, path) ?? '');
    const snapshot = await read();
    expect(engagement.id).toBe(name);
    expect(engagement.customer.brand?.logo).toMatch(/^data:image\/png;base64,/);
    expect(partner.brand?.logo).toMatch(/^data:image\/png;base64,/);
    expect(partner.sop?.adopted?.version).toBe(partner.sop?.version);
    expect(engagement.accounts.map((account) => account.id)).toContain(snapshot.account.id);
    const arns = [...snapshot.users, ...snapshot.roles].map((principal) => principal.arn);
    const accounts = engagement.accounts.map((account) => account.id).concat(partner.accounts?.map((account) => account.id) ?? []);
    for (const { arn, person } of engagement.principals ?? []) {
      const own = arn.includes(`:${snapshot.account.id}:`);
      // Of principals elsewhere only the account can be known.
      expect(own ? arns.some((known) => known.startsWith(arn.replace(/\*$/, ''))) : accounts.some((id) => arn.includes(`:${id}:`)), arn).toBe(true);
      if (person !== undefined) expect(engagement.people?.map((entry) => entry.id)).toContain(person);
    }
  });
});

describe('the two examples', () => {
  it('tell of one customer, one partner and times that follow each other', async () => {
    const [before, after] = await Promise.all(engagements.map((name) => importPaths([`${folder}${name}/aws`])));
    expect(before?.account).toEqual(after?.account);
    const created = after?.roles.filter((role) => /^\/(partner|workload|aws-reserved)\//.test(role.path ?? '')).map((role) => role.createDate ?? '');
    expect(created?.length).toBeGreaterThan(0);
    for (const time of created ?? []) expect(time > (before?.collectedAt ?? '') && time < (after?.collectedAt ?? '')).toBe(true);
  });

  it('hold what the seed holds, and nothing of it once mended', async () => {
    const [before, after] = await Promise.all(engagements.map((name) => importPaths([`${folder}${name}/aws`])));
    expect(before?.passwordPolicy).toEqual({ kind: 'default' });
    expect(before?.accountSummary?.['GlobalEndpointTokenVersion']).toBe(1);
    expect(before?.users.map((user) => user.attachedManagedPolicies?.map((policy) => policy.policyName))).toEqual(
      expect.arrayContaining([['AmazonEC2FullAccess', 'IAMUserChangePassword', 'MFA-Enable-Policy', 'ReadOnlyAccess'], ['AdministratorAccess']]),
    );
    expect(before?.accessKeys.map((key) => key.status)).toEqual(['Active']);
    expect(after).toMatchObject({
      passwordPolicy: { kind: 'custom' },
      users: [],
      groups: [],
      accessKeys: [],
      accountSummary: { GlobalEndpointTokenVersion: 2 },
    });
  });

  it('ship only JSON that the CLI would print, and the one saved error text', () => {
    const files = engagements.flatMap((name) => readdirSync(`${folder}${name}/aws`).map((file) => `${folder}${name}/aws/${file}`));
    for (const file of files.filter((entry) => entry.endsWith('.json'))) expect(() => JSON.parse(readFileSync(file, 'utf8'))).not.toThrow();
    expect(files.filter((file) => !file.endsWith('.json')).map((file) => file.split('/').at(-1))).toEqual(['get-account-password-policy.txt']);
  });
});
