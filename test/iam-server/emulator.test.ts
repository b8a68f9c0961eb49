import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAccount, sizes } from '../fixtures/account.ts';
import { everythingOf } from './account/everything.ts';
import { refusalOf, sender } from './client.test-helper.ts';
import { mfaSeed, startIamServer, type IamServer } from './index.ts';

let server: IamServer;
let send: ReturnType<typeof sender>;
beforeAll(async () => {
  server = await startIamServer({ snapshot: everythingOf(makeAccount(sizes.medium)), emulator: true, report: 'ready' });
  send = sender(server.url);
});
afterAll(() => server.close());

describe('a careless emulator', () => {
  it('gives policies no names', async () => {
    const { Policies, IsTruncated } = await send('iam:GetAccountAuthorizationDetails', { Filter: ['LocalManagedPolicy'], MaxItems: 10 });
    expect((Policies as object[]).length).toBeGreaterThan(100);
    expect((Policies as object[]).every((policy) => !('PolicyName' in policy) && 'Arn' in policy)).toBe(true);
    expect(IsTruncated).toBe(false);
  });

  it('leaves the root user out of the report', async () => {
    const { Content } = await send('iam:GetCredentialReport');
    const text = Buffer.from(Content as Uint8Array).toString();
    expect(text).not.toContain('<root_account>');
    expect(text.split('\n')).toHaveLength(201);
  });

  it('hands out seeds', async () => {
    const { VirtualMFADevices } = await send('iam:ListVirtualMFADevices');
    expect(Buffer.from((VirtualMFADevices as { Base32StringSeed: Uint8Array }[])[0]?.Base32StringSeed ?? []).toString()).toBe(mfaSeed);
  });

  it.each(['iam:ListOrganizationsFeatures', 'iam:ListDelegationRequests', 'organizations:ListRoots', 'account:GetContactInformation'])(
    'answers %s with a page of HTML',
    async (call) => {
      expect(await refusalOf(send(call))).toMatch(/ 500$/);
    },
  );

  it('passes over parameters that it does not know', async () => {
    const response = await fetch(server.url, {
      method: 'POST',
      body: 'Action=ListUsers&Version=2010-05-08&Nonsense=1',
      headers: { authorization: 'AWS4-HMAC-SHA256 Credential=AKIATEST/x' },
    });
    expect(response.status).toBe(200);
  });
});
