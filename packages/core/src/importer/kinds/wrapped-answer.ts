import { isMembers, type Members } from '../decode/members.ts';
import { isList } from './kind.ts';

const ANSWER_FORMAT = 'iam-dossier.answer';

/** The answer that a wrapper holds, and the call that was made. */
export interface Wrapped {
  answer: Members;
  call?: string;
  list?: string;
}

/**
 * The answer inside the wrapper that the export script puts around it: `{ format, call, list?, asked?, answer }`.
 * `asked` is what the call was asked for and its answer does not say; of an answer to a filter only `list` counts.
 */
export function unwrapAnswer(value: Members): Wrapped {
  const { answer, asked, list, call } = value;
  if (value['format'] !== ANSWER_FORMAT || !isMembers(answer)) return { answer: value };
  const told = isMembers(asked) ? withAsked(answer, asked) : answer;
  const made = typeof call === 'string' ? { call } : {};
  return typeof list === 'string' ? { answer: onlyList(told, list), list, ...made } : { answer: told, ...made };
}

/** What AWS says is never replaced. Entries that should name their user, and do not, are of the user asked for. */
export function withAsked(answer: Members, asked: Members): Members {
  const { UserName: user, ...members } = asked;
  if (typeof user !== 'string') return { ...members, ...answer };
  const filled = Object.entries(answer).map(([name, value]): [string, unknown] => [
    name,
    isList(value) ? value.map((entry) => (isMembers(entry) ? { UserName: user, ...entry } : entry)) : value,
  ]);
  return { ...members, UserName: user, ...Object.fromEntries(filled) };
}

function onlyList(answer: Members, list: string): Members {
  return Object.fromEntries(Object.entries(answer).filter(([name, value]) => name === list || !isList(value)));
}
