import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { DossierError, isDossierError } from '@iam-dossier/core/errors';
import { importPaths, importSources, type ImportSource } from '@iam-dossier/core/importer';
import { documentJson } from '@iam-dossier/core/json';
import { partNames, readSnapshot, type Snapshot } from '@iam-dossier/core/snapshot';
import { describe, expect, it } from 'vitest';
import { source } from '../fixtures/account.ts';

const data = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
const present = existsSync(data);
if (!present) console.log('skipped: public AWS CLI outputs are not beside the repository (../shared/data)');
const filesIn = (folder: string) => (present ? readdirSync(`${data}${folder}`).sort() : []);

/** Whether every file is in a part or in a note: nothing is dropped silently. */
function unsaid(snapshot: Snapshot, names: string[]): string[] {
  const used = partNames.flatMap((part) => snapshot.parts[part].sources.map((used) => used.name));
  const told = snapshot.notes.map((note) => note.file);
  return names.filter((name) => !used.includes(name) && !told.includes(name));
}

function importOne(file: ImportSource): Snapshot | DossierError {
  try {
    const id = /arn:aws[a-z-]*:iam::(\d{12}):/.exec(new TextDecoder().decode(file.bytes))?.[1] ?? '123456789012';
    return importSources([file, source('caller', { Account: id, Arn: `arn:aws:iam::${id}:user/x` })]);
  } catch (error) {
    if (isDossierError(error)) return error;
    throw error;
  }
}

describe.skipIf(!present)('public AWS CLI outputs', () => {
  it.each(filesIn('aws-cli-outputs'))('%s alone is read or told', async (name) => {
    const result = importOne({ name, bytes: await readFile(`${data}aws-cli-outputs/${name}`) });
    if (result instanceof DossierError) {
      expect(result.problems.map((problem) => problem.file)).toContain(name);
      return;
    }
    expect(unsaid(result, [name])).toEqual([]);
    expect(readSnapshot(JSON.parse(documentJson(result)))).toEqual(result);
    const foreign = result.notes.filter((note) => note.code === 'foreign');
    expect(foreign).toEqual([]);
  });

  it('together are one account or a list of who says what', async () => {
    const outcome = await importPaths([`${data}aws-cli-outputs`]).catch((error: unknown) => error);
    if (isDossierError(outcome))
      expect(outcome).toMatchObject({
        code: 'accounts-mixed',
        problems: expect.arrayContaining([expect.objectContaining({ file: expect.any(String) as string })]) as unknown[],
      });
    else expect(unsaid(outcome as Snapshot, filesIn('aws-cli-outputs'))).toEqual([]);
  });

  it.each(filesIn('aws-managed-policies'))('policy %s is known and not needed', async (name) => {
    const result = importOne({ name, bytes: await readFile(`${data}aws-managed-policies/${name}`) });
    expect(result).toMatchObject({ notes: [{ level: 'ignored', code: 'not-used', file: name }] });
  });
});

describe.skipIf(!present)('a public account', () => {
  it('imports, and reads back', async () => {
    const snapshot = await importPaths([`${data}account/get-account-authorization-details.json`]);
    expect(snapshot.users.length * snapshot.roles.length * snapshot.managedPolicies.length).toBeGreaterThan(0);
    expect(readSnapshot(JSON.parse(documentJson(snapshot)))).toEqual(snapshot);
  });

  it('has a report of the older form', async () => {
    const snapshot = await importPaths([`${data}account/credential-report.csv`]);
    expect(snapshot.credentialReport?.rows.length).toBeGreaterThan(3);
    expect(snapshot.notes).toEqual([]);
  });

  it('and a report of another are refused together, each file named', async () => {
    await expect(importPaths([`${data}account`])).rejects.toMatchObject({
      code: 'accounts-mixed',
      problems: [{ file: 'get-account-authorization-details.json' }, { file: 'credential-report.csv' }],
    });
  });
});
