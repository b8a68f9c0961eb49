/** Whose rights are judged, as far as it is known. */
export interface Caller {
  type?: 'user' | 'role';
  arn?: string;
  /** ARNs of its groups; absent when not known. */
  groupArns?: readonly string[];
  /** ARNs of customer managed policies in force on it; absent when not known. */
  ownPolicyArns?: readonly string[];
}

const USERNAME = /\$\{aws:username(,\s*'[^']*')?\}/gi;
const VARIABLE = /\$\{[^{}]*\}/g;

/** Whether a pattern speaks of the caller's own user. */
export function isOwn(pattern: string): boolean {
  return pattern.search(USERNAME) >= 0;
}

/** The pattern with its variables filled for a caller. `certain`: nothing was left to guess. `undefined`: it fits nothing. */
export function filled(pattern: string, { type, arn }: Caller): { pattern: string; certain: boolean } | undefined {
  if (!pattern.includes('${')) return { pattern, certain: true };
  // A role's session has no user name; one that is not known is at least nobody that could be named here.
  if (isOwn(pattern) && (type === 'role' || arn === undefined)) return undefined;
  const named = arn === undefined ? pattern : pattern.replace(USERNAME, () => arn.slice(arn.lastIndexOf('/') + 1));
  return { pattern: named.replace(VARIABLE, '*'), certain: !named.includes('${') };
}
