import { afterEach, describe, expect, it } from 'vitest';
import { dateBefore, periodOf, type CalendarUnit } from './calendar.ts';

const zone = process.env['TZ'];
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

describe.each(['UTC', 'Pacific/Kiritimati', 'America/St_Johns', 'Europe/Berlin'])('in the zone %s', (name) => {
  it.each<[date: string, amount: number, unit: CalendarUnit, expected: string | null]>([
    ['2026-11-26', 0, 'day', '2026-11-26'],
    ['2026-11-26', 30, 'day', '2026-10-27'],
    ['2026-03-30', 1, 'day', '2026-03-29'],
    ['2026-11-26', 2, 'week', '2026-11-12'],
    ['2026-03-31', 1, 'month', '2026-02-28'],
    ['2024-03-31', 1, 'month', '2024-02-29'],
    ['2026-05-31', 1, 'quarter', '2026-02-28'],
    ['2024-02-29', 1, 'year', '2023-02-28'],
    ['2026-01-01', 1, 'day', '2025-12-31'],
    ['2026-01-01', 2026, 'year', null],
    ['2026-01-01', 1e15, 'day', null],
    ['2026-01-01', 1e300, 'month', null],
  ])('%s less %d %ss is %s', (date, amount, unit, expected) => {
    process.env['TZ'] = name;
    expect(dateBefore(date, amount, unit)).toBe(expected);
  });

  it.each<[date: string, unit: CalendarUnit, first: string, last: string]>([
    ['2026-11-26', 'day', '2026-11-26', '2026-11-26'],
    ['2026-11-26', 'week', '2026-11-23', '2026-11-29'],
    ['2026-11-29', 'week', '2026-11-23', '2026-11-29'],
    ['2026-11-30', 'week', '2026-11-30', '2026-12-06'],
    ['2024-02-10', 'month', '2024-02-01', '2024-02-29'],
    ['2026-03-29', 'month', '2026-03-01', '2026-03-31'],
    ['2026-12-31', 'quarter', '2026-10-01', '2026-12-31'],
    ['2026-02-01', 'year', '2026-01-01', '2026-12-31'],
    ['9999-12-31', 'year', '9999-01-01', '9999-12-31'],
  ])('the %s of %s', (date, unit, first, last) => {
    process.env['TZ'] = name;
    expect(periodOf(date, unit)).toEqual({ first, last });
  });
});
