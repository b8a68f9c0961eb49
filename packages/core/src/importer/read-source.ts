import { looksLikeReport, readCredentialReport } from './credential-report/index.ts';
import { looksLikeCliErrors, readCliErrors } from './cli-errors.ts';
import type { Draft } from './draft.ts';
import type { Members } from './decode/members.ts';
import { holdsSecretKey } from '../text/index.ts';
import { isGzip } from './archive.ts';
import { isZip } from './is-zip.ts';
import { readJsonValues } from './json-values.ts';
import { readValue } from './read-value.ts';
import { describeSource, type ImportSource } from './source.ts';
import { isTar } from './tar.ts';
import { decodeBase64Text, decodeText } from './text.ts';

/**
 * Reads one file into the draft, knowing it by its content alone. Its name is only said, never believed. `asked` is what the
 * call was asked for, where that is known and the answer does not say it.
 */
export function readSource(source: ImportSource, draft: Draft, asked?: Members): void {
  draft.source = describeSource(source);
  if (source.unread !== undefined) {
    draft.note('ignored', 'not-read', source.unread);
    return;
  }
  if (isZip(source.bytes) || isTar(source.bytes)) {
    draft.note('refused', 'nested-zip', 'it is an archive inside an archive; unpack it and hand in what it holds');
    return;
  }
  if (isGzip(source.bytes)) {
    draft.note('refused', 'compressed', 'it is compressed with gzip; unpack it and hand in what it holds');
    return;
  }
  const text = decodeText(source.bytes);
  if (text === null) refuseBytes(source.bytes, draft);
  else if (text.trim() === '') draft.note('refused', 'empty', 'the file is empty: the call that should have filled it left nothing');
  else readText(text, draft, asked);
}

/** A console of Windows writes the letters of its own code page, which nothing in the file names. */
function refuseBytes(bytes: Uint8Array, draft: Draft): void {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200)).trimStart();
  if (bytes.subarray(0, 8000).includes(0) || !/^[{["<A-Za-z]/.test(start)) draft.note('ignored', 'not-text', 'it is not text in UTF-8');
  else draft.note('refused', 'other-encoding', 'its text is not UTF-8; run the call again in CloudShell, or with PYTHONUTF8=1 set');
}

function readText(text: string, draft: Draft, asked: Members | undefined): void {
  const start = text.trimStart()[0];
  const quoted = start === '"' ? quotedText(text) : null;
  if (holdsSecretKey(text)) {
    const message = 'it holds a secret key, of which nothing was kept; have that key deleted, for it is known to whoever has the file';
    draft.note('warning', 'secret-key', message);
  }
  if (quoted !== null) readOther(quoted, draft);
  else if (start === '{' || start === '[') readJson(text, draft, asked);
  else if (looksLikeReport(text)) readCredentialReport(text, null, draft);
  else if (!looksLikeCliErrors(text)) readOther(text, draft);
  else if (!/^[ \t]*\{/m.test(text) || !readJson(text, draft, asked)) readCliErrors(text, draft);
}

/** What `--query Content` leaves without `--output text`: one JSON string. */
function quotedText(text: string): string | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : null;
  } catch {
    return null;
  }
}

function readOther(text: string, draft: Draft): void {
  const inner = decodeBase64Text(text);
  if (inner !== null && looksLikeReport(inner)) readCredentialReport(inner, null, draft);
  else if (looksLikeReport(text)) readCredentialReport(text, null, draft);
  else {
    const output = outputs.find(([, isIt]) => isIt(text))?.[0];
    if (output === undefined) draft.note('ignored', 'foreign', 'it is not output of the AWS CLI');
    else draft.note('refused', 'other-output', `it looks like --output ${output}; run the call again with --output json`);
  }
}

const outputs: readonly (readonly [name: string, isIt: (text: string) => boolean])[] = [
  ['table', (text) => /^\s*[-+|]{3,}/.test(text) && text.includes('|')],
  ['text', (text) => /^[A-Z]{4,}\t/m.test(text) || /^[^\t\n]*\tarn:aws/m.test(text) || /^arn:aws\S*(\t|\s*$)/.test(text)],
  ['yaml', (text) => /^(- )?[A-Z][A-Za-z]+:(\s|$)/.test(text)],
];

/** Whether there was JSON to read. What stands between the values is what calls said that failed. */
function readJson(text: string, draft: Draft, asked: Members | undefined): boolean {
  const { values, other = [], broken, cut } = readJsonValues(text);
  if (broken !== undefined) draft.note('refused', cut ? 'truncated' : 'broken-json', cut ? `the file is cut: ${broken}` : broken);
  for (const value of values) readValue(value, draft, asked);
  if (other.length === 0 || readCliErrors(other.join('\n'), draft)) return true;
  const lines = other.length === 1 ? '1 line is no JSON and was' : `${other.length} lines are no JSON and were`;
  draft.note('warning', 'other-lines', `${lines} passed over; if a call failed there, its answer is missing`);
  return true;
}
