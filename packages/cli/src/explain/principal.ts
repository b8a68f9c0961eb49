import type { Snapshot } from '@iam-dossier/core/snapshot';
import { findPrincipal } from '@iam-dossier/evaluator';
import { nearest } from '../flags/suggest.ts';
import { usageError } from '../flags/usage.ts';

/** @throws DossierError `usage`, with the name that was likely meant */
export function checkPrincipal(snapshot: Snapshot, text: string): void {
  const found = findPrincipal(snapshot, text);
  if (found.state !== 'absent') return;
  const near = nearest(text, found.names);
  throw usageError(
    'explain',
    `--principal: there is no user and no role ${JSON.stringify(text)}.${near === undefined ? '' : ` Did you mean ${near}?`}`,
  );
}
