import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { importSources, type ImportSource } from '@iam-dossier/core/importer';
import { parseIsoTime } from '@iam-dossier/core/time';
import { describe, expect, it } from 'vitest';
import { accountFiles, sizes, source } from '../fixtures/account.ts';

const examples = fileURLToPath(new URL('../../packages/cli/examples/', import.meta.url));
const names = [
  'get-caller-identity',
  'get-account-summary',
  'get-account-authorization-details',
  'list-users',
  'list-roles',
  'list-virtual-mfa-devices',
  'list-saml-providers',
  'list-account-aliases',
];

/** Answers with no member that this version knows. */
const foreign = {
  UserDetailList: [
    { Arn: 'arn:aws:iam::111122223333:user/new', Novelty: { Deep: ['kept', { Also: 'this' }] }, Tags: [{ Key: 'k', Value: 'v', Since: 'tomorrow' }] },
  ],
};

/** Texts, numbers and names of unknown members in a value; times as a snapshot writes them. */
function leaves(value: unknown): string[] {
  if (value === null || typeof value === 'boolean') return [];
  if (typeof value !== 'object') return [typeof value === 'string' ? (parseIsoTime(value) ?? value) : String(value)];
  return Object.values(value).flatMap(leaves);
}

function lost(sources: ImportSource[]): string[] {
  const kept = new Set(leaves(importSources(sources)));
  const given = sources.flatMap((file) => leaves(JSON.parse(new TextDecoder().decode(file.bytes))));
  expect(given.length).toBeGreaterThan(0);
  return [...new Set(given)].filter((leaf) => !kept.has(leaf));
}

describe('what AWS says', () => {
  it('of a made-up account is in the snapshot to the last value', () => {
    const files = accountFiles(sizes.small).filter((file) => names.includes(file.name.replace('.json', '')));
    expect(lost(files)).toEqual([]);
  });

  it.each(['infinity-gifts-souvenirs', 'infinity-gifts-souvenirs-mended'])('of the example %s is in the snapshot to the last value', (name) => {
    const files = names.map((file) => ({ name: file, bytes: readFileSync(`${examples}${name}/aws/${file}.json`) }));
    expect(lost(files)).toEqual([]);
  });

  it('in members that nobody knows yet is kept too', () => {
    expect(lost([source('x', foreign)])).toEqual([]);
  });
});
