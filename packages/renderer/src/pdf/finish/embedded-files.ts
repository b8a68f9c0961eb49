import { createHash } from 'node:crypto';
import { Buffer } from 'node:buffer';
import type { Attachment } from '../../document.ts';
import { compressedBody, type FileWriter } from './file-writer.ts';
import { pdfDate } from './metadata.ts';
import { pdfText } from './text-string.ts';

/**
 * Puts files inside the PDF, each with its relationship to the document, as PDF/A-3 asks.
 * @returns entries of the catalog; none without files
 */
export function embedFiles(writer: FileWriter, files: readonly Attachment[], date: string): string {
  if (files.length === 0) return '';
  const named = files.map((file) => ({ name: pdfText(file.name), id: embedFile(writer, file, date) }));
  // A name tree is searched, so its names stand in the order of their bytes.
  named.sort((a, b) => (a.name < b.name ? -1 : 1));
  const names = named.map(({ name, id }) => `${name} ${id} 0 R`).join(' ');
  const all = named.map(({ id }) => `${id} 0 R`).join(' ');
  return `/AF [${all}]\n/Names <</EmbeddedFiles <</Names [${names}]>>>>`;
}

function embedFile(writer: FileWriter, file: Attachment, date: string): number {
  const data = Buffer.from(file.data);
  const [streamId, fileId] = [writer.newId(), writer.newId()];
  const checksum = createHash('md5').update(data).digest('hex').toUpperCase();
  const params = `/Params <</Size ${data.length}/ModDate ${pdfDate(date)}/CheckSum <${checksum}>>>`;
  writer.addStreamBody(streamId, compressedBody(`/Type/EmbeddedFile/Subtype/${nameOf(file.mediaType)}${params}`, data));
  const name = pdfText(file.name);
  const entries = `/F ${name}/UF ${name}/Desc ${pdfText(file.description)}/AFRelationship/${file.relationship}`;
  writer.addSmall([{ id: fileId, body: `<</Type/Filespec${entries}/EF <</F ${streamId} 0 R/UF ${streamId} 0 R>>>>` }]);
  return fileId;
}

/** A PDF name: what could end it early is written as digits. */
function nameOf(text: string): string {
  return Array.from(Buffer.from(text, 'utf8'), (byte) => {
    const letter = String.fromCharCode(byte);
    return /[\w.+-]/.test(letter) ? letter : `#${byte.toString(16).padStart(2, '0').toUpperCase()}`;
  }).join('');
}
