import { fitsGlob } from '../policy/index.ts';

/**
 * Patterns by what they begin with, so that of thousands only those are tried on a text that begin like it. A policy
 * variable stands for any run of characters.
 */
export class PatternIndex<T> {
  private readonly byStart = new Map<string, { pattern: string; value: T }[]>();
  private readonly lengths = new Set<number>();

  add(written: string, value: T): void {
    const pattern = written.replace(/\$\{[^{}]*\}/g, '*');
    const start = pattern.slice(0, /[*?]|$/.exec(pattern)?.index);
    const list = this.byStart.get(start);
    if (list) list.push({ pattern, value });
    else this.byStart.set(start, [{ pattern, value }]);
    this.lengths.add(start.length);
  }

  /** What was added under patterns that the text fits, each once. */
  of(text: string): Set<T> {
    const found = new Set<T>();
    for (const length of this.lengths) {
      if (length > text.length) continue;
      for (const { pattern, value } of this.byStart.get(text.slice(0, length)) ?? [])
        if (!found.has(value) && fitsGlob(pattern, text)) found.add(value);
    }
    return found;
  }
}
