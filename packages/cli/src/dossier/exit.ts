import type { Assessment } from '@iam-dossier/core/assessment';
import { failOnText, findingsAtOrAbove } from '../output/fail-on.ts';
import type { ExitCode } from '../output/result.ts';
import { hasDraft } from './result.ts';
import type { Written } from './write.ts';

export interface ExitFlags {
  'fail-on'?: string;
  'allow-draft'?: boolean;
}

/**
 * The exit code of documents that were made, and why it is not 0. `--allow-draft` says that the account is known not to
 * be ready: then findings count only where `--fail-on` is given as well.
 */
export function exitOf(written: Written, assessment: Assessment, flags: ExitFlags): { exitCode: ExitCode; reasons: string[] } {
  if (written.error) return { exitCode: 2, reasons: [] };
  const allowed = flags['allow-draft'] === true;
  const threshold = flags['fail-on'] ?? (allowed ? 'none' : 'high');
  const failing = findingsAtOrAbove(assessment, threshold);
  const reasons = [
    ...(hasDraft(written) && !allowed ? ['Exit code 1: documents for AWS are marked DRAFT (--allow-draft makes it 0)'] : []),
    ...(failing.length > 0 ? [failOnText(failing, threshold)] : []),
  ];
  return { exitCode: reasons.length > 0 ? 1 : 0, reasons };
}
