import { sortedBy } from '@iam-dossier/core/json';

const most = 3;

/** The known names that are most like a mistyped one, best first. */
export function nearestNames(name: string, known: readonly string[]): string[] {
  const scored = known.map((candidate) => ({ candidate, distance: distanceOf(name, candidate) }));
  return sortedBy(scored, ({ candidate, distance }) => `${String(distance).padStart(6, '0')} ${candidate}`)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** Letters to add, drop or change until one name is the other. */
function distanceOf(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
