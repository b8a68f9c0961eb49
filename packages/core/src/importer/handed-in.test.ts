import { describe, expect, it } from 'vitest';
import { caller, codesOf, arnOf, details, file, imported, reportText, userDetail } from './importing.test-helper.ts';
import { importSources } from './import.ts';

const failed = (code: string, operation: string) => `\nAn error occurred (${code}) when calling the ${operation} operation: the reason\n`;
const devices = (...names: string[]) =>
  names.map((name) => JSON.stringify({ MFADevices: [{ UserName: name, SerialNumber: arnOf(`mfa/${name}`) }] }, null, 4));
const users = details([userDetail('ana'), userDetail('ben')]);

describe('a file of several answers', () => {
  it.each<[string, string[]]>([
    ['between answers', [...devices('ana'), failed('Throttling', 'ListMFADevices'), ...devices('ben')]],
    ['before them', [failed('Throttling', 'ListMFADevices'), ...devices('ana', 'ben')]],
    ['after them', [...devices('ana', 'ben'), failed('Throttling', 'ListMFADevices')]],
    ['with Windows line ends', [...devices('ana', 'ben'), failed('Throttling', 'ListMFADevices')].map((text) => text.replaceAll('\n', '\r\n'))],
  ])('keeps the answers and the errors %s', (_, texts) => {
    const snapshot = imported([users, texts.join('\n')]);
    expect(snapshot.mfaDevices.map((device) => device.userName)).toEqual(['ana', 'ben']);
    expect(snapshot.parts.mfaDevices).toMatchObject({ status: 'partial', code: 'Throttling' });
    expect(codesOf(snapshot)).toEqual(['call-refused']);
  });

  it('is read past what the CLI remarks, and the remark is told', () => {
    const warning = '/usr/lib/python3/dist-packages/urllib3/connectionpool.py:1013: InsecureRequestWarning: Unverified HTTPS request';
    const snapshot = imported([`${warning}\n  warnings.warn(\n${JSON.stringify(users, null, 4)}`]);
    expect(snapshot.users).toHaveLength(2);
    expect(codesOf(snapshot)).toEqual(['remark']);
  });

  it('tells lines that nobody knows', () => {
    const snapshot = imported([`${JSON.stringify(users)}\nKilled\n`]);
    expect(snapshot.users).toHaveLength(2);
    expect(snapshot.notes).toMatchObject([{ level: 'warning', code: 'other-lines', message: expect.stringMatching(/^1 line is no JSON/) as string }]);
  });

  it('of prose with an example in it is no answer', () => {
    const prose = `Dear partner,\nthe file looks like this:\n${JSON.stringify({ Account: '999988887777', Arn: 'arn:aws:iam::999988887777:root' })}\n`;
    expect(imported([prose]).notes).toMatchObject([{ code: 'foreign' }]);
  });

  it('of pages that PowerShell joined has marks between them', () => {
    const pages = [details([userDetail('ana')], { IsTruncated: true, Marker: 'm' }), details([userDetail('ben')])];
    const text = pages.map((page) => `\uFEFF${JSON.stringify(page, null, 4)}`).join('\r\n');
    const source = { name: 'pages', bytes: Buffer.from(text, 'utf16le') };
    expect(importSources([file('caller', caller), source]).users.map((user) => user.userName)).toEqual(['ana', 'ben']);
  });
});

describe('what a call says that failed before AWS answered', () => {
  it.each([
    'Could not connect to the endpoint URL: "https://iam.amazonaws.com/"',
    'Connect timeout on endpoint URL: "https://iam.amazonaws.com/"',
    'Read timeout on endpoint URL: "https://iam.amazonaws.com/"',
    'SSL validation failed for https://iam.amazonaws.com/ [SSL: CERTIFICATE_VERIFY_FAILED]',
    'Error loading SSO Token: Token for corp does not exist',
    'The SSO session associated with this profile has expired or is otherwise invalid.',
    'The config profile (nope) could not be found',
    'aws: [ERROR]: An error occurred (NoRegion): You must specify a region.',
    'aws: [ERROR]: Unable to locate credentials. You can configure credentials by running "aws login".',
    "Invalid choice: 'list-userz', maybe you meant:\n\n  * list-users",
    'bash: aws: command not found',
    'sh: 1: aws: not found',
    "'aws' is not recognized as an internal or external command,\r\noperable program or batch file.",
    "aws : The term 'aws' is not recognized as the name of a cmdlet",
    'Traceback (most recent call last):\n  File "x.py", line 1',
  ])('is told with the line that says it: %s', (text) => {
    const snapshot = imported([`\n${text}\n`]);
    expect(snapshot.notes).toMatchObject([{ level: 'refused', code: 'cli-error', file: 'f1' }]);
  });

  it('is found behind the usage that older versions print', () => {
    const usage =
      'usage: \nNote: AWS CLI version 2, the latest major version.\n\nusage: aws [options] <command>\n\n  aws help\n\nUnknown options: --all-users\n';
    expect(imported([usage]).notes[0]?.message).toContain('Unknown options: --all-users');
  });

  it('as JSON lacks the call, and is told with what to do', () => {
    const snapshot = imported([{ Code: 'NoSuchEntity', Message: 'The Password Policy cannot be found.' }]);
    expect(snapshot.parts.passwordPolicy.status).toBe('missing');
    expect(snapshot.notes).toMatchObject([{ code: 'cli-error', message: expect.stringContaining('--cli-error-format legacy') as string }]);
  });

  it('in codes that are no plain words is kept with its code', () => {
    expect(imported([failed('com.amazonaws.account#AccessDenied', 'GetContactInformation')]).parts.contactInformation).toMatchObject({
      status: 'denied',
      code: 'com.amazonaws.account#AccessDenied',
    });
    expect(imported([failed('Client.Unknown-Error_1', 'ListUsers')]).parts.users.code).toBe('Client.Unknown-Error_1');
  });

  it('with the spaces of another language is read', () => {
    const text = 'An\u00a0error occurred (NoSuchEntity) when calling the GetAccountPasswordPolicy operation\u00a0: introuvable';
    expect(imported([text]).passwordPolicy).toEqual({ kind: 'default' });
  });
});

describe('forms other than JSON', () => {
  it.each<[string, string]>([
    ['text', '111122223333\tarn:aws:iam::111122223333:user/ana\tAIDA'],
    ['text', 'False\nUSERDETAILLIST\tarn:aws:iam::111122223333:user/ana\t2020'],
    ['text', 'arn:aws:iam::111122223333:user/ana\n'],
    ['yaml', '- Users:\n  - Arn: x\n'],
    ['table', '\n-------\n|  GetAccountSummary |\n+---+\n'],
  ])('are told with the way to mend it: %s', (output, text) => {
    expect(imported([text]).notes).toMatchObject([
      { level: 'refused', code: 'other-output', message: `it looks like --output ${output}; run the call again with --output json` },
    ]);
  });

  it('in the letters of a Windows console are told, not guessed', () => {
    const bytes = Buffer.from(JSON.stringify({ Roles: [{ RoleName: 'r', Arn: arnOf('role/r'), Description: 'Für José' }] }), 'latin1');
    expect(imported([bytes]).notes).toMatchObject([
      { level: 'refused', code: 'other-encoding', message: expect.stringContaining('UTF-8') as string },
    ]);
  });

  it.each([
    { AccessKey: { UserName: 'ana', AccessKeyId: 'AKIA1', Status: 'Active', SecretAccessKey: 'S3cr3t' } },
    'Access key ID,Secret access key\nAKIA1,S3cr3t\n',
    '[default]\naws_access_key_id = AKIA1\naws_secret_access_key = S3cr3t\n',
  ])('that hold a secret key are told', (content) => {
    expect(imported([content]).notes).toContainEqual(expect.objectContaining({ level: 'warning', code: 'secret-key' }));
  });
});

describe('a report', () => {
  it('has a time also where it is a number of seconds', () => {
    const answer = { Content: Buffer.from(reportText).toString('base64'), ReportFormat: 'text/csv', GeneratedTime: 1_790_000_000 };
    expect(imported([answer]).credentialReport?.generatedTime).toBe('2026-09-21T14:13:20Z');
  });

  it('with a time that nobody can read says so', () => {
    const answer = { Content: Buffer.from(reportText).toString('base64'), ReportFormat: 'text/csv', GeneratedTime: 'yesterday' };
    expect(codesOf(imported([answer]))).toEqual(['unreadable-member']);
  });

  it('as CloudMapper keeps it is plain text under Content', () => {
    expect(
      imported([{ Content: reportText, GeneratedTime: '2026-10-01T09:00:00+00:00', ReportFormat: 'text/csv' }]).credentialReport?.rows,
    ).toHaveLength(2);
  });
});

describe('which services were used', () => {
  const job = { JobCreationDate: '2026-10-01T09:00:00Z', JobCompletionDate: '2026-10-01T09:00:01Z', JobType: 'SERVICE_LEVEL' };
  const service = (ServiceNamespace: string) => ({ ServiceNamespace, ServiceName: ServiceNamespace, TotalAuthenticatedEntities: 0 });
  const answer = (services: string[], more: object = {}) => ({
    JobStatus: 'COMPLETED',
    ...job,
    ServicesLastAccessed: services.map(service),
    ...more,
  });
  const Arn = arnOf('role/deploy');

  it('is unknown while the job is at work: an empty list is no answer', () => {
    const snapshot = imported([{ JobStatus: 'IN_PROGRESS', JobCreationDate: job.JobCreationDate, ServicesLastAccessed: [], Arn }]);
    expect(snapshot.servicesLastAccessed).toEqual([]);
    expect(snapshot.parts.servicesLastAccessed).toMatchObject({ status: 'missing', reason: 'the job was not done when it was asked for its answer' });
    expect(codesOf(snapshot)).toEqual(['job-not-done']);
  });

  it('is unknown when the job failed', () => {
    const snapshot = imported([{ JobStatus: 'FAILED', ...job, ServicesLastAccessed: [], Error: { Code: 'ServiceFailure', Message: 'x' } }]);
    expect(snapshot.parts.servicesLastAccessed).toMatchObject({ status: 'failed', code: 'ServiceFailure' });
  });

  it('is one answer when its pages say whose it is', () => {
    const pages = [answer(['iam', 's3'], { Arn, IsTruncated: true, Marker: 'm' }), answer(['sts'], { Arn, IsTruncated: false })];
    const snapshot = imported(pages);
    expect(snapshot.servicesLastAccessed.map((entry) => entry.servicesLastAccessed.map((used) => used.serviceNamespace))).toEqual([
      ['iam', 's3', 'sts'],
    ]);
    expect(codesOf(snapshot)).toEqual([]);
  });

  it('is known from the folders of CloudMapper, where names alone say whose a job is', () => {
    const folder = 'account-data/demo/us-east-1/';
    const start = file(`${folder}iam-generate-service-last-accessed-details/${encodeURIComponent(Arn)}`, { JobId: 'job-1' });
    const answered = file(`${folder}iam-get-service-last-accessed-details/job-1`, answer(['iam']));
    const snapshot = importSources([file('caller', caller), start, answered]);
    expect(snapshot.servicesLastAccessed).toMatchObject([{ arn: Arn }]);
    expect(snapshot.notes).toEqual([]);
    const other = importSources([file('caller', caller), file(start.name.replace('iam-generate', 'generate'), { JobId: 'job-1' }), answered]);
    expect(other.servicesLastAccessed[0]).not.toHaveProperty('arn');
    expect(codesOf(other)).toEqual(['not-used']);
  });
});

describe('the wrapper of the export script', () => {
  const wrapped = (more: object) => ({ format: 'iam-dossier.answer', call: 'iam:X', ...more });

  it('says what an answer leaves out, and never against it', () => {
    const entries = [{ SerialNumber: arnOf('mfa/a') }, { SerialNumber: arnOf('mfa/b'), UserName: 'ben' }];
    const snapshot = imported([wrapped({ asked: { UserName: 'ana' }, answer: { MFADevices: entries } })]);
    expect(snapshot.mfaDevices.map((device) => device.userName)).toEqual(['ana', 'ben']);
    expect(snapshot.notes).toEqual([]);
  });

  it('keeps the one list that a filter was for: the others are empty because of it', () => {
    const empty = { UserDetailList: [], GroupDetailList: [], Policies: [] };
    const snapshot = imported([wrapped({ list: 'RoleDetailList', answer: { ...empty, RoleDetailList: [] } })]);
    expect([snapshot.parts.roleDetails.status, snapshot.parts.userDetails.status]).toEqual(['partial', 'missing']);
  });

  it('of nothing is told', () => {
    expect(codesOf(imported([wrapped({}), wrapped({ answer: 'x' })]))).toEqual(['own-format', 'own-format']);
    expect(codesOf(imported([wrapped({ answer: { hello: 1 } })]))).toEqual(['foreign']);
  });

  it.each<[string, string, object]>([
    [
      'no answer of AWS',
      'Could not connect to the endpoint URL',
      { status: 'failed', code: 'NoAnswer', reason: 'GetAccountAuthorizationDetails answered NoAnswer' },
    ],
    ['a refusal', failed('AccessDenied', 'GetAccountAuthorizationDetails'), { status: 'denied', code: 'AccessDenied' }],
  ])('names the call and the part of one that failed: %s', (_, text, expected) => {
    const snapshot = imported([`iam-dossier asked for iam:GetAccountAuthorizationDetails (roleDetails); the AWS CLI ended with 255\n${text}\n`]);
    expect(snapshot.parts.roleDetails).toMatchObject(expected);
    expect(snapshot.parts.userDetails.status).toBe('missing');
  });
});
