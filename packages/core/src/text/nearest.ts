/** The known word that was most likely meant, or `undefined` when none is near. Case and hyphens do not count. */
export function nearestWord(word: string, known: readonly string[]): string | undefined {
  const asked = plain(word);
  const scored = known.map((name) => ({ name, distance: distanceOf(asked, plain(name)) }));
  const best = scored.reduce((a, b) => (b.distance < a.distance ? b : a), { name: '', distance: Infinity });
  return asked !== '' && best.distance <= Math.max(1, Math.floor(asked.length / 3)) ? best.name : undefined;
}

function plain(word: string): string {
  return word.slice(0, 100).replace(/[-_]/g, '').toLowerCase();
}

/** Letters to add, drop or change until one word is the other. */
function distanceOf(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
