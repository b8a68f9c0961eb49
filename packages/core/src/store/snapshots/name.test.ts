import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoFromEpochMs } from '../../time/iso.ts';
import { compareNames, parseSnapshotName, snapshotName } from './name.ts';

const digest = 'ab12cd34'.repeat(8);

describe('a name', () => {
  it.each([
    ['2026-10-01T09:30:00Z', false, '20261001T093000Z-ab12cd34.snapshot.json'],
    ['2026-10-01T09:30:00Z', true, '20261001T093000Z-ab12cd34.snapshot.json.gz'],
    ['2026-10-01T09:30:00.250Z', false, '20261001T093000.250Z-ab12cd34.snapshot.json'],
    [null, false, 'unknown-ab12cd34.snapshot.json'],
  ])('of %s, packed %s, is %s', (collectedAt, gzip, name) => {
    expect(snapshotName(collectedAt, digest, { gzip })).toBe(name);
    expect(parseSnapshotName(name)).toEqual({ stem: name.replace(/\.snapshot.*/, ''), collectedAt, digest: 'ab12cd34', gzip });
  });

  it('says any time again, and can be a name on Windows', () => {
    const time = fc.integer({ min: Date.parse('0001-01-01'), max: Date.parse('9999-12-31') }).map((ms) => isoFromEpochMs(ms));
    fc.assert(
      fc.property(time, fc.boolean(), fc.constantFrom(8, 16, 64), (collectedAt, gzip, digits) => {
        const name = snapshotName(collectedAt, digest, { gzip, digits });
        expect(name).toMatch(/^[A-Za-z0-9][A-Za-z0-9.-]*$/);
        expect(parseSnapshotName(name)).toMatchObject({ collectedAt, digest: digest.slice(0, digits), gzip });
      }),
    );
  });

  it.each([
    '20261001T093000Z-ab12cd3.snapshot.json',
    '20261001T093000Z-AB12CD34.snapshot.json',
    '20260230T093000Z-ab12cd34.snapshot.json',
    '20261001T253000Z-ab12cd34.snapshot.json',
    '20261001T093000.000Z-ab12cd34.snapshot.json',
    '20261001T093000Z-ab12cd34.snapshot.JSON',
    '20261001T093000Z-ab12cd34.json',
    '20261001T093000Z-ab12cd34.snapshot.json.bak',
    '.20261001T093000Z-ab12cd34.snapshot.json',
    '../20261001T093000Z-ab12cd34.snapshot.json',
    '20261001T093000Z-ab12cd34.snapshot.json\n',
    'latest-ab12cd34.snapshot.json',
    'index.json',
    '',
  ])('of a store is not %j', (name) => {
    expect(parseSnapshotName(name)).toBeUndefined();
  });

  it('stands by time, with what is unknown at the end', () => {
    const names = [
      'unknown-00000000',
      '20261001T093000.250Z-00000000',
      '20261001T093000Z-ffffffff',
      '20261001T093000Z-00000000',
      '20251001T093000Z-99999999',
    ];
    const parsed = names.flatMap((stem) => parseSnapshotName(`${stem}.snapshot.json`) ?? []);
    expect(parsed.sort(compareNames).map(({ stem }) => stem)).toEqual([names[4], names[3], names[2], names[1], names[0]]);
  });
});
