import { importSources } from '@iam-dossier/core/importer';
import { partNames, type Part, type PartName, type Snapshot } from '@iam-dossier/core/snapshot';
import { filesOf, type RawAccount } from '../../fixtures/account.ts';
import { credentialsOf } from './everything-credentials.ts';
import { organizationOf } from './everything-organization.ts';

/** The account with something in every part a snapshot may hold. */
export function everythingOf(account: RawAccount): Snapshot {
  const snapshot = importSources(filesOf(account));
  const filled: Snapshot = { ...snapshot, ...credentialsOf(snapshot), ...organizationOf(snapshot) };
  const parts = Object.fromEntries(partNames.map((name) => [name, { ...filled.parts[name], ...statusOf(snapshot, name) }])) as Snapshot['parts'];
  return { ...filled, parts };
}

function statusOf(snapshot: Snapshot, name: PartName): Partial<Part> {
  return snapshot.parts[name].status === 'missing' ? { status: 'complete', reason: undefined } : {};
}
