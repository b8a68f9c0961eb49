import { kindOf } from './kinds/index.ts';
import { describeUnused } from './kinds/not-used.ts';
import { isMembers, type Members } from './decode/members.ts';
import { looksLikeReport, readCredentialReport } from './credential-report/index.ts';
import { readCliErrors } from './cli-errors.ts';
import type { Draft } from './draft.ts';
import { deeperThan, readJsonValues } from './json-values.ts';
import { describeSource, type ImportSource } from './source.ts';
import { decodeBase64Text, decodeText } from './text.ts';
import { isZip } from './is-zip.ts';

/** Reads one file into the draft, knowing it by its content alone. Its name is only said, never believed. */
export function readSource(source: ImportSource, draft: Draft): void {
  draft.source = describeSource(source);
  if (source.unread !== undefined) {
    draft.note('ignored', 'not-read', source.unread);
    return;
  }
  if (isZip(source.bytes)) {
    draft.note('refused', 'nested-zip', 'it is a zip inside a zip; unpack it and hand in what it holds');
    return;
  }
  if (source.bytes[0] === 0x1f && source.bytes[1] === 0x8b) {
    draft.note('refused', 'compressed', 'it is compressed with gzip; unpack it and hand in what it holds');
    return;
  }
  const text = decodeText(source.bytes);
  if (text === null) draft.note('ignored', 'not-text', 'it is not text in UTF-8');
  else if (text.trim() === '') draft.note('refused', 'empty', 'the file is empty: the call that should have filled it left nothing');
  else readText(text, draft);
}

function readText(text: string, draft: Draft): void {
  const start = text.trimStart()[0];
  const quoted = start === '"' ? quotedText(text) : null;
  if (quoted !== null) readOther(quoted, draft);
  else if (start === '{' || start === '[') readJson(text, draft);
  else if (looksLikeReport(text)) readCredentialReport(text, null, draft);
  else if (!readCliErrors(text, draft)) readOther(text, draft);
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
  else if (/^\s*[-+|]{3,}/.test(text) && text.includes('|')) refuseOutput('table', draft);
  else if (/^[A-Z]{4,}\t/.test(text)) refuseOutput('text', draft);
  else if (/^[A-Z][A-Za-z]+:(\s|$)/.test(text)) refuseOutput('yaml', draft);
  else draft.note('ignored', 'foreign', 'it is not output of the AWS CLI');
}

function refuseOutput(output: string, draft: Draft): void {
  draft.note('refused', 'other-output', `it looks like --output ${output}; run the call again with --output json`);
}

function readJson(text: string, draft: Draft): void {
  const { values, broken, cut } = readJsonValues(text);
  if (broken !== undefined) draft.note('refused', cut ? 'truncated' : 'broken-json', cut ? `the file is cut: ${broken}` : broken);
  for (const value of values) readValue(value, draft);
}

/** Levels of nesting that are read; an answer of IAM has about fifteen. */
const MAX_LEVELS = 100;

function readValue(value: unknown, draft: Draft): void {
  if (deeperThan(MAX_LEVELS, value)) {
    draft.note('refused', 'too-deep', `it nests more than ${MAX_LEVELS} levels deep; no answer of AWS does`);
    return;
  }
  if (!isMembers(value)) {
    draft.note('refused', 'bare-list', 'it is a bare list; save the whole answer of the call, without --query');
    return;
  }
  const kind = kindOf(value);
  if (kind) {
    kind.read(value, draft);
    return;
  }
  const format = value['format'];
  if (typeof format === 'string' && format.startsWith('iam-dossier.')) {
    draft.note('ignored', 'own-format', `it is ${JSON.stringify(format)}, not output of the AWS CLI`);
    return;
  }
  if (isBareEntry(value)) {
    draft.note('refused', 'bare-list', 'it is an entry of a list without the list; save the whole answer of the call, without --query or jq');
    return;
  }
  const unused = describeUnused(value);
  draft.note(
    'ignored',
    unused === undefined ? 'foreign' : 'not-used',
    unused === undefined ? 'no known call of AWS answers like this' : `it is ${unused}, which this version does not need`,
  );
}

/** A user, group, role or policy on its own: every answer of AWS wraps it. */
function isBareEntry(value: Members): boolean {
  return typeof value['Arn'] === 'string' && ['UserName', 'GroupName', 'RoleName', 'PolicyName'].some((name) => typeof value[name] === 'string');
}
