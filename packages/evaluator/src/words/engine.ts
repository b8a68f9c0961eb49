import { grouped } from './format.ts';
import { partWords } from './parts.ts';

/** What the engine says for any rule. */
export const engineWords = {
  'facts-missing': 'Not in the data: {parts#part}.',
  'facts-denied': 'AWS refused to answer when the account was read: {parts#part}.',
  'list-partial': 'What was seen was judged, but not all was seen. Not whole: {parts#part}.',
  'rule-threw': 'The rule met data it could not handle ({error}).',
  ...grouped('part', partWords),
} as const;
