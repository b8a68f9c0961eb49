import { afterEach, describe, expect, it } from 'vitest';
import { makeAccount, sizes } from '../fixtures/account.ts';
import { refusalOf, sender } from './client.test-helper.ts';
import { sessionSecret, sessionToken, startIamServer, type IamServer } from './index.ts';

const own = makeAccount(sizes.small);
const other = makeAccount({ users: 2, groups: 0, roles: 1, policies: 1 }, { id: '444455556666' });
const role = 'arn:aws:iam::444455556666:role/reader';
const session = { RoleArn: role, RoleSessionName: 'review' };
let server: IamServer;
afterEach(() => server.close());

async function start(assumable?: Record<string, { externalId?: string; mfaCode?: string }>) {
  server = await startIamServer({ snapshot: own, others: [other], ...(assumable ? { assumable } : {}) });
  return sender(server.url);
}

describe('a role that is assumed', () => {
  it('leads into its account', async () => {
    const send = await start();
    expect((await send('sts:GetCallerIdentity'))['Account']).toBe('111122223333');
    const { Credentials, AssumedRoleUser } = (await send('sts:AssumeRole', session)) as Record<string, Record<string, string>>;
    expect(AssumedRoleUser?.['Arn']).toBe('arn:aws:sts::444455556666:assumed-role/reader/review');
    expect(Credentials?.['SecretAccessKey']).toContain(sessionSecret);
    const assumed = sender(server.url, {
      credentials: { accessKeyId: Credentials?.['AccessKeyId'], secretAccessKey: 'x', sessionToken: `${sessionToken}1` },
    });
    expect(await assumed('sts:GetCallerIdentity')).toMatchObject({ Account: '444455556666', Arn: AssumedRoleUser?.['Arn'] });
    expect((await assumed('iam:ListUsers'))['Users']).toHaveLength(2);
    expect((await send('iam:ListUsers'))['Users']).toHaveLength(12);
  });

  it.each([
    [{}, session, 'AccessDenied 403'],
    [{ [role]: {} }, session, 'no refusal'],
    [{ [role]: {} }, { ...session, ExternalId: 'unasked' }, 'AccessDenied 403'],
    [{ [role]: { externalId: 'agreed' } }, session, 'AccessDenied 403'],
    [{ [role]: { externalId: 'agreed' } }, { ...session, ExternalId: 'wrong' }, 'AccessDenied 403'],
    [{ [role]: { externalId: 'agreed' } }, { ...session, ExternalId: 'agreed' }, 'no refusal'],
    [{ [role]: { mfaCode: '123456' } }, session, 'AccessDenied 403'],
    [{ [role]: { mfaCode: '123456' } }, { ...session, SerialNumber: 'arn:aws:iam::111122223333:mfa/x', TokenCode: '654321' }, 'AccessDenied 403'],
    [{ [role]: { mfaCode: '123456' } }, { ...session, SerialNumber: 'arn:aws:iam::111122223333:mfa/x', TokenCode: '123456' }, 'no refusal'],
    [undefined, { ...session, RoleSessionName: 'not a name' }, 'ValidationError 400'],
    [undefined, { ...session, RoleArn: 'arn:aws:iam::444455556666:user/reader' }, 'ValidationError 400'],
    [undefined, { ...session, RoleArn: 'arn:aws:iam::777788889999:role/reader' }, 'AccessDenied 403'],
  ])('under %j with %j: %s', async (assumable, input, expected) => {
    const send = await start(assumable);
    expect(await refusalOf(send('sts:AssumeRole', input))).toBe(expected);
  });
});
