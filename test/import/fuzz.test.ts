import { DossierError } from '@iam-dossier/core/errors';
import { importSources, type ImportSource } from '@iam-dossier/core/importer';
import { documentJson } from '@iam-dossier/core/json';
import { readSnapshot } from '@iam-dossier/core/snapshot';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filesOf, makeAccount, source } from '../fixtures/account.ts';
import { reportCsv } from '../fixtures/report.ts';

const account = makeAccount({ users: 3, groups: 1, roles: 2, policies: 4 });
const files = [
  ...filesOf(account),
  source('report.csv', reportCsv(account)),
  source('error.txt', 'An error occurred (AccessDenied) when calling the ListUsers operation: no'),
];
const caller = source('caller', { Account: account.id, Arn: `arn:aws:iam::${account.id}:user/auditor` });

/** The import gives a snapshot that stores and reads back, or an error that it knows. */
function holds(sources: ImportSource[]): void {
  try {
    const snapshot = importSources(sources);
    expect(readSnapshot(JSON.parse(documentJson(snapshot)))).toEqual(snapshot);
  } catch (error) {
    expect(error).toBeInstanceOf(DossierError);
  }
}

describe('any bytes', () => {
  it('are read or told', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => holds([caller, { name: 'x', bytes }])));
  });

  it('of any JSON are read or told', () => {
    fc.assert(fc.property(fc.json(), (text) => holds([caller, source('x', text)])));
  });

  it('of any value under a member that AWS uses are read or told', () => {
    const members = [
      'UserDetailList',
      'RoleDetailList',
      'Policies',
      'SummaryMap',
      'PasswordPolicy',
      'VirtualMFADevices',
      'Content',
      'AccountAliases',
      'AccessKeyMetadata',
      'Account',
      'User',
      'Role',
      'ServicesLastAccessed',
      'EnabledFeatures',
      'AlternateContact',
    ];
    const answer = fc.dictionary(fc.constantFrom(...members, 'Arn', 'IsTruncated', 'Marker', 'GeneratedTime', 'ReportFormat'), fc.jsonValue());
    fc.assert(
      fc.property(answer, (value) => holds([caller, source('x', value)])),
      { numRuns: 300 },
    );
  });

  it('with some changed in a real file are read or told', () => {
    const change = fc.record({
      file: fc.nat(files.length - 1),
      at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      byte: fc.nat(255),
      length: fc.nat(3),
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const changed = files.map((file) => ({ name: file.name, bytes: Uint8Array.from(file.bytes) }));
        for (const { file, at, byte, length } of changes) {
          const bytes = changed[file]?.bytes;
          const start = Math.floor(at * (bytes?.byteLength ?? 0));
          bytes?.fill(byte, start, start + 1 + length);
        }
        holds(changed);
      }),
      { numRuns: 200 },
    );
  });
});
