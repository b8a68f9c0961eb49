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

/** What no document may ever hold, in the forms in which AWS hands it out and programs keep it. */
const secrets = [
  /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/,
  /\bSecretAccessKey["']?\s*[:=]\s*["']?[\w/+=]{40}/,
  /\baws_secret_access_key["']?\s*[:=]\s*["']?[\w/+=]{40}/i,
  /\b(?:aws_session_token|SessionToken)["']?\s*[:=]\s*["']?[\w/+=]{40}/i,
];

export function holdsSecret(text: string): boolean {
  return secrets.some((secret) => secret.test(text));
}
