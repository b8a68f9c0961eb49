/** Whether text fits a pattern in which `*` stands for any run of characters and `?` for one. */
export function fitsGlob(pattern: string, text: string): boolean {
  return fitsPieces(pattern, text, '*', (wanted, char) => wanted === char || wanted === '?');
}

/** Whether every text that fits `narrow` also fits `wide`. May miss a cover, never claims a wrong one. */
export function coversGlob(wide: string, narrow: string): boolean {
  return wide === narrow || fitsPieces(wide, narrow, '*', (wanted, char) => wanted === char || (wanted === '?' && char !== '*'));
}

/**
 * Whether text fits a pattern of pieces, of which `any` stands for any run of characters and each other for one that
 * `fitsOne` takes. Linear in practice and never worse than the product of both lengths, so that a hostile pattern cannot stop a run.
 */
export function fitsPieces<Piece>(pattern: ArrayLike<Piece>, text: string, any: Piece, fitsOne: (wanted: Piece, char: string) => boolean): boolean {
  let at = 0;
  let star = -1;
  let retry = 0;
  let place = 0;
  while (place < text.length) {
    const wanted = at < pattern.length ? pattern[at] : undefined;
    if (wanted === any) {
      star = at++;
      retry = place;
    } else if (wanted !== undefined && fitsOne(wanted, text[place] ?? '')) {
      at += 1;
      place += 1;
    } else if (star >= 0) {
      at = star + 1;
      place = ++retry;
    } else {
      return false;
    }
  }
  while (at < pattern.length && pattern[at] === any) at += 1;
  return at === pattern.length;
}
