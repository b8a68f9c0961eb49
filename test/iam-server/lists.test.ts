import {
  GetAccountAuthorizationDetailsCommand,
  GetAccountPasswordPolicyCommand,
  GetAccountSummaryCommand,
  IAMClient,
  ListUsersCommand,
  ListVirtualMFADevicesCommand,
  paginateGetAccountAuthorizationDetails,
  paginateListRoles,
} from '@aws-sdk/client-iam';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAccount, sizes } from '../fixtures/account.ts';
import { mfaSeed, startIamServer, type IamServer } from './index.ts';

const credentials = { accessKeyId: 'AKIATEST', secretAccessKey: 'secret' };
const account = makeAccount(sizes.medium);
let server: IamServer;
let client: IAMClient;

beforeAll(async () => {
  server = await startIamServer({ snapshot: account, now: '2026-10-01T09:00:00Z' });
  client = new IAMClient({ endpoint: server.url, region: 'us-east-1', credentials });
});
afterAll(() => server.close());

describe('lists', () => {
  it('come in pages of the size asked for', async () => {
    const sizesSeen: number[] = [];
    for await (const page of paginateListRoles({ client, pageSize: 70 }, {})) sizesSeen.push(page.Roles?.length ?? 0);
    expect(sizesSeen).toEqual([70, 70, 70, 70, 20]);
  });

  it('details', async () => {
    const users = [];
    for await (const page of paginateGetAccountAuthorizationDetails({ client, pageSize: 1000 }, { Filter: ['User'] }))
      users.push(...(page.UserDetailList ?? []));
    expect(users).toHaveLength(200);
    const { UserPolicyList = [], ...user } = users.find((one) => one.UserPolicyList) ?? {};
    const raw = account.users.find((one) => one.UserName === user.UserName);
    expect({ ...user, CreateDate: raw?.CreateDate }).toEqual({ ...raw, UserPolicyList: undefined });
    expect(JSON.parse(decodeURIComponent(UserPolicyList[0]?.PolicyDocument ?? ''))).toEqual(raw?.UserPolicyList?.[0]?.PolicyDocument);
    const all = await client.send(new GetAccountAuthorizationDetailsCommand({ MaxItems: 1000 }));
    expect([all.UserDetailList?.length, all.GroupDetailList?.length, all.RoleDetailList?.length, all.Policies?.length]).toEqual([200, 20, 300, 400]);
    const summary = await client.send(new GetAccountSummaryCommand());
    expect(summary.SummaryMap?.Users).toBe(200);
    const policy = await client.send(new GetAccountPasswordPolicyCommand());
    expect(policy.PasswordPolicy?.MinimumPasswordLength).toBe(14);
    expect(mfaSeed).toBeTruthy();
    await client.send(new ListVirtualMFADevicesCommand({}));
    await client.send(new ListUsersCommand({}));
    console.log(server.calls.map((call) => `${call.operation} ${call.status} ${call.at}`));
  });
});
