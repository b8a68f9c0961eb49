import { DossierError, errorCodes, isDossierError, type Problem } from '@iam-dossier/core/errors';
import { counted } from './counted.ts';
import type { Paint } from './paint.ts';
import { hanging } from './width.ts';

const MOST_PROBLEMS = 20;

/** An error for people: what is wrong, where, and what to do. No stack unless it is a defect and `verbose` asks. */
export function errorLines(thrown: unknown, paint: Paint, { verbose, columns }: { verbose: boolean; columns: number }): string[] {
  const error = known(thrown);
  const shown = error.problems.slice(0, verbose ? undefined : MOST_PROBLEMS);
  const rest = error.problems.length - shown.length;
  return [
    ...hanging(`${paint.red('error:')} `, paint.plain(oneLine(error.message)), columns),
    ...shown.map((problem) => `  ${paint.plain(oneLine(problemText(problem)))}`),
    ...(rest > 0 ? [`  … and ${counted(rest, 'more problem', 'more problems')}; --verbose lists all`] : []),
    ...hanging('       ', paint.plain(error.hint), columns),
    ...(verbose && error.code === 'internal' ? stackLines(error.cause, paint) : []),
  ];
}

/** An error for machines. */
export function errorJson(thrown: unknown): Record<string, unknown> {
  const { code, message, problems, hint } = known(thrown);
  return { code, message, problems, hint };
}

/** What the product does not know is a defect of it. */
export function known(thrown: unknown): DossierError {
  if (isDossierError(thrown)) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new DossierError('internal', `something unexpected happened: ${message}`, { cause: thrown, hint: errorCodes.internal });
}

/** `file:line:column  path  message`, of what is known. */
export function problemText({ file, line, column, path, message }: Problem): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  return [place, path, message].filter((part) => part !== undefined && part !== '').join('  ');
}

/** Programs we call answer in several lines. */
function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ');
}

function stackLines(cause: unknown, paint: Paint): string[] {
  const stack = cause instanceof Error ? (cause.stack ?? '') : '';
  return stack.split('\n').map((line) => `  ${paint.dim(line)}`);
}
