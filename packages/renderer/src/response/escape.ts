const special = /[\\`*_[\]<>|~&#]/g;
const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
/** They turn the direction of the text after them, or hide in it. */
const invisible = /[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Text from data in one line: nothing steers a terminal, nothing hides. */
export function inOneLine(text: string): string {
  return text.replace(controls, ' ').replace(invisible, '').replace(/\s+/g, ' ').trim();
}

/** Text from data in one line of Markdown: nothing in it is markup. */
export function escapeMarkdown(text: string): string {
  return inOneLine(text).replace(special, '\\$&');
}
