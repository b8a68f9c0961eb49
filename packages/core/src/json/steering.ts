// Control characters, the controls of text direction, what has no width, and halves of characters.
const STEERING =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Surrogate}]/gu;

/** Whatever in a text could move, colour, hide or turn other text, written as JSON escapes it: `\u202e`. `keep` stays as it is. */
export function escapeSteering(text: string, keep = ''): string {
  return text.replace(STEERING, (char) => (keep.includes(char) ? char : escaped(char)));
}

function escaped(char: string): string {
  return [...Array(char.length).keys()].map((index) => `\\u${char.charCodeAt(index).toString(16).padStart(4, '0')}`).join('');
}
