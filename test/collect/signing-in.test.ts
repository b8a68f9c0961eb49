import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collect } from '@iam-dossier/core/collector';
import { documentJson } from '@iam-dossier/core/json';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAccount, sizes } from '../fixtures/account.ts';
import { sessionSecret, sessionToken, startIamServer, webIdentityToken, type IamServer } from '../iam-server/index.ts';
import { collectFrom, limits, now, stubAws } from './collecting.test-helper.ts';

const roleArn = 'arn:aws:iam::999988887777:role/auditor';
const firstRole = 'arn:aws:iam::111122223333:role/first';
let server: IamServer;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'signing-in-'));
  const others = [makeAccount(sizes.small, { id: '999988887777' })];
  const assumable = { [roleArn]: { externalId: 'of the partner', mfaCode: '123456' }, [firstRole]: {} };
  server = await startIamServer({ snapshot: makeAccount(sizes.small), others, assumable, now });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('credentials', () => {
  it('of a role are had with its external id and an MFA code, and appear nowhere', async () => {
    const serials: string[] = [];
    const mfaCode = (serial: string) => Promise.resolve(serials.push(serial) > 0 ? '123456' : '');
    const credentials = { roleArn, externalId: 'of the partner', mfaSerial: 'arn:aws:iam::111122223333:mfa/me', mfaCode };
    const { snapshot } = await collectFrom(server, { credentials, expectedAccount: '999988887777' });
    expect([snapshot.account.id, snapshot.callerIdentity?.arn]).toEqual([
      '999988887777',
      'arn:aws:sts::999988887777:assumed-role/auditor/iam-dossier',
    ]);
    expect(serials).toEqual(['arn:aws:iam::111122223333:mfa/me']);
    expect(documentJson(snapshot)).not.toMatch(new RegExp(`${sessionSecret}|${sessionToken}|of the partner`));
  });

  it('of a role that refuses end before anything is read', async () => {
    server.reset();
    const refused = collectFrom(server, { credentials: { roleArn, externalId: 'another' } });
    await expect(refused).rejects.toMatchObject({ code: 'collect-no-credentials', message: expect.not.stringContaining('another') as string });
    expect([...new Set(server.calls.map(({ operation }) => operation))]).toEqual(['AssumeRole']);
  });

  it('of a profile are read from the file that the environment names', async () => {
    const [config, keys] = [join(folder, 'config'), join(folder, 'credentials')];
    writeFileSync(
      config,
      `[profile customer]\nrole_arn = ${roleArn}\nsource_profile = me\nexternal_id = of the partner\nmfa_serial = m\nregion = eu-central-1\n`,
    );
    writeFileSync(keys, '[me]\naws_access_key_id = AKIAME\naws_secret_access_key = s\n');
    stubAws({ AWS_CONFIG_FILE: config, AWS_SHARED_CREDENTIALS_FILE: keys, AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' });
    const { snapshot } = await collect({
      endpoint: server.url,
      limits,
      credentials: { profile: 'customer', mfaCode: () => Promise.resolve('123456') },
    });
    expect(snapshot.account.id).toBe('999988887777');
  });

  it.each<[string, string, Record<string, string>]>([
    [
      'a profile that the environment names',
      `[profile me]\nrole_arn = ${roleArn}\nsource_profile = keys\nexternal_id = of the partner\nmfa_serial = m\n`,
      { AWS_PROFILE: 'me' },
    ],
    [
      'a role taken on from another role',
      `[profile me]\nrole_arn = ${roleArn}\nsource_profile = first\nexternal_id = of the partner\nmfa_serial = m\n[profile first]\nrole_arn = ${firstRole}\nsource_profile = keys\n`,
      { AWS_PROFILE: 'me' },
    ],
    [
      'a program that gives them',
      `[profile me]\ncredential_process = "${process.execPath}" -p "JSON.stringify({Version:1,AccessKeyId:'AKIATEST',SecretAccessKey:'s'})"\n`,
      { AWS_PROFILE: 'me' },
    ],
  ])('come from %s', async (_, text, env) => {
    // The SDK reads a file of a name once.
    const [config, keys] = ['config', 'credentials'].map((name) => join(folder, `${name}-${text.length}`)) as [string, string];
    writeFileSync(config, text);
    writeFileSync(keys, '[keys]\naws_access_key_id = AKIAME\naws_secret_access_key = s\n');
    stubAws({ AWS_CONFIG_FILE: config, AWS_SHARED_CREDENTIALS_FILE: keys, AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '', ...env });
    const { snapshot } = await collect({ endpoint: server.url, limits, credentials: { mfaCode: () => Promise.resolve('123456') } });
    expect(snapshot.callerIdentity?.arn).toMatch(
      text.includes(roleArn) ? /^arn:aws:sts::999988887777:assumed-role\/auditor\// : /^arn:aws:iam::111122223333:user\//,
    );
    expect(snapshot.parts.roleDetails.status).toBe('complete');
  });

  it('come from the token of another identity provider, which appears nowhere', async () => {
    const file = join(folder, 'token');
    writeFileSync(file, webIdentityToken);
    const none = { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' };
    stubAws({ ...none, AWS_ROLE_ARN: firstRole, AWS_ROLE_SESSION_NAME: 'pipeline', AWS_WEB_IDENTITY_TOKEN_FILE: file, AWS_ENDPOINT_URL: server.url });
    const { snapshot } = await collect({ limits });
    expect(snapshot.callerIdentity?.arn).toBe('arn:aws:sts::111122223333:assumed-role/first/pipeline');
    expect(documentJson(snapshot)).not.toContain(webIdentityToken);
    writeFileSync(file, 'another');
    await expect(collect({ limits })).rejects.toMatchObject({ code: 'collect-no-credentials' });
  });

  it('that are not there are told as such', async () => {
    stubAws({ AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' });
    await expect(collect({ endpoint: server.url, limits })).rejects.toMatchObject({ code: 'collect-no-credentials' });
    stubAws();
    await expect(collect({ endpoint: server.url, limits, credentials: { profile: 'nobody' } })).rejects.toMatchObject({
      code: 'collect-no-credentials',
      message: expect.stringContaining('nobody') as string,
    });
  });

  it('that AWS does not take are told as such', async () => {
    for (const code of ['ExpiredToken', 'InvalidClientTokenId', 'SignatureDoesNotMatch']) {
      server.reset();
      server.addFault({ operation: '*', kind: 'error', code, status: 403 });
      await expect(collectFrom(server)).rejects.toMatchObject({ code: 'collect-refused', message: expect.stringContaining(code) as string });
    }
    server.reset();
  });

  it('of another account than is expected end before anything else is read', async () => {
    server.reset();
    await expect(collectFrom(server, { expectedAccount: '444455556666' })).rejects.toMatchObject({ code: 'collect-other-account' });
    expect(server.calls.map(({ operation }) => operation)).toEqual(['GetCallerIdentity']);
  });
});

describe('collecting', () => {
  it('finds the server that the environment names', async () => {
    for (const name of ['AWS_ENDPOINT_URL', 'AWS_ENDPOINT_URL_IAM']) {
      stubAws({ [name]: server.url, AWS_ENDPOINT_URL_STS: server.url });
      expect((await collect({ limits })).snapshot.account.id).toBe('111122223333');
    }
  });

  it('ends when it is cancelled, at once, and keeps the journal', async () => {
    const journal = join(folder, 'journal');
    const stop = new AbortController();
    const slow = await startIamServer({
      snapshot: makeAccount(sizes.small),
      now,
      latency: ({ operation }) => (operation === 'ListRoles' ? 10_000 : 5),
    });
    const onEvent = ({ kind }: { kind: string }) => kind === 'answer' && setTimeout(() => stop.abort(), 100);
    await expect(collectFrom(slow, { signal: stop.signal, journal, onEvent, limits: { ...limits, answer: 9000 } })).rejects.toMatchObject({
      code: 'collect-cancelled',
    });
    expect(readdirSync(folder)).toContain('journal');
    await slow.close();
    await expect(collectFrom(server, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'collect-cancelled' });
  });

  it.each([
    [{ concurrency: 0 }, 'concurrency'],
    [{ expectedAccount: '12' }, '12'],
    [{ resume: true }, 'journal'],
    [{ endpoint: 'localhost:5000' }, 'localhost'],
    [{ include: ['everything'] as never }, 'everything'],
    [{ credentials: { roleArn: 'auditor' } }, 'auditor'],
  ])('refuses %j', async (options, word) => {
    await expect(collectFrom(server, options)).rejects.toMatchObject({ code: 'usage', message: expect.stringContaining(word) as string });
  });
});
