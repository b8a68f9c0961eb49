import { accessKeyIds, accountIds, emailAddresses } from './patterns.ts';

/** How many different identifiers of each kind a text holds. */
export interface Identifiers {
  accountIds: number;
  accessKeyIds: number;
  emailAddresses: number;
  arns: number;
}

const arns = /\barn:aws[\w-]*:[^\s"'<>\\]+/g;

export function identifiersIn(text: string): Identifiers {
  return {
    accountIds: distinct(text, accountIds),
    accessKeyIds: distinct(text, accessKeyIds),
    emailAddresses: distinct(text, emailAddresses),
    arns: distinct(text, arns),
  };
}

function distinct(text: string, pattern: RegExp): number {
  return new Set(Array.from(text.matchAll(pattern), ([found]) => found)).size;
}
