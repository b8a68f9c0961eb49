import { DossierError } from '@iam-dossier/core/errors';
import { importSources, type ImportSource } from '@iam-dossier/core/importer';
import { partNames, type Snapshot } from '@iam-dossier/core/snapshot';
import { describe, expect, it } from 'vitest';
import { filesOf, makeAccount, source } from '../fixtures/account.ts';
import { reportCsv } from '../fixtures/report.ts';

const account = makeAccount({ users: 4, groups: 2, roles: 4, policies: 4 });
const json = filesOf(account);
const csv = [...json.filter((file) => file.name !== 'get-credential-report.json'), source('report.csv', reportCsv(account))];
const refusal = 'An error occurred (NoSuchEntity) when calling the GetAccountPasswordPolicy operation: The Password Policy cannot be found.';
const text = [...json.filter((file) => file.name !== 'get-account-password-policy.json'), source('policy.txt', refusal)];

/** Ends at which a file is cut: spread over the file, and each of its last bytes. */
function ends(length: number): number[] {
  const step = Math.max(1, Math.floor(length / 120));
  const spread = Array.from({ length: Math.floor(length / step) }, (_, index) => index * step);
  const last = Array.from({ length: Math.min(140, length) }, (_, index) => length - 1 - index);
  return [...new Set([...spread, ...last])];
}

function cut(files: readonly ImportSource[], name: string, end: number): ImportSource[] {
  return files.map((file) => (file.name === name ? { name, bytes: file.bytes.subarray(0, end) } : file));
}

/** The parts that are complete, with what they hold; a cut may not add to them or change them. */
function claims(snapshot: Snapshot): Map<string, unknown> {
  const complete = partNames.filter((part) => snapshot.parts[part].status === 'complete');
  return new Map(
    complete.map((part) => [part, { count: snapshot.parts[part].count, report: part === 'credentialReport' ? snapshot.credentialReport : 0 }]),
  );
}

const all: [string, ImportSource[]][] = [
  ...json.map((file): [string, ImportSource[]] => [file.name, json]),
  ['report.csv', csv],
  ['policy.txt', text],
];

describe('a file cut at any byte', () => {
  it.each(all)('%s is told or whole, never silently less', (name, files) => {
    const whole = claims(importSources(files));
    const length = files.find((file) => file.name === name)?.bytes.byteLength ?? 0;
    const lies = ends(length).filter((end) => !isHonest(cut(files, name, end), name, whole));
    expect(lies).toEqual([]);
  });
});

/** The one file that is no answer of AWS: it fills no part, it says when the others were made. */
const manifest = 'iam-dossier-export.json';

/** Whether the import told of the file, or claims of it exactly what the whole file holds. */
function isHonest(files: ImportSource[], name: string, whole: Map<string, unknown>): boolean {
  try {
    const snapshot = importSources(files);
    const same = [...claims(snapshot)].every(([part, claim]) => JSON.stringify(whole.get(part)) === JSON.stringify(claim));
    const told =
      snapshot.notes.some((note) => note.file === name) || partNames.some((part) => snapshot.parts[part].sources.some((used) => used.name === name));
    return same && (told || (name === manifest && snapshot.collectedAt === '2026-10-01T09:00:00Z'));
  } catch (error) {
    return error instanceof DossierError;
  }
}
