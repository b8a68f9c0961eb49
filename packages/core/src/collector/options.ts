import type { Snapshot } from '../snapshot/snapshot.ts';
import type { Scope } from './calls/index.ts';

/** Whose permissions are used. Without any member: the standard chain of AWS (environment, profile, SSO, web identity, container, instance). */
export interface CollectCredentials {
  profile?: string;
  /** A role to take on with what the chain gives, as a partner does in a customer's account. */
  roleArn?: string;
  externalId?: string;
  sessionName?: string;
  mfaSerial?: string;
  /** Asked when the role or the profile demands MFA. */
  mfaCode?: (serial: string) => Promise<string>;
}

/** How long is waited, in milliseconds, and how often is tried. Each has a default that suits AWS. */
export interface CollectLimits {
  /** Until a connection stands. */
  connect?: number;
  /** Until an answer is there whole. */
  answer?: number;
  /** Attempts at one call. */
  attempts?: number;
  /** The first pause before another attempt; it doubles from there. */
  pause?: number;
  /** Between two looks at work that AWS does: the credential report, a job. */
  poll?: number;
  /** Until such work must be done. */
  work?: number;
}

export interface CollectOptions extends Scope {
  credentials?: CollectCredentials;
  /** Default: the chain's, else us-east-1. */
  region?: string;
  /** Address of an emulator. AWS_ENDPOINT_URL and its like work too. */
  endpoint?: string;
  /** ARNs of users and roles to ask about one by one at depth `account`; gets the snapshot of the account-level calls. */
  principals?: (snapshot: Snapshot) => readonly string[] | Promise<readonly string[]>;
  /** Another account is refused before anything else is read. */
  expectedAccount?: string;
  /** Calls at a time about single principals; default 8. The few about the account go side by side unless this is given. */
  concurrency?: number;
  /** Path of the file that keeps complete answers until the snapshot is there. */
  journal?: string;
  /** Go on from that file. */
  resume?: boolean;
  limits?: CollectLimits;
  onEvent?: (event: CollectEvent) => void;
  signal?: AbortSignal;
}

/** What happens while an account is read. `of` is what a call was made for: an ARN, a name, an id. */
export type CollectEvent =
  /** `planned`: the least number of calls. */
  | { kind: 'start'; account: string; arn: string; planned: number }
  | { kind: 'answer'; call: string; of?: string; entries: number; requestId: string; done: number }
  | { kind: 'retry'; call: string; of?: string; code: string; attempt: number; requestId?: string }
  | { kind: 'refused'; call: string; of?: string; code: string; status: 'denied' | 'failed'; requestId?: string }
  | { kind: 'waiting'; call: string; of?: string; what: string };

export interface Collected {
  snapshot: Snapshot;
  /** How often each call was made, attempts that failed included, by name. */
  calls: { call: string; count: number }[];
  /** All requests that were sent. */
  attempts: number;
  /** The snapshot lacks what was not yet asked for; `resume` goes on from the journal. */
  interrupted?: 'credentialsExpired' | 'unreachable';
  /** Drops the journal: to be called once the snapshot is written safely. */
  discardJournal: () => Promise<void>;
}
