/**
 * Whether text fits a pattern in which `*` stands for any run of characters and `?` for one. Linear in practice and never
 * worse than the product of both lengths, so that a hostile pattern cannot stop a run.
 */
export function fitsGlob(pattern: string, text: string): boolean {
  return match(pattern, text, true);
}

/** Whether every text that fits `narrow` also fits `wide`. May miss a cover, never claims a wrong one. */
export function coversGlob(wide: string, narrow: string): boolean {
  return wide === narrow || match(wide, narrow, false);
}

function match(pattern: string, text: string, anyForOne: boolean): boolean {
  let at = 0;
  let star = -1;
  let retry = 0;
  let place = 0;
  while (place < text.length) {
    const wanted = pattern[at];
    if (wanted === '*') {
      star = at++;
      retry = place;
    } else if (wanted === text[place] || (wanted === '?' && (anyForOne || text[place] !== '*'))) {
      at += 1;
      place += 1;
    } else if (star >= 0) {
      at = star + 1;
      place = ++retry;
    } else {
      return false;
    }
  }
  while (pattern[at] === '*') at += 1;
  return at === pattern.length;
}
