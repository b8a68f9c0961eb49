// Control characters, the controls of text direction, what has no width, and halves of characters.
const STEERING =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Surrogate}]/gu;
const LONGEST = 600;

/** Text of a file, a name or an account as it may stand in a terminal: nothing in it can move, colour, hide or turn other text. */
export function safe(text: string): string {
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST)}… (${text.length - LONGEST} more characters)` : text;
  return short.replace(STEERING, escaped);
}

/** JSON text with the same characters escaped: JSON of the same content, safe to look at. */
export function safeJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(STEERING, (char) => (char === '\n' ? char : escaped(char)));
}

function escaped(char: string): string {
  return [...Array(char.length).keys()].map((index) => `\\u${char.charCodeAt(index).toString(16).padStart(4, '0')}`).join('');
}
