/** The known word that was most likely meant, or `undefined` when none is near. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const asked = plain(word);
  if (asked === '') return undefined;
  const scored = known.map((name) => ({ name, distance: distanceTo(asked, plain(name)) }));
  const best = scored.reduce((a, b) => (b.distance < a.distance ? b : a), { name: '', distance: Infinity });
  return best.distance <= Math.max(1, Math.floor(asked.length / 3)) ? best.name : undefined;
}

/** Without dashes and case: `--asOf` and `as_of` mean `as-of`. */
function plain(word: string): string {
  return word.replace(/[-_]/g, '').toLowerCase();
}

function distanceTo(asked: string, name: string): number {
  return asked.length >= 3 && name.startsWith(asked) ? 0.5 : editDistance(asked, name);
}

/** Single characters to add, drop, replace or swap with their neighbour. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let above = [...Array(b.length + 1).keys()];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        (above[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (above[j - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (before[j - 2] ?? 0) + 1 : Infinity,
      );
    }
    before = above;
    above = row;
  }
  return above[b.length] ?? 0;
}
