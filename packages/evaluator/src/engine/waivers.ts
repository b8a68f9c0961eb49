import { findingsOf, type Finding, type RuleResult, type Subject, type WaiverResult } from '@iam-dossier/core/assessment';
import type { Engagement } from '@iam-dossier/core/engagement';
import { fitsPattern } from '../facts/arn-pattern.ts';

type Waiver = NonNullable<Engagement['waivers']>[number];

/** The waiver that covers a failure on the day of issue. It marks the failure; it never lifts it. */
export function waiverOf(rule: string, arn: string, engagement: Engagement | undefined, issuedAt: string): Finding['waiver'] {
  const found = engagement?.waivers?.find(
    (waiver) => waiver.rule === rule && timeOf(waiver, issuedAt) === 'inForce' && fitsPattern(waiver.subject, arn),
  );
  if (!found) return undefined;
  const { reason, approver, date, expires } = found;
  return { reason, approver, date, expires };
}

/** Whether a declaration holds on a day: from the day it is made to the end of the day it names. */
export function timeOf({ date, expires }: { date: string; expires?: string | undefined }, day: string): 'inForce' | 'expired' | 'future' {
  if (expires !== undefined && expires < day) return 'expired';
  return date > day ? 'future' : 'inForce';
}

interface Judged {
  engagement: Engagement | undefined;
  results: ReadonlyMap<string, RuleResult>;
  subjects: readonly Subject[];
  issuedAt: string;
}

/** Every waiver of the engagement with what it covers, in its order: none is dropped for covering nothing. */
export function waiverResults({ engagement, results, subjects, issuedAt }: Judged): WaiverResult[] {
  return (engagement?.waivers ?? []).map((waiver) => {
    const failures = failuresOf(waiver, results.get(waiver.rule), subjects);
    const time = timeOf(waiver, issuedAt);
    const state = !results.has(waiver.rule) ? 'unknownRule' : time !== 'inForce' ? time : failures === 0 ? 'unmatched' : 'inForce';
    return { ...waiver, state, failures: state === 'inForce' ? failures : 0 };
  });
}

function failuresOf({ subject: pattern }: Waiver, result: RuleResult | undefined, subjects: readonly Subject[]): number {
  const failures = result ? findingsOf(result).filter(({ outcome }) => outcome === 'fail') : [];
  return failures.filter(({ subject }) => fitsPattern(pattern, subjects[subject]?.arn ?? '')).length;
}
