import type { Moves } from '../policy/escalation/index.ts';
import { fitsPattern } from './arn-pattern.ts';

/** Who is granted one action on an ARN: by the ARN itself, or by the patterns that take it in. */
export class HolderIndex {
  private readonly action: string;
  private readonly exact = new Map<string, Set<Moves>>();
  private readonly patterns = new Map<string, Set<Moves>>();

  constructor(action: string) {
    this.action = action;
  }

  add(moves: Moves): void {
    for (const pattern of moves.patterns(this.action)) {
      const index = this.indexOf(pattern);
      const holders = index.get(pattern);
      if (holders) holders.add(moves);
      else index.set(pattern, new Set([moves]));
    }
  }

  /** Holders whose grants name the ARN; what they may do with it is still to be asked. */
  reaching(arn: string): Moves[] {
    const found = [...(this.exact.get(arn) ?? [])];
    for (const [pattern, holders] of this.patterns) if (fitsPattern(pattern.replaceAll('?', '*'), arn)) found.push(...holders);
    return found;
  }

  /** Leaves out holders who need not be asked again. */
  remove(moves: Moves): void {
    for (const pattern of moves.patterns(this.action)) this.indexOf(pattern).get(pattern)?.delete(moves);
  }

  private indexOf(pattern: string): Map<string, Set<Moves>> {
    return /[*?]/.test(pattern) ? this.patterns : this.exact;
  }
}
