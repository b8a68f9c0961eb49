import { afterEach, describe, expect, it } from 'vitest';
import { makeAccount, sizes } from '../fixtures/account.ts';
import { reportCsv } from '../fixtures/report.ts';
import { everythingOf } from './account/everything.ts';
import { refusalOf, sender } from './client.test-helper.ts';
import { startIamServer, type IamServer, type IamServerOptions } from './index.ts';

const account = makeAccount(sizes.small);
let server: IamServer;
afterEach(() => server.close());

async function start(options: Partial<IamServerOptions>): Promise<ReturnType<typeof sender>> {
  server = await startIamServer({ snapshot: everythingOf(account), ...options });
  return sender(server.url);
}

/** States of Generate as long as they go on, and what Get says after each. */
async function course(send: ReturnType<typeof sender>, generations: number): Promise<unknown[]> {
  const seen: unknown[] = [];
  for (let count = 0; count < generations; count += 1) seen.push((await send('iam:GenerateCredentialReport'))['State']);
  return seen;
}

describe('the credential report', () => {
  it.each([
    ['ready', ['COMPLETE', 'COMPLETE']],
    ['absent', ['STARTED', 'COMPLETE']],
    ['expired', ['STARTED', 'COMPLETE']],
    ['slow', ['STARTED', 'INPROGRESS', 'INPROGRESS', 'INPROGRESS', 'COMPLETE']],
    ['stuck', ['STARTED', 'INPROGRESS', 'INPROGRESS', 'INPROGRESS', 'INPROGRESS', 'INPROGRESS']],
  ] as const)('that is %s comes by %j', async (report, states) => {
    const send = await start({ report });
    expect(await course(send, states.length)).toEqual(states);
    if (report !== 'stuck') expect((await send('iam:GetCredentialReport'))['ReportFormat']).toBe('text/csv');
  });

  it.each([
    ['absent', 'CredentialReportNotPresentException 410'],
    ['expired', 'CredentialReportExpiredException 410'],
  ] as const)('that is %s is not given before it is made, nor while it is', async (report, code) => {
    const send = await start({ report });
    expect(await refusalOf(send('iam:GetCredentialReport'))).toBe(code);
    await send('iam:GenerateCredentialReport');
    expect(await refusalOf(send('iam:GetCredentialReport'))).toBe('CredentialReportNotReadyException 404');
    expect((await send('iam:GetCredentialReport'))['ReportFormat']).toBe('text/csv');
  });

  it('is the text that AWS writes, with its own time', async () => {
    const send = await start({ report: 'ready' });
    const { Content, GeneratedTime } = await send('iam:GetCredentialReport');
    const lines = (text: string) => text.split('\n').sort();
    expect(lines(Buffer.from(Content as Uint8Array).toString())).toEqual(lines(reportCsv(account)).map((line) => line.replaceAll('+00:00', 'Z')));
    expect(
      Buffer.from(Content as Uint8Array)
        .toString()
        .split('\n')[1],
    ).toMatch(/^<root_account>,/);
    expect(GeneratedTime).toEqual(new Date('2026-10-01T08:50:00Z'));
  });
});

describe('a job about last use', () => {
  const arn = account.users[0]?.Arn ?? '';

  it('is in progress before it is done', async () => {
    const send = await start({});
    const { JobId } = await send('iam:GenerateServiceLastAccessedDetails', { Arn: arn });
    expect((await send('iam:GetServiceLastAccessedDetails', { JobId }))['JobStatus']).toBe('IN_PROGRESS');
    const done = await send('iam:GetServiceLastAccessedDetails', { JobId, MaxItems: 1 });
    expect(done).toMatchObject({ JobStatus: 'COMPLETED', JobType: 'SERVICE_LEVEL', IsTruncated: true });
    const rest = await send('iam:GetServiceLastAccessedDetails', { JobId, MaxItems: 1, Marker: done['Marker'] });
    expect(rest['ServicesLastAccessed']).toEqual([{ ServiceName: 'AWS IAM', ServiceNamespace: 'iam', TotalAuthenticatedEntities: 0 }]);
  });

  it('may fail', async () => {
    const send = await start({ jobs: 'failed' });
    const { JobId } = await send('iam:GenerateServiceLastAccessedDetails', { Arn: arn });
    await send('iam:GetServiceLastAccessedDetails', { JobId });
    expect(await send('iam:GetServiceLastAccessedDetails', { JobId })).toMatchObject({ JobStatus: 'FAILED', Error: { Code: 'InternalError' } });
  });

  it.each([
    [{ Arn: 'arn:aws:iam::111122223333:user/nobody' }, 'NoSuchEntityException 404'],
    [{ Arn: 'nobody' }, 'ValidationError 400'],
    [{ Arn: arn, Granularity: 'EVERYTHING' }, 'ValidationError 400'],
  ])('is not made for %j', async (input, refusal) => {
    const send = await start({});
    expect(await refusalOf(send('iam:GenerateServiceLastAccessedDetails', input))).toBe(refusal);
  });

  it('is nobody else’s', async () => {
    const send = await start({});
    const { JobId } = await send('iam:GenerateServiceLastAccessedDetails', { Arn: arn });
    const other = sender(server.url, { credentials: { accessKeyId: 'AKIAOTHER', secretAccessKey: 'other' } });
    expect(await refusalOf(other('iam:GetServiceLastAccessedDetails', { JobId }))).toBe('NoSuchEntityException 404');
  });
});
