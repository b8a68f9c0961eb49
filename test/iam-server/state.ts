import type { Caller, Served } from './account/served.ts';
import type { IamServerOptions, ReportState } from './options.ts';

export interface Job {
  arn: string;
  accessKeyId: string;
  polls: number;
}

/** What a server remembers between calls. */
export interface State {
  options: IamServerOptions;
  accounts: ReadonlyMap<string, Served>;
  /** By the access key that was given out for it. */
  sessions: Map<string, { served: Served; caller: Caller }>;
  /** By account: how far the credential report is. */
  reports: Map<string, { state: ReportState | 'making'; polls: number }>;
  jobs: Map<string, Job>;
  now: () => string;
  nextId: () => number;
}

export function openState(options: IamServerOptions, accounts: ReadonlyMap<string, Served>): State {
  let ids = 0;
  return {
    options,
    accounts,
    sessions: new Map(),
    reports: new Map(),
    jobs: new Map(),
    now: () => options.now ?? new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
    nextId: () => (ids += 1),
  };
}
