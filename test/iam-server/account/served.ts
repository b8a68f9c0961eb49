import { importSources } from '@iam-dossier/core/importer';
import type { Snapshot } from '@iam-dossier/core/snapshot';
import { filesOf } from '../../fixtures/account.ts';
import type { AccountSource } from '../options.ts';

/** An account that is served, and who asks when no role was assumed. */
export interface Served {
  id: string;
  partition: string;
  snapshot: Snapshot;
  /** The caller whose keys no one gave out here. */
  caller: Caller;
}

export interface Caller {
  arn: string;
  userId: string;
}

export function serve(source: AccountSource): Served {
  const snapshot = 'format' in source ? source : importSources(filesOf(source));
  const { id, partition } = snapshot.account;
  const { arn = `arn:${partition}:iam::${id}:user/auditor`, userId = 'AIDAEXAMPLE' } = snapshot.callerIdentity ?? {};
  return { id, partition, snapshot, caller: { arn, userId } };
}
