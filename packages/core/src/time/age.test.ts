import { describe, expect, it } from 'vitest';
import { ageInDays, ageInMinutes, calendarDaysBetween } from './age.ts';

describe('ages', () => {
  it.each([
    ['2026-10-01T09:00:00Z', '2026-10-01T09:00:00Z', 0],
    ['2026-10-01T09:00:00Z', '2026-10-02T08:59:59Z', 0],
    ['2026-10-01T09:00:00Z', '2026-10-02T09:00:00Z', 1],
    ['2026-10-01T09:00:00.500Z', '2026-10-02T09:00:00Z', 0],
    ['2026-10-02T09:00:00Z', '2026-10-02T08:59:59Z', -1],
    // Days of 23 and 25 hours in many places: here each has 24.
    ['2026-03-28T12:00:00Z', '2026-03-30T11:59:59Z', 1],
    ['2026-10-24T12:00:00Z', '2026-10-26T12:00:00Z', 2],
    ['2024-02-28T00:00:00Z', '2024-03-01T00:00:00Z', 2],
    ['0001-01-01T00:00:00Z', '9999-12-31T00:00:00Z', 3_652_058],
  ])('from %s to %s are %i days', (from, to, days) => expect(ageInDays(from, to)).toBe(days));

  it.each([
    ['2026-01-05T08:00:00Z', '2026-01-05T08:05:00Z', 5],
    ['2026-01-05T08:00:00Z', '2026-01-05T08:00:30Z', 0.5],
    ['2026-01-05T08:00:30Z', '2026-01-05T08:00:00Z', -0.5],
  ])('from %s to %s are %f minutes', (from, to, minutes) => expect(ageInMinutes(from, to)).toBe(minutes));

  it('of the calendar count midnights', () => {
    expect(calendarDaysBetween('2026-10-01T23:59:59Z', '2026-10-02T00:00:00Z')).toBe(1);
    expect(calendarDaysBetween('2026-10-02T00:00:00Z', '2026-10-01T23:59:59Z')).toBe(-1);
  });
});
