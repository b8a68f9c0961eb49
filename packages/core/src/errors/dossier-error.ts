import { errorCodes, type ErrorCode } from './codes.ts';

/** One thing wrong with an input. `path` is a JSON pointer or a member path inside the file. */
export interface Problem {
  file?: string;
  path?: string;
  line?: number;
  column?: number;
  message: string;
}

interface Details {
  problems?: Problem[];
  hint?: string;
  cause?: unknown;
}

/** A failure the product knows: shown as message, problems and hint, never as a stack. */
export class DossierError extends Error {
  readonly code: ErrorCode;
  readonly hint: string;
  readonly problems: readonly Problem[];

  constructor(code: ErrorCode, message: string, details: Details = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'DossierError';
    this.code = code;
    this.hint = details.hint ?? errorCodes[code];
    this.problems = details.problems ?? [];
  }
}

export function isDossierError(value: unknown): value is DossierError {
  return value instanceof DossierError;
}
