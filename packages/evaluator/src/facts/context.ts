import type { Subject } from '@iam-dossier/core/assessment';
import type { Engagement } from '@iam-dossier/core/engagement';
import type { Snapshot } from '@iam-dossier/core/snapshot';

/** A subject with its place in the assessment's list. */
export interface IndexedSubject extends Subject {
  index: number;
}

/** One account of the run, with everything its facts are made from. */
export interface AccountContext {
  snapshot: Snapshot;
  /** Place among the run's snapshots. */
  position: number;
  engagement: Engagement | undefined;
  /** UTC time ages are counted to. */
  asOf: string | null;
  /** This account's subjects. */
  subjects: readonly IndexedSubject[];
  /** Account ids the run knows, by whose they are. */
  accountParties: ReadonlyMap<string, Subject['party']>;
}
