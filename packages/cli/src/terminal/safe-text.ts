import { escapeSteering } from '@iam-dossier/core/json';

const LONGEST = 600;

/** Text of a file, a name or an account as it may stand in a terminal: nothing in it can move, colour, hide or turn other text. */
export function safe(text: string): string {
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST)}… (${text.length - LONGEST} more characters)` : text;
  return escapeSteering(short);
}

/** JSON text with the same characters escaped: JSON of the same content, safe to look at. */
export function safeJson(value: unknown): string {
  return escapeSteering(JSON.stringify(value, null, 2), '\n');
}
