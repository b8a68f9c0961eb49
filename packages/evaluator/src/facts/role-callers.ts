import { fitsGlob, type PrincipalAnalysis } from '../policy/index.ts';
import type { FactStore } from './index.ts';
import { PatternIndex } from './pattern-index.ts';
import type { PrincipalFact } from './principals.ts';

/** Principals with the same policies: what they may assume is the same. */
type Callers = PrincipalFact[];

/** Who of an account may assume a role, by what IAM policies grant. Trust policies are not weighed here. */
export class RoleCallers {
  private readonly byPattern = new PatternIndex<Callers>();
  /** Those whose statements leave resources out: tried one by one, and few. */
  private readonly negated: { except: readonly string[]; callers: Callers }[] = [];
  /** Not everybody is known, or not every policy of them: there may be more callers. */
  readonly unsure: boolean;

  constructor(account: FactStore) {
    const principals = account.get('principals');
    const all = principals.known ? principals.value : [];
    const groups = new Map<PrincipalAnalysis['assuming'], Callers>();
    for (const principal of all) {
      const { assuming } = principal.analysis;
      const group = groups.get(assuming);
      if (group) group.push(principal);
      else if (assuming.length > 0) groups.set(assuming, [principal]);
    }
    this.unsure = !principals.known || principals.gaps.length > 0 || all.some(({ effective }) => effective.status !== 'known');
    for (const [statements, callers] of groups) for (const { resource } of statements) this.add(resource, callers);
  }

  private add({ negated, patterns }: { negated: boolean; patterns: readonly string[] }, callers: Callers): void {
    if (negated) this.negated.push({ except: patterns, callers });
    else for (const pattern of patterns) this.byPattern.add(pattern, callers);
  }

  /** Principals that may assume the role, by group. */
  of(role: string): Callers[] {
    const found = this.byPattern.of(role);
    for (const { except, callers } of this.negated) if (!except.some((pattern) => fitsGlob(pattern, role))) found.add(callers);
    return [...found];
  }
}
