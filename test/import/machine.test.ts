import { importSources } from '@iam-dossier/core/importer';
import { documentJson } from '@iam-dossier/core/json';
import { readSnapshot } from '@iam-dossier/core/snapshot';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { accountFiles, sizes, source } from '../fixtures/account.ts';

/** Also a time without a zone, which must not be read in the machine's. */
const files = [
  ...accountFiles(sizes.small),
  source('virtual.json', { VirtualMFADevices: [{ SerialNumber: 'arn:aws:iam::111122223333:mfa/x', EnableDate: '2026-03-29 02:30:00' }] }),
];
const bytes = documentJson(importSources(files));
const zone = process.env['TZ'];

afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
  vi.restoreAllMocks();
});

describe('the machine', () => {
  it.each(['Pacific/Kiritimati', 'America/St_Johns', 'Europe/Berlin'])('in zone %s changes no byte', (name) => {
    process.env['TZ'] = name;
    expect(new Date(Date.UTC(2026, 6, 1)).getTimezoneOffset()).not.toBe(0);
    expect(documentJson(importSources(files))).toBe(bytes);
  });

  it('is not asked for its locale or clock', () => {
    const asked = () => {
      throw new Error('the machine was asked');
    };
    vi.spyOn(String.prototype, 'localeCompare').mockImplementation(asked);
    vi.spyOn(Date.prototype, 'toLocaleString').mockImplementation(asked);
    vi.spyOn(Number.prototype, 'toLocaleString').mockImplementation(asked);
    vi.spyOn(Date, 'now').mockImplementation(asked);
    expect(documentJson(importSources(files))).toBe(bytes);
  });
});

describe('a stored snapshot', () => {
  it.each(['small', 'medium'] as const)('of size %s reads back equal, and writes the same bytes', (name) => {
    const snapshot = importSources(accountFiles(sizes[name], { seed: 5 }));
    const stored = documentJson(snapshot);
    const back = readSnapshot(JSON.parse(stored));
    expect(back).toEqual(snapshot);
    expect(documentJson(back)).toBe(stored);
  });
});
