import { loneSurrogates } from '../../xml-text.ts';

/** A PDF text string in hexadecimal UTF-16, which no character of the text can end early. */
export function pdfText(text: string): string {
  const units = Buffer.from(text.replace(loneSurrogates, '\ufffd'), 'utf16le').swap16();
  return `<FEFF${units.toString('hex').toUpperCase()}>`;
}
