/** Halves of pairs, which no text can be written with. */
export const loneSurrogates = /\p{Cs}/gu;
// What XML 1.0 has no way to write, not even as a reference.
// oxlint-disable-next-line no-control-regex
const notXml = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text in XML, in an element or an attribute. What XML cannot hold is told by U+FFFD. */
export function xmlText(text: string): string {
  return text
    .replace(loneSurrogates, '\ufffd')
    .replace(notXml, '\ufffd')
    .replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
