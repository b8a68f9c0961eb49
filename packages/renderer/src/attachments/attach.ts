import { DossierError } from '@iam-dossier/core/errors';
import { holdsSecret } from '@iam-dossier/core/text';
import type { Attachment, RenderedDocument } from '../document.ts';
import { identifiersIn, type Identifiers } from '../mask/index.ts';

/** A file to put inside a PDF. */
export interface FileToAttach {
  /** Its name without folders. */
  name: string;
  data: Uint8Array;
}

/** What a reader of the PDF gets with a file. */
export interface AttachedContents {
  name: string;
  bytes: number;
  /** `null` for a file that is no text, so that nobody looked into it. */
  identifiers: Identifiers | null;
}

const mediaTypes: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  html: 'text/html',
  json: 'application/json',
  md: 'text/markdown',
  pdf: 'application/pdf',
  png: 'image/png',
  txt: 'text/plain',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  yaml: 'application/yaml',
  yml: 'application/yaml',
  zip: 'application/zip',
};

/**
 * The document with files inside its PDF. Only for documents that stay with the partner: what AWS gets holds no data beyond its scope.
 * @throws DossierError `input-invalid` for a document for AWS, a name that is taken, or a file with a secret in it
 */
export function attachFiles(document: RenderedDocument, files: readonly FileToAttach[]): RenderedDocument {
  if (files.length === 0) return document;
  if (document.audience !== 'internal') throw refusal(`${document.name} goes to AWS, and nothing is attached to what goes to AWS`);
  const taken = new Set((document.attachments ?? []).map(({ name }) => name));
  const added = files.map((file): Attachment => {
    if (taken.has(file.name)) throw refusal(`${document.name} already holds a file named ${JSON.stringify(file.name)}`);
    taken.add(file.name);
    if (holdsSecret(textOf(file) ?? '')) throw refusal(`${JSON.stringify(file.name)} holds a key, password or token, and secrets are never attached`);
    return { name: file.name, mediaType: mediaTypeOf(file.name), description: file.name, relationship: 'Supplement', data: file.data };
  });
  return { ...document, attachments: [...(document.attachments ?? []), ...added] };
}

/** What is in a file, to be told before it is handed on. */
export function attachedContents(file: FileToAttach): AttachedContents {
  const text = textOf(file);
  return { name: file.name, bytes: file.data.length, identifiers: text === undefined ? null : identifiersIn(text) };
}

function mediaTypeOf(name: string): string {
  return mediaTypes[/\.([a-z\d]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''] ?? 'application/octet-stream';
}

function textOf({ data }: FileToAttach): string | undefined {
  if (data.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(data);
  } catch {
    return undefined;
  }
}

function refusal(message: string): DossierError {
  return new DossierError('input-invalid', message, { hint: 'Name other files with --attach.' });
}
