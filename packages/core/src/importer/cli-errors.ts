import { partCalls, partNames, type PartName } from '../snapshot/parts.ts';
import type { Draft } from './draft.ts';
import { ONLY } from './one.ts';

/** Terminals and PowerShell break the line anywhere between words. */
const CLI_ERROR =
  /An\s+error\s+occurred\s+\(([A-Za-z0-9.]+)\)\s+when\s+calling\s+the\s+([A-Za-z0-9]+)\s+operation(?:\s+\([^)]*\))?:?[ \t]*([^\r\n]*)/g;

/** What the CLI, a shell or its settings say when no call was made at all. */
const OTHER_TROUBLE =
  /^\s*(unable to locate credentials|error when retrieving|could not connect|partial credentials|the config profile|usage: aws|aws: (error|command not found)|you must specify a region|.*token has expired)/i;

/** Reads the error text that a failed CLI call leaves in the file meant for its answer. */
export function readCliErrors(text: string, draft: Draft): boolean {
  const errors = [...text.matchAll(CLI_ERROR)];
  for (const [, code = '', operation = '', message = ''] of errors) readError(code, operation, message, draft);
  if (errors.length > 0) return true;
  if (!OTHER_TROUBLE.test(text)) return false;
  draft.note('refused', 'cli-error', `the AWS CLI did not answer: ${JSON.stringify(text.trim().split(/\r?\n/, 1)[0]?.slice(0, 200))}`);
  return true;
}

function readError(code: string, operation: string, message: string, draft: Draft): void {
  const parts = partNames.filter((name) => partCalls[name].some((call) => call.endsWith(`:${operation}`)));
  if (parts.length === 0) {
    draft.note('ignored', 'unused-error', `${operation} answered ${code}; no part of a snapshot comes from it`);
    return;
  }
  for (const part of parts) refuse(part, code, operation, message, draft);
}

function refuse(part: PartName, code: string, operation: string, message: string, draft: Draft): void {
  // Only this code of only this call says that AWS's default policy is in force.
  if (part === 'passwordPolicy' && code === 'NoSuchEntity') {
    draft.open(part);
    draft.add(part, ONLY, { kind: 'default' });
    return;
  }
  const status = /AccessDenied|Unauthorized|NotAuthorized|Forbidden/i.test(code) ? 'denied' : 'failed';
  const entry = draft.parts[part];
  entry.sources.push(draft.source);
  entry.refusal ??= { status, code, message: `${operation} answered ${code}` };
  draft.note('warning', 'call-refused', `${operation} answered ${code}${message === '' ? '' : ': its data is missing'}`);
}
