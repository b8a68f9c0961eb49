import type { DossierError } from '@iam-dossier/core/errors';

/** 0: clean. 1: findings or drafts. 2: the job could not be done. */
export type ExitCode = 0 | 1 | 2;

/** What a command hands back: the same content for people and for machines. */
export interface Result {
  exitCode: ExitCode;
  /** For `--json`. */
  json: Readonly<Record<string, unknown>>;
  /** For people, on stdout. */
  lines?: readonly string[];
  /** For people, on stderr: what is to be known beside the result. */
  notes?: readonly string[];
  /** Why only part of the job was done. */
  error?: DossierError;
}
