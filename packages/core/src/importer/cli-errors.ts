import { partCalls, partNames, type PartName } from '../snapshot/parts.ts';
import type { Members } from './decode/members.ts';
import type { Draft } from './draft.ts';
import { ONLY } from './one.ts';

/** Terminals and PowerShell break the line anywhere between words. */
const CLI_ERROR =
  /An\s+error\s+occurred\s+\(([\x21-\x27\x2a-\x7e]{1,100})\)\s+when\s+calling\s+the\s+([A-Za-z0-9]+)\s+operation(?:\s+\([^)]*\))?\s*:?[ \t]*([^\r\n]*)/g;

/** The first line of what the export script keeps of a call that failed: the call, and the parts that it was made for. */
const EXPORT_HEADER = /^iam-dossier asked for ([a-z-]+:[A-Za-z0-9]+) \(([A-Za-z ]+)\)(?: of (\S+))?; the AWS CLI ended with (\S+)/m;

/** What the CLI, a shell or its settings say when no call was made at all. */
const OTHER_TROUBLE = new RegExp(
  `^\\s*(?:aws(?:\\.exe)?\\s*:\\s*)?(?:\\[ERROR\\]:\\s*)?(?:${[
    'an error occurred \\(',
    'unable to (?:locate|parse|load)',
    'error (?:when retrieving|loading|parsing)',
    'could not connect',
    '(?:connect|read) timeout',
    'connection was closed',
    'ssl validation failed',
    'partial credentials',
    'the config profile',
    'usage: aws',
    'usage:\\s*$',
    'unknown options',
    'argument [a-z-]+: invalid choice',
    'invalid choice',
    'error: ',
    '(?:ba|da|z|k|)sh: .*aws',
    'error: command not found',
    "'aws' is not recognized",
    "the term 'aws(?:\\.exe)?' is not recognized",
    'you must specify a region',
    'the sso session',
    'traceback \\(most recent call last\\)',
    '.*token has expired',
    '.*command not found',
  ].join('|')})`,
  'im',
);

/** Warnings and notes that the CLI and its libraries write beside an answer. */
const REMARK = /^(?:Note: AWS CLI|aws: \[(?:WARNING|WARN|INFO)\]|\S*(?:Warning|warnings?)\S*:|\S+\.py:\d+: )/im;

/** Whether a text begins like what the CLI says when a call fails, or beside an answer. */
export function looksLikeCliErrors(text: string): boolean {
  return text.search(CLI_ERROR) >= 0 || OTHER_TROUBLE.test(text) || EXPORT_HEADER.test(text) || REMARK.test(text);
}

/** Reads the error text that a failed CLI call leaves in the file meant for its answer. */
export function readCliErrors(text: string, draft: Draft): boolean {
  const header = EXPORT_HEADER.exec(text);
  const errors = [...text.matchAll(CLI_ERROR)];
  const asked = header?.[2]?.split(' ').filter((name): name is PartName => partNames.some((part) => part === name));
  for (const [, code = '', operation = '', message = ''] of errors) readError({ code, operation, message }, asked ?? partsOf(operation), draft);
  if (errors.length > 0) return true;
  if (header) {
    const operation = header[1]?.split(':')[1] ?? '';
    readError({ code: 'NoAnswer', operation, message: `the AWS CLI ended with ${header[4]}` }, asked ?? [], draft);
    return true;
  }
  if (OTHER_TROUBLE.test(text)) tellTrouble(`the AWS CLI did not answer: ${JSON.stringify(troubleLine(text))}`, draft);
  else if (REMARK.test(text)) draft.note('ignored', 'remark', 'it holds a remark of the AWS CLI beside the answer');
  else return false;
  return true;
}

/** `--cli-error-format json` leaves out which call was made. */
export function readCliErrorValue({ Code: code, Message: message }: Members, draft: Draft): boolean {
  if (typeof code !== 'string' || typeof message !== 'string') return false;
  const why = `it is the error ${JSON.stringify(code.slice(0, 100))} without the call that it answers`;
  tellTrouble(`${why}; run the call again with --cli-error-format legacy`, draft);
  return true;
}

function tellTrouble(message: string, draft: Draft): void {
  draft.note('refused', 'cli-error', message);
}

/** The line that says it: the usage that older versions print stands before it. */
function troubleLine(text: string): string {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const told = lines.find((line) => OTHER_TROUBLE.test(line) && !/^\s*usage:/i.test(line)) ?? lines[0] ?? '';
  return told.trim().slice(0, 200);
}

function partsOf(operation: string): PartName[] {
  return partNames.filter((name) => partCalls[name].some((call) => call.endsWith(`:${operation}`)));
}

interface CliError {
  code: string;
  operation: string;
  message: string;
}

function readError(error: CliError, parts: readonly PartName[], draft: Draft): void {
  if (parts.length === 0) draft.note('ignored', 'unused-error', `${error.operation} answered ${error.code}; no part of a snapshot comes from it`);
  else for (const part of parts) refuse(part, error, draft);
}

function refuse(part: PartName, { code, operation, message }: CliError, draft: Draft): void {
  // Only this code of only this call says that AWS's default policy is in force.
  if (part === 'passwordPolicy' && code === 'NoSuchEntity' && operation === 'GetAccountPasswordPolicy') {
    draft.open(part);
    draft.add(part, ONLY, { kind: 'default' });
    return;
  }
  const status = /AccessDenied|Unauthorized|NotAuthorized|Forbidden/i.test(code) ? 'denied' : 'failed';
  const entry = draft.parts[part];
  if (!entry.sources.includes(draft.source)) entry.sources.push(draft.source);
  entry.refusal ??= { status, code, message: `${operation} answered ${code}` };
  draft.note('warning', 'call-refused', `${operation} answered ${code}${message === '' ? '' : ': its data is missing'}`);
}
