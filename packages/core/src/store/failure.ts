import { DossierError } from '../errors/index.ts';

/** Why a file could not be read, as an error with what to do. */
export function readFailure(path: string, cause: unknown): DossierError {
  if (cause instanceof DossierError) return cause;
  const code = codeOf(cause);
  if (code === 'ENOENT' || code === 'ENOTDIR') return new DossierError('input-not-found', `${path} does not exist`, { cause });
  if (code === 'EISDIR') return new DossierError('input-unreadable', `${path} is a folder, not a file`, { cause, hint: 'Give the file in it.' });
  return new DossierError('input-unreadable', `${path} could not be read (${String(code)})`, { cause });
}

/** The system's name for what went wrong, such as `ENOENT`. */
export function codeOf(cause: unknown): string | undefined {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
}
