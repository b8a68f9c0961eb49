import type { PartName } from '@iam-dossier/core/snapshot';
import type { AccountContext } from './context.ts';
import { accountSubject } from './account-subject.ts';
import { gapsOf, hasPart, known, unknown, type Known } from './known.ts';

/** One list against its counter in the account summary; `null` where there is no such number in the data. */
export interface CountedList {
  /** The counter, in AWS's words. */
  counter: string;
  counted: number | null;
  here: number | null;
}

export interface ListCompletenessFact {
  subject: number;
  lists: readonly CountedList[];
}

/** Lists that the summary counts. What it counts as Policies is not documented, so that number is left out. */
const countedLists = [
  { counter: 'Users', list: 'users', parts: ['userDetails', 'users'] },
  { counter: 'Groups', list: 'groups', parts: ['groupDetails'] },
  { counter: 'Roles', list: 'roles', parts: ['roleDetails', 'roles'] },
] as const satisfies readonly { counter: string; list: 'users' | 'groups' | 'roles'; parts: readonly PartName[] }[];

export function listCompletenessFact(context: AccountContext): Known<ListCompletenessFact> {
  const { snapshot } = context;
  if (!hasPart(snapshot, 'accountSummary')) return unknown(gapsOf(snapshot, 'accountSummary'));
  const lists = countedLists.map(({ counter, list, parts }) => ({
    counter,
    counted: snapshot.accountSummary?.[counter] ?? null,
    here: parts.some((part) => hasPart(snapshot, part)) ? snapshot[list].length : null,
  }));
  return known({ subject: accountSubject(context), lists });
}
