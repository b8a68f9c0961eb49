import { basename } from 'node:path';
import { DossierError } from '@iam-dossier/core/errors';
import { attachedContents, type AttachedContents, type FileToAttach } from '@iam-dossier/renderer';
import { VALUE_END } from '../flags/read.ts';
import { usageError } from '../flags/usage.ts';
import { readBytes } from '../inputs/file-bytes.ts';
import { counted } from '../terminal/counted.ts';
import { safe } from '../terminal/safe-text.ts';
import type { Plan } from './plan.ts';

export interface AttachFlags {
  attach?: string;
}

/** Files to put inside the readiness PDF. */
export interface OpenedAttachments {
  paths: string[];
  files: FileToAttach[];
}

/** With the document they go into, they have to stay below what a PDF may have. */
const mostBytes = 3_000_000;

/** @throws DossierError `usage`, `input-not-found`, `input-unreadable`, `input-too-large` */
export async function openAttachments(command: string, { attach }: AttachFlags, { audiences, formats }: Plan): Promise<OpenedAttachments> {
  const paths = (attach ?? '').split(VALUE_END).filter((path) => path !== '');
  if (paths.length === 0) return { paths, files: [] };
  if (!audiences.has('internal'))
    throw usageError(command, '--attach is for the readiness report, which --audience submission leaves out: nothing is attached for AWS');
  if (!formats.has('pdf')) throw usageError(command, '--attach puts files inside a PDF, and --format makes none');
  const files = await Promise.all(paths.map(async (path) => ({ name: basename(path), data: await readBytes(path) })));
  const bytes = files.reduce((sum, { data }) => sum + data.length, 0);
  if (bytes > mostBytes) {
    const hint = 'Attach less, or hand the files on beside the PDF.';
    throw new DossierError('input-too-large', `The files to attach have ${bytes} bytes together; ${mostBytes} are the most allowed.`, { hint });
  }
  return { paths, files };
}

/** Says what whoever gets the PDF gets with it. */
export function attachmentLines({ files }: OpenedAttachments): string[] {
  if (files.length === 0) return [];
  return ['Attached to the readiness PDF; whoever gets it, gets these:', ...files.map((file) => `  ${contentsLine(attachedContents(file))}`)];
}

function contentsLine({ name, bytes, identifiers }: AttachedContents): string {
  const size = `${safe(name)} (${counted(bytes, 'byte')})`;
  if (identifiers === null) return `${size}: no text, not looked into`;
  const { accountIds, accessKeyIds, emailAddresses, arns } = identifiers;
  const found = [
    ...(accountIds > 0 ? [counted(accountIds, 'account id')] : []),
    ...(accessKeyIds > 0 ? [counted(accessKeyIds, 'access key id')] : []),
    ...(emailAddresses > 0 ? [counted(emailAddresses, 'e-mail address', 'e-mail addresses')] : []),
    ...(arns > 0 ? [counted(arns, 'ARN')] : []),
  ];
  return `${size}: ${found.length === 0 ? 'no identifiers found' : found.join(', ')}`;
}
