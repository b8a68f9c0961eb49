import type { AccountContext } from './context.ts';

/** Place of the account itself among the subjects. */
export function accountSubject({ subjects }: AccountContext): number {
  return subjects.find((subject) => subject.type === 'account')?.index ?? 0;
}

/** Place of the account's root user among the subjects. */
export function rootSubject({ subjects }: AccountContext): number {
  return subjects.find((subject) => subject.type === 'rootUser')?.index ?? 0;
}
