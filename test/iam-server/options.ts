import type { Snapshot } from '@iam-dossier/core/snapshot';
import type { RawAccount } from '../fixtures/account.ts';

/**
 * What the answer becomes instead of what it would be. `timeout`: none comes. `truncatedBody`: half of it, then the connection ends.
 * `repeatMarker`: the page says that more follows, behind the marker it was asked with. `emptyPage`: no entries, and a new marker.
 */
export type FaultKind =
  | 'throttle'
  | 'error'
  | 'html500'
  | 'timeout'
  | 'reset'
  | 'denied'
  | 'expiredToken'
  | 'repeatMarker'
  | 'emptyPage'
  | 'truncatedBody'
  | 'garbage';

/** Calls of an operation that go wrong: `times` of them (all, when absent), once `after` of them have gone well (0). */
export interface Fault {
  /** `ListUsers`, or `iam:ListUsers` where two services have the name, or `*`: every call of any operation, counted together. */
  operation: string;
  kind: FaultKind;
  times?: number;
  after?: number;
  /** For `error`: AWS's code and the HTTP status; ServiceFailure and 500 when absent. */
  code?: string;
  status?: number;
  message?: string;
}

/** One call as it came in; `params` as the SDK sent them. */
export interface Call {
  service: string;
  operation: string;
  params: Record<string, unknown>;
  /** HTTP status of the answer; 0 when none was given. */
  status: number;
  /** Milliseconds since the server started. */
  at: number;
  requestId: string;
}

/** `absent`: made when asked for. `slow`: in progress for a few polls. `stuck`: in progress for ever. `expired`: an old one, until it is made anew. */
export type ReportState = 'ready' | 'absent' | 'expired' | 'slow' | 'stuck';

export type AccountSource = Snapshot | RawAccount;

export interface IamServerOptions {
  snapshot: AccountSource;
  /** Accounts that a role of theirs leads to. */
  others?: readonly AccountSource[];
  /** Most entries of a page, however many are asked for. */
  pageSize?: number;
  /** Milliseconds until the answer. */
  latency?: (call: { service: string; operation: string; params: Record<string, unknown> }) => number;
  faults?: readonly Fault[];
  /** What an older back end does not know: operations (`ListOrganizationsFeatures`) and parameters (`ListUsers.MaxItems`). */
  unsupported?: readonly string[];
  report?: ReportState;
  /** `slow`: in progress for a few polls. `failed`: each job fails. */
  jobs?: 'ready' | 'slow' | 'failed';
  /** Time of the `Date` header; the clock's when absent. */
  now?: string;
  /** Answers carry no `Date` header. */
  dateless?: boolean;
  /** Roles that can be assumed, with what they ask for. Absent: any role of the accounts, without conditions. */
  assumable?: Readonly<Record<string, { externalId?: string; mfaCode?: string }>>;
  /** Answer as a careless emulator does. */
  emulator?: boolean;
}

export interface IamServer {
  url: string;
  calls: Call[];
  /** Calls that would have changed the account. Each was refused. */
  writes: Call[];
  /** Forgets calls, faults, jobs and reports made. */
  reset: () => void;
  addFault: (fault: Fault) => void;
  close: () => Promise<void>;
}
