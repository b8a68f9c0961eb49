import type { ClaimMessage } from './definition.ts';

/** Messages that several types of claim share. */
export const absent: ClaimMessage = { outcome: 'contradicted', text: 'The claim names {name}; account {accounts} has nobody of that name.' };
export const unseen: ClaimMessage = { outcome: 'notCheckable', text: 'The claim names {name}, who was not seen; not all of account {accounts} was.' };
export const ambiguous: ClaimMessage = { outcome: 'notCheckable', text: 'The claim names {name}, and several bear that name: give the ARN.' };

type Naming = 'absent' | 'unseen' | 'ambiguous';

interface Names {
  absent: readonly string[];
  ambiguous: readonly string[];
}

/** What the names in a claim come to when they fit nobody, or several. Nobody is surely absent from a list that was cut. */
export function namingReasons({ absent: gone, ambiguous: several }: Names, accounts: string, whole: boolean) {
  const reason = (message: Naming) => (name: string) => ({ message, data: { name, accounts } });
  return {
    against: whole ? gone.map(reason('absent')) : [],
    unclear: [...(whole ? [] : gone.map(reason('unseen'))), ...several.map(reason('ambiguous'))],
  };
}

/** Ids of accounts for a sentence. */
export function idsOf(accounts: readonly { id: string }[]): string {
  return accounts.map(({ id }) => id).join(', ');
}
