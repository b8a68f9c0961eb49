import { grouped } from './format.ts';
import { partWords } from './parts.ts';

/** What is said of any claim that cannot be checked. */
export const claimEngineWords = {
  'no-account': 'There is no snapshot of the account that it speaks of ({account}).',
  'facts-missing': 'Not in the data of account {account}: {parts#part}.',
  'facts-denied': 'AWS refused to answer when account {account} was read: {parts#part}.',
  'list-partial': 'Not all of account {account} was seen. Not whole: {parts#part}.',
  'claim-threw': 'It met data it could not handle ({error}).',
  ...grouped('part', partWords),
} as const;
