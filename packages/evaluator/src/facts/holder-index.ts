import type { Moves } from '../policy/escalation/index.ts';
import { fitsPattern } from './arn-pattern.ts';

/** Who is granted one action on an ARN. Patterns are looked up by what stands before their first wildcard. */
export class HolderIndex {
  private readonly action: string;
  private readonly byPrefix = new Map<string, Map<string, Set<Moves>>>();
  /** Lengths of the prefixes there are: few. */
  private readonly lengths = new Set<number>();

  constructor(action: string) {
    this.action = action;
  }

  add(moves: Moves): void {
    for (const pattern of moves.patterns(this.action)) {
      const patterns = this.byPrefix.get(prefixOf(pattern)) ?? new Map<string, Set<Moves>>();
      this.byPrefix.set(prefixOf(pattern), patterns);
      this.lengths.add(prefixOf(pattern).length);
      const holders = patterns.get(pattern);
      if (holders) holders.add(moves);
      else patterns.set(pattern, new Set([moves]));
    }
  }

  /** Holders whose grants name the ARN; what they may do with it is still to be asked. */
  reaching(arn: string): Moves[] {
    const found: Moves[] = [];
    for (const length of this.lengths) {
      if (length > arn.length) continue;
      for (const [pattern, holders] of this.byPrefix.get(arn.slice(0, length)) ?? []) {
        if (holders.size > 0 && fitsPattern(pattern.replaceAll('?', '*'), arn)) found.push(...holders);
      }
    }
    return found;
  }

  /** Leaves out holders who need not be asked again. */
  remove(moves: Moves): void {
    for (const pattern of moves.patterns(this.action)) this.byPrefix.get(prefixOf(pattern))?.get(pattern)?.delete(moves);
  }
}

function prefixOf(pattern: string): string {
  const wild = pattern.search(/[*?]/);
  return wild < 0 ? pattern : pattern.slice(0, wild);
}
