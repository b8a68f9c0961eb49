import { readContract, type Contract } from '../contract/index.ts';
import { withYoungerParts } from './parts.ts';
import { SNAPSHOT_FORMAT, SNAPSHOT_VERSION, snapshotSchema, type Snapshot } from './snapshot.ts';

export const snapshotContract: Contract<Snapshot> = {
  format: SNAPSHOT_FORMAT,
  formatVersion: SNAPSHOT_VERSION,
  schema: snapshotSchema,
  amend: (members) => ({ ...members, parts: withYoungerParts(members['parts']), ...contactsOf(members) }),
};

/** Contacts were kept once as AWS answers them, with names, addresses and numbers of people. */
function contactsOf({ contactInformation: primary, alternateContacts: alternates }: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  if (isRecord(primary) && !Object.hasOwn(primary, 'companyName')) {
    const { CompanyName: companyName } = primary;
    found['contactInformation'] = typeof companyName === 'string' ? { companyName } : {};
  }
  if (Array.isArray(alternates)) found['alternateContacts'] = alternates.map(contactOf);
  return found;
}

function contactOf(contact: unknown): unknown {
  const type = isRecord(contact) ? contact['AlternateContactType'] : undefined;
  return typeof type === 'string' ? { alternateContactType: type } : contact;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** @throws DossierError when the value is not a snapshot this version can read */
export function readSnapshot(value: unknown, file?: string): Snapshot {
  return readContract(snapshotContract, value, file === undefined ? {} : { file });
}
