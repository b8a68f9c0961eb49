import { expect, it } from 'vitest';
import { monthsBefore } from './months.ts';

it.each([
  ['2026-10-27', 18, '2025-04-27'],
  ['2026-08-31', 18, '2025-02-28'],
  ['2026-01-01', 1, '2025-12-01'],
  ['2024-02-29', 12, '2023-02-28'],
])('%s less %i months is %s', (date, months, expected) => expect(monthsBefore(date, months)).toBe(expected));
