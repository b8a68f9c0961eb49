import { fail, notApplicable, notEvaluated, pass, quoted, type Verdict } from '../engine/verdict.ts';
import type { PrincipalFact } from '../facts/principals.ts';

/** Classes of risky actions that a rule each asks for. */
type ExposureClass = Exclude<keyof PrincipalFact['analysis']['exposures'], 'negatedActions' | 'unknown'>;

/** Whether a principal may do what is in a class on every resource. */
export function judgeExposure(
  { policies: granted, analysis, at }: PrincipalFact,
  name: ExposureClass,
): Verdict<'exposed' | 'unknown' | 'no-policies'> {
  // Whoever may do everything is told as an administrator, once.
  if (analysis.administrator.state === 'yes') return notApplicable;
  const { [name]: found, unknown } = analysis.exposures;
  const { policies, actions, services, quotes } = found;
  if (actions > 0) return fail('exposed', { policies, actions, services }, { evidence: [at], quotes: quoted(quotes) });
  if (granted === null) return notEvaluated('missing', 'no-policies');
  return unknown.length > 0 ? notEvaluated('unresolved', 'unknown', { policies: unknown }, { evidence: [at] }) : pass;
}
