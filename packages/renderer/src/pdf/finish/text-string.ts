const loneSurrogates = /\p{Cs}/gu;
// What XML 1.0 has no way to write, not even as a reference.
// oxlint-disable-next-line no-control-regex
const notXml = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A PDF text string in hexadecimal UTF-16, which no character of the text can end early. */
export function pdfText(text: string): string {
  const units = Buffer.from(text.replace(loneSurrogates, '\ufffd'), 'utf16le').swap16();
  return `<FEFF${units.toString('hex').toUpperCase()}>`;
}

export function xmlText(text: string): string {
  return text
    .replace(loneSurrogates, '\ufffd')
    .replace(notXml, '\ufffd')
    .replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
