/** Releases of AWS's validation checklists by their first month, and the month to whose end they were said to be taken. */
export const releases: readonly { from: string; usableTo: string }[] = [
  { from: '2025-02', usableTo: '2025-11' },
  { from: '2025-08', usableTo: '2026-05' },
  { from: '2026-02', usableTo: '2026-11' },
];
