import type { PatternElement } from '@iam-dossier/core/policy-document';
import { patternsMeet } from './escalation/meet.ts';
import { coversGlob } from './glob.ts';
import { completeArn } from './short-arn.ts';

/** `all`: every resource of a service or of the account. `own`: only what belongs to the caller. `scoped`: something else. */
export type Breadth = 'all' | 'own' | 'scoped';

/** Policy variables that stand for the caller itself. */
const SELF = /\$\{aws:(username|userid)\}/i;

/** How far a Resource element reaches. A NotResource reaches all but what it names: that counts as all. */
export function breadthOf({ negated, patterns }: PatternElement): Breadth {
  if (negated || patterns.some(isEverything)) return 'all';
  return patterns.length > 0 && patterns.every((pattern) => SELF.test(pattern)) ? 'own' : 'scoped';
}

/** An ARN, as far as it is written, that leaves Region, account and resource open. */
const OPEN_ARN = /^arn(:[^:]*){0,2}$|^arn:[^:]*:[^:]*:\**(:(\**|\d{12})(:[*/:]*\*[*/:]*)?)?$/;

/** `*`, or an ARN that leaves Region, account and resource open. An account that is named is the one the policy works in. */
function isEverything(pattern: string): boolean {
  return /^[*:/]*\*[*:/]*$/.test(pattern) || OPEN_ARN.test(completeArn(pattern));
}

/** Whether a Deny's resources take in all of an Allow's. May miss that, never claims it wrongly. */
export function denyCovers(deny: PatternElement, allow: PatternElement): boolean {
  if (deny.negated) return false;
  if (deny.patterns.some((pattern) => /^\*+$/.test(pattern))) return true;
  if (allow.negated) return false;
  return allow.patterns.every((narrow) => deny.patterns.some((wide) => (wide.includes('${') ? wide === narrow : coversGlob(wide, narrow))));
}

/** Whether some resource may be in both. A policy variable may stand for anything; may claim a meeting, never misses one. */
export function resourcesMeet(a: PatternElement, b: PatternElement): boolean {
  if (a.negated || b.negated) return true;
  return a.patterns.some((one) => b.patterns.some((other) => patternsMeet(opened(one), opened(other))));
}

function opened(pattern: string): string {
  return pattern.replace(/\$\{[^{}]*\}/g, '*');
}
