import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAccount } from '../fixtures/account.ts';
import type { RawUser } from '../fixtures/principals.ts';
import { everythingOf } from './account/everything.ts';
import { startIamServer, type IamServer } from './index.ts';

const execute = promisify(execFile);
const version = await execute('aws', ['--version']).then(
  ({ stdout, stderr }) => (stdout || stderr).trim(),
  () => undefined,
);
if (version === undefined)
  console.log('The AWS CLI is not on this machine: that it reads the test server is not tested. (Debian: apt-get install awscli)');

const account = makeAccount({ users: 130, groups: 2, roles: 3, policies: 4 });
let server: IamServer;
beforeAll(async () => {
  server = await startIamServer({ snapshot: everythingOf(account), report: 'ready' });
});
afterAll(() => server.close());

async function aws(...args: string[]): Promise<{ stdout: string; stderr: string }> {
  const env = {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    AWS_ACCESS_KEY_ID: 'AKIATEST',
    AWS_SECRET_ACCESS_KEY: 'secret',
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_PAGER: '',
    AWS_CONFIG_FILE: '/nowhere/config',
    AWS_SHARED_CREDENTIALS_FILE: '/nowhere/credentials',
  };
  return execute('aws', [...args, '--endpoint-url', server.url, '--output', 'json'], { env, maxBuffer: 100_000_000 }).catch(
    (error: unknown) => error as { stdout: string; stderr: string },
  );
}
const read = async (...args: string[]) => JSON.parse((await aws(...args)).stdout) as Record<string, unknown>;

/** A snapshot has an order of its own, and `Z` for the zone. */
function inOrder(users: readonly RawUser[]): RawUser[] {
  const attached = (user: RawUser) => [...user.AttachedManagedPolicies].sort((a, b) => (a.PolicyArn < b.PolicyArn ? -1 : 1));
  return users
    .map((user) => ({ ...user, CreateDate: user.CreateDate.replace('+00:00', 'Z'), AttachedManagedPolicies: attached(user) }))
    .sort((a, b) => (a.UserName < b.UserName ? -1 : 1));
}

// Another reader than the SDK that drives the server: a misreading that both share would not be seen otherwise.
describe.skipIf(version === undefined)(`${version ?? 'the AWS CLI'} reads`, () => {
  it('all pages of the details, with documents', async () => {
    const { UserDetailList, Policies } = await read('iam', 'get-account-authorization-details');
    expect(inOrder(UserDetailList as RawUser[])).toEqual(inOrder(account.users));
    expect((Policies as { PolicyVersionList: { Document: unknown }[] }[])[0]?.PolicyVersionList[0]?.Document).toHaveProperty('Statement');
  });

  it('the credential report and the summary', async () => {
    const { Content } = await read('iam', 'get-credential-report');
    expect(Buffer.from(String(Content), 'base64').toString().split('\n')).toHaveLength(132);
    expect((await read('iam', 'get-account-summary'))['SummaryMap']).toMatchObject({ Users: 130, AccountMFAEnabled: 1 });
  });

  it('a refusal', async () => {
    const { stderr } = await aws('iam', 'list-access-keys', '--user-name', 'nobody');
    expect(stderr).toContain(
      'An error occurred (NoSuchEntity) when calling the ListAccessKeys operation: The user with name nobody cannot be found.',
    );
  });

  it('the services with JSON', async () => {
    expect(await read('organizations', 'list-parents', '--child-id', '999988887777')).toEqual({
      Parents: [{ Id: 'ou-ab12-11111111', Type: 'ORGANIZATIONAL_UNIT' }],
    });
    expect((await read('sso-admin', 'list-instances'))['Instances']).toHaveLength(1);
    expect(await read('account', 'get-contact-information')).toHaveProperty('ContactInformation.CompanyName', 'Example Company');
  });

  it('who it is after it took on a role', async () => {
    const { AssumedRoleUser } = await read('sts', 'assume-role', '--role-arn', 'arn:aws:iam::111122223333:role/reader', '--role-session-name', 'cli');
    expect(AssumedRoleUser).toMatchObject({ Arn: 'arn:aws:sts::111122223333:assumed-role/reader/cli' });
  });
});
