import { readCliErrorValue } from './cli-errors.ts';
import { isMembers, type Members } from './decode/members.ts';
import type { Draft } from './draft.ts';
import { deeperThan } from './json-values.ts';
import { kindOf, kindOfCall } from './kinds/index.ts';
import { describeUnused } from './kinds/not-used.ts';
import { unwrapAnswer, withAsked, type Wrapped } from './kinds/wrapped-answer.ts';

/** Levels of nesting that are read; an answer of IAM has about fifteen. */
const MAX_LEVELS = 100;

/** Reads one JSON value of a file into the draft, whatever call it answers. */
export function readValue(value: unknown, draft: Draft, asked?: Members): void {
  if (deeperThan(MAX_LEVELS, value)) {
    draft.note('refused', 'too-deep', `it nests more than ${MAX_LEVELS} levels deep; no answer of AWS does`);
    return;
  }
  if (!isMembers(value)) {
    draft.note('refused', 'bare-list', 'it is a bare list; save the whole answer of the call, without --query');
    return;
  }
  const { answer, call, list }: Wrapped = asked ? { answer: withAsked(value, asked) } : unwrapAnswer(value);
  // An empty list does not tell whose call it answers; whoever made the call knows.
  const kind = (call === undefined ? undefined : kindOfCall(call, answer, list ?? onlyListOf(answer))) ?? kindOf(answer);
  if (kind) kind.read(answer, draft);
  else if (!readCliErrorValue(answer, draft)) tellUnread(answer, draft);
}

function onlyListOf(answer: Members): string | undefined {
  const lists = Object.keys(answer).filter((name) => Array.isArray(answer[name]));
  return lists.length === 1 ? lists[0] : undefined;
}

function tellUnread(value: Members, draft: Draft): void {
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
  if (unused === undefined) draft.note('ignored', 'foreign', 'no known call of AWS answers like this');
  else draft.note('ignored', 'not-used', `it is ${unused.what}; ${unused.instead}`);
}

/** A user, group, role or policy on its own: every answer of AWS wraps it. */
function isBareEntry(value: Members): boolean {
  return typeof value['Arn'] === 'string' && ['UserName', 'GroupName', 'RoleName', 'PolicyName'].some((name) => typeof value[name] === 'string');
}
