import { describe, expect, it } from 'vitest';
import { anaRow, arnOf, codesOf, imported, reportHeader, reportText, rootRow } from '../importing.test-helper.ts';

const asAnswer = (csv: string, members: object = {}) => ({
  Content: Buffer.from(csv).toString('base64'),
  ReportFormat: 'text/csv',
  GeneratedTime: '2026-10-01T08:50:00+00:00',
  ...members,
});
const normal = imported([reportText]).credentialReport;
const crlf = reportText.replaceAll('\n', '\r\n');

/** The report of `csv`, whose only row is ana's. */
function ana(csv: string) {
  return imported([csv]).credentialReport?.rows.find((row) => row.user === 'ana');
}

describe('the credential report', () => {
  it('is read by its header', () => {
    expect(normal?.generatedTime).toBeNull();
    expect(normal?.columns).toHaveLength(22);
    expect(ana(reportText)).toMatchObject({
      arn: arnOf('user/ana'),
      passwordEnabled: true,
      passwordLastUsed: '2026-09-30T10:00:00Z',
      passwordNextRotation: 'N/A',
      mfaActive: true,
      accessKey1Active: true,
      accessKey1LastUsedService: 's3',
      accessKey2LastRotated: 'N/A',
    });
  });

  it.each<[string, string]>([
    ['CRLF', crlf],
    ['empty rows of a spreadsheet', `${reportText}\n${','.repeat(21)}\n${','.repeat(21)}\n`],
    ['its header once more', `${reportText}\n${reportHeader}\n`],
    ['blank lines before it', `\r\n\n${reportText}`],
    ['mixed line ends', reportText.replace('\n', '\r\n')],
    ['old Mac line ends', reportText.replaceAll('\n', '\r')],
    ['a last newline', `${reportText}\n`],
    ['CRLF and a last newline', `${crlf}\r\n`],
    ['a byte order mark', `\uFEFF${reportText}`],
    ['dates with Z', reportText.replaceAll('+00:00', 'Z')],
    ['TRUE and FALSE', reportText.replaceAll('true', 'TRUE').replaceAll('false', 'FALSE')],
    ['quoted cells', reportText.replace(/[^,\n]+/g, (cell) => `"${cell}"`)],
    ['semicolons', reportText.replaceAll(',', ';')],
    ['tabs', reportText.replaceAll(',', '\t')],
    ['a header in capitals', reportText.replace(reportHeader, reportHeader.toUpperCase())],
    ['base64 alone', Buffer.from(reportText).toString('base64')],
    ['base64 as a JSON string', JSON.stringify(Buffer.from(reportText).toString('base64'))],
    ['base64 in lines of 76', Buffer.from(reportText).toString('base64').replace(/.{76}/g, '$&\n')],
    ['rows in another order', [reportHeader, anaRow, rootRow].join('\n')],
  ])('reads the same from %s', (_, csv) => {
    const snapshot = imported([csv]);
    expect(snapshot.credentialReport).toEqual(normal);
    expect(snapshot.notes).toEqual([]);
    expect(snapshot.parts.credentialReport.status).toBe('complete');
  });

  it("is read from the answer of GetCredentialReport, with AWS's own time", () => {
    const snapshot = imported([asAnswer(reportText)]);
    expect(snapshot.credentialReport).toEqual({ ...normal, generatedTime: '2026-10-01T08:50:00Z' });
    expect(snapshot.parts.credentialReport.time).toBe('2026-10-01T08:50:00Z');
    expect(snapshot.collectedAt).toBeNull();
  });

  it('tells an answer without the report', () => {
    const snapshot = imported([{ ReportFormat: 'text/csv', GeneratedTime: '2026-10-01T08:50:00Z' }]);
    expect(codesOf(snapshot)).toEqual(['no-report']);
    expect(snapshot.parts.credentialReport.status).toBe('missing');
  });

  it('keeps a 23rd column', () => {
    const csv = [`${reportHeader},additional_credentials_info`, `${rootRow},N/A`, `${anaRow},bedrock`].join('\n');
    expect(ana(csv)?.extra).toEqual({ additional_credentials_info: 'bedrock' });
    expect(imported([csv]).parts.credentialReport.status).toBe('complete');
  });

  it('reads columns in any order and without arn', () => {
    const csv = ['password_enabled,user,mfa_active,access_key_1_active', 'TRUE,ana,FALSE,N/A'].join('\n');
    expect(ana(csv)).toEqual({ user: 'ana', passwordEnabled: true, mfaActive: false, accessKey1Active: 'N/A' });
  });

  it('reads a comma inside a quoted user name', () => {
    const csv = [reportHeader, anaRow.replace('ana,', '"ana, b",')].join('\n');
    expect(imported([csv]).credentialReport?.rows[0]?.user).toBe('ana, b');
  });

  it.each(['30/09/2026 10:00', '9/30/26 10:00', '45930.41667', '2026-13-45T00:00:00+00:00'])(
    'tells a spreadsheet-mangled date %s instead of guessing',
    (date) => {
      const snapshot = imported([reportText.replaceAll('2026-09-30T10:00:00+00:00', date)]);
      const row = snapshot.credentialReport?.rows.find((entry) => entry.user === 'ana');
      expect(row).not.toHaveProperty('passwordLastUsed');
      expect(snapshot.parts.credentialReport.status).toBe('partial');
      expect(snapshot.notes).toEqual([
        {
          level: 'warning',
          code: 'unreadable-cell',
          file: 'f1',
          message: expect.stringContaining(
            `password_last_used: 1 cell is not what AWS writes there and counts as missing; the first is ${JSON.stringify(date)} in line 3`,
          ) as string,
        },
      ]);
    },
  );

  it.each(['WAHR', 'yes', '1', 'VERDADERO'])('tells a flag in another word: %s', (word) => {
    const snapshot = imported([[reportHeader, rootRow, anaRow.replace(',true,2026-09-30', `,${word},2026-09-30`)].join('\n')]);
    expect(snapshot.credentialReport?.rows.find((row) => row.user === 'ana')).not.toHaveProperty('passwordEnabled');
    expect(codesOf(snapshot)).toEqual(['unreadable-cell']);
  });

  it('tells an empty cell: AWS writes N/A', () => {
    const snapshot = imported([[reportHeader, rootRow, anaRow.replace(/N\/A$/, '')].join('\n')]);
    expect(snapshot.parts.credentialReport.status).toBe('partial');
  });

  it.each<[string, string, string]>([
    ['a row with fewer cells', [reportHeader, rootRow, anaRow.slice(0, 120)].join('\n'), 'truncated'],
    ['a row with more cells', [reportHeader, `${anaRow},x,y`].join('\n'), 'truncated'],
    ['a header alone', `${reportHeader}\n`, 'truncated'],
    ['a row without user', `${reportText}\n${anaRow.replace('ana,', ',')}`, 'broken-report'],
    ['a column twice', reportText.replace('cert_2_active', 'mfa_active'), 'broken-report'],
    ['an open quote', `${reportHeader}\n"ana`, 'broken-report'],
    ['no column user', 'name,password_enabled,mfa_active\nana,true,true', 'foreign'],
  ])('refuses %s whole', (_, csv, code) => {
    const snapshot = imported([csv]);
    expect(snapshot.credentialReport).toBeUndefined();
    expect(snapshot.parts.credentialReport.status).toBe('missing');
    expect(codesOf(snapshot)).toEqual([code]);
  });

  it('joins two reports that differ, tells it, and is partial', () => {
    const snapshot = imported([reportText, reportText.replace('ana,', 'bob,')]);
    expect(codesOf(snapshot)).toEqual(['contradictory']);
    expect(snapshot.credentialReport?.rows.map(({ user }) => user)).toEqual(['<root_account>', 'ana', 'bob']);
    expect(snapshot.parts.credentialReport).toMatchObject({ status: 'partial', count: 1 });
  });

  it('takes the older time of two reports', () => {
    const later = { GeneratedTime: '2026-10-01T09:50:00+00:00' };
    for (const reports of [
      [asAnswer(reportText), asAnswer(reportText, later)],
      [asAnswer(reportText, later), asAnswer(reportText)],
    ]) {
      expect(imported(reports).parts.credentialReport.time).toBe('2026-10-01T08:50:00Z');
    }
  });

  const without = anaRow.replace('N/A,true,true', 'N/A,false,true');
  it.each([
    ['in one report', [[reportHeader, rootRow, anaRow, without].join('\n')]],
    ['the other way round', [[reportHeader, rootRow, without, anaRow].join('\n')]],
    ['in two reports', [reportText, reportText.replace(anaRow, without)]],
    ['in three reports', [reportText, reportText.replace(anaRow, without), reportText.replace(anaRow, `${without}\n${anaRow}`)]],
  ])('counts a cell as missing on which two rows of one user differ, %s', (_, csvs) => {
    const snapshot = imported(csvs);
    const rows = snapshot.credentialReport?.rows.filter(({ user }) => user === 'ana');
    expect(rows).toHaveLength(1);
    expect(rows?.[0]).toMatchObject({ passwordEnabled: true });
    expect(rows?.[0]).not.toHaveProperty('mfaActive');
    expect(snapshot.notes.map(({ message }) => message).join('\n')).toContain('ana (mfa_active)');
    expect(snapshot.parts.credentialReport.status).toBe('partial');
  });

  it('takes the same row twice for one', () => {
    const snapshot = imported([`${reportText}\n${anaRow}`]);
    expect(snapshot.credentialReport).toEqual(normal);
    expect(snapshot.parts.credentialReport.status).toBe('complete');
  });

  it('tells columns that are not there', () => {
    const snapshot = imported([['user,password_enabled,access_key_1_active', '<root_account>,true,false', 'ana,true,false'].join('\n')]);
    expect(snapshot.notes).toEqual([expect.objectContaining({ code: 'missing-column', message: expect.stringContaining('mfa_active') as string })]);
    expect(snapshot.parts.credentialReport.status).toBe('partial');
  });

  it('tells that the root user is not in it', () => {
    const { credentialReport } = imported([[reportHeader, anaRow].join('\n')]).parts;
    expect(credentialReport).toMatchObject({ status: 'partial', reason: expect.stringContaining('root user') as string });
  });

  it('holds columns with hostile names as what they are', () => {
    const csv = [`${reportHeader},__proto__,constructor`, `${anaRow},a,b`].join('\n');
    expect(Object.entries(ana(csv)?.extra ?? {})).toEqual([
      ['(__proto__)', 'a'],
      ['constructor', 'b'],
    ]);
  });
});
