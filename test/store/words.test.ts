import { isDossierError } from '@iam-dossier/core/errors';
import { resolveSnapshot, storeSnapshot } from '@iam-dossier/core/store';
import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { ACCOUNT, dayAfter, snapshotOf, useFolder } from './snapshots.test-helper.ts';

const at = useFolder();
const zone = process.env['TZ'];
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

const zones = ['UTC', 'Pacific/Kiritimati', 'America/St_Johns', 'Europe/Berlin', 'Pacific/Niue'];
const day = fc.integer({ min: 0, max: 800 });
const date = day.map((days) => dayAfter(days).slice(0, 10));
const words = fc.oneof(
  fc.constantFrom('latest', 'previous', 'first', 'today', 'yesterday', 'last week', 'last month', 'last quarter', 'last year'),
  date,
  date.map((text) => text.slice(0, 7)),
  date.map((text) => text.slice(0, 4)),
  day.map(dayAfter),
  fc
    .tuple(fc.integer({ min: 0, max: 30 }), fc.constantFrom('days', 'weeks', 'months', 'quarters', 'years'))
    .map(([count, unit]) => `${count} ${unit} ago`),
);

/** The name of the snapshot and why, or why there is none. */
async function answer(store: string, asked: string, now: string): Promise<string> {
  try {
    const { path, why, exact } = await resolveSnapshot(store, ACCOUNT, asked, { now });
    return `${path.slice(store.length)} ${exact} ${why}`;
  } catch (error) {
    if (!isDossierError(error)) throw error;
    return `${error.code} ${error.message.replaceAll(store, '')}`;
  }
}

async function filled(store: string, times: readonly (string | null)[]): Promise<string> {
  for (const time of times) await storeSnapshot(store, snapshotOf(time));
  return store;
}

it('the same words are the same snapshot, whatever the order of writing and the time zone', async () => {
  let run = 0;
  const times = fc.uniqueArray(fc.option(day.map(dayAfter)), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(times, fc.array(words, { minLength: 4, maxLength: 8 }), date, fc.constantFrom(...zones), async (one, asked, now, other) => {
      run += 1;
      const [here, there] = [await filled(at(`${run}a`), one), await filled(at(`${run}b`), [...one].reverse())];
      for (const text of asked) {
        process.env['TZ'] = 'UTC';
        const first = await answer(here, text, now);
        process.env['TZ'] = other;
        expect(await answer(there, text, now)).toBe(first);
      }
    }),
    { numRuns: 40 },
  );
});

it('a date is the last snapshot that is not later', async () => {
  const times = [3, 3.5, 40, 41, 400, 799].map(dayAfter);
  await filled(at('store'), times);
  await fc.assert(
    fc.asyncProperty(date, async (asked) => {
      const expected = times.filter((time) => time.slice(0, 10) <= asked).at(-1);
      const found = await answer(at('store'), asked, '2026-06-01');
      if (expected === undefined) expect(found).toContain(`The nearest is the first, read ${times[0]}`);
      else expect(found).toContain(`${expected.replace(/[-:]/g, '')}-`);
      expect(found.includes('none was read')).toBe(expected !== undefined && expected.slice(0, 10) !== asked);
    }),
    { numRuns: 150 },
  );
});
