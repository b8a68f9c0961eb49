import type { Finding } from '@iam-dossier/core/assessment';
import type { Engagement } from '@iam-dossier/core/engagement';
import type { Partner } from '@iam-dossier/core/partner';
import type { Snapshot } from '@iam-dossier/core/snapshot';
import type { Data } from '../words/format.ts';

/** A verdict that is not a pass, with all of its data. */
export type ExpectedFinding = Pick<Finding, 'outcome' | 'reason'> & { message: string; data: Data };
export type Expected = 'pass' | 'notApplicable' | ExpectedFinding;

/** One account, and the verdict on every subject of the rule's population, by the subject's name. */
export interface RuleCase {
  name: string;
  snapshot: Snapshot;
  engagement?: Engagement;
  partner?: Partner;
  asOf?: string;
  expected: Record<string, Expected>;
  /** Sources of the snapshot say different things on purpose: losing one may then change a verdict for the better. */
  sourcesDisagree?: true;
}

export const fails = (message: string, data: Data = {}): ExpectedFinding => ({ outcome: 'fail', message, data });
export const asks = (message: string, data: Data = {}): ExpectedFinding => ({ outcome: 'manual', message, data });
export const unproven = (reason: NonNullable<Finding['reason']>, message: string, data: Data = {}): ExpectedFinding => ({
  outcome: 'notEvaluated',
  reason,
  message,
  data,
});
/** What the engine says when a part the rule needs is not there, or when a list is not whole. */
export const missing = (...parts: string[]) => unproven('missing', 'facts-missing', { parts });
export const denied = (...parts: string[]) => unproven('denied', 'facts-denied', { parts });
export const partial = (...parts: string[]) => unproven('partial', 'list-partial', { parts });
