import { DossierError } from '@iam-dossier/core/errors';

/** A command used in a way it does not know. */
export function usageError(command: string, message: string): DossierError {
  return new DossierError('usage', message, { hint: `iam-dossier ${command} --help shows what it takes.` });
}
