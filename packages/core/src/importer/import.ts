import { compareText } from '../json/order.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { assemble } from './assemble/index.ts';
import { askedInFolders } from './cloudmapper.ts';
import { Draft } from './draft.ts';
import { readSource } from './read-source.ts';
import type { ImportOptions, ImportSource } from './source.ts';

/**
 * One snapshot from files of one account. Order does not matter; what could not be read stands in `notes`.
 * @throws DossierError `input-empty`, `accounts-mixed`, `input-invalid`, `usage`
 */
export function importSources(sources: readonly ImportSource[], options: ImportOptions = {}): Snapshot {
  const draft = new Draft();
  const asked = askedInFolders(sources);
  for (const source of [...sources].sort(byNameAndBytes)) readSource(source, draft, asked.get(source.name));
  return assemble(draft, options);
}

/** Folders handed in side by side can hold files of one name: their bytes decide which is the first. */
function byNameAndBytes(a: ImportSource, b: ImportSource): number {
  return compareText(a.name, b.name) || Buffer.compare(a.bytes, b.bytes);
}
