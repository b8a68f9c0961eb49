import { basename, join } from 'node:path';
import { DossierError, isDossierError } from '@iam-dossier/core/errors';
import { renderResponse, type RenderInput } from '@iam-dossier/renderer';
import { usageError } from '../flags/usage.ts';
import { readCount } from '../flags/values.ts';
import { readBytes } from '../inputs/file-bytes.ts';
import type { PlannedFile, Plan } from './plan.ts';
import type { Written } from './write.ts';

export interface WorkbookFlags {
  workbook?: string;
  reference: string;
  sheet?: string;
  force?: boolean;
}

/** The self-assessment workbook to fill, read before any work is done. */
export interface OpenedWorkbook {
  path: string;
  bytes: Uint8Array;
  reference: number;
  sheet?: string;
  force: boolean;
}

/** A copy with the answer in it, and a line that says where; or why there is none. */
export interface PlannedWorkbook {
  files: PlannedFile[];
  lines: string[];
  json: Record<string, unknown>;
  error?: DossierError;
}

const REQUIREMENT = 'ACCT-002';
/** More than any workbook has columns for. */
const MOST_REFERENCES = 99;

/** @throws DossierError `usage`, `input-not-found`, `input-unreadable` */
export async function openWorkbookFile(command: string, flags: WorkbookFlags, { audiences }: Plan): Promise<OpenedWorkbook | undefined> {
  const { workbook: path, sheet, force = false } = flags;
  const reference = readCount(command, 'reference', flags.reference, MOST_REFERENCES);
  if (path === undefined) return undefined;
  if (!audiences.has('submission')) throw usageError(command, '--workbook is for AWS, and --audience internal makes nothing for AWS');
  const bytes = await readBytes(path);
  return { path, bytes, reference, force, ...(sheet === undefined ? {} : { sheet }) };
}

/** @throws DossierError of the workbook, with its file named */
export async function planWorkbook(opened: OpenedWorkbook | undefined, input: RenderInput, { folder }: Plan): Promise<PlannedWorkbook> {
  if (opened === undefined) return { files: [], lines: [], json: {} };
  const unsupported = input.assessment.criteria.filter(({ outcome }) => outcome !== 'pass').map(({ id }) => id);
  const { plain, ready } = renderResponse(input);
  if (unsupported.length > 0 || !ready) return { files: [], lines: [], json: { workbook: null }, error: unsupportedError(opened, unsupported) };
  const { path, bytes, ...wanted } = opened;
  const { fillWorkbook } = await import('@iam-dossier/renderer/workbook');
  try {
    const filled = fillWorkbook(bytes, { ...wanted, requirement: REQUIREMENT, answer: plain.trimEnd() });
    const file: PlannedFile = { path: join(folder, basename(path)), audience: 'submission', draft: false, content: { bytes: filled.bytes } };
    const where = `${filled.cell} of sheet ${JSON.stringify(filled.sheet)}, customer reference ${opened.reference}`;
    const json = { workbook: { path: file.path, sheet: filled.sheet, cell: filled.cell, reference: opened.reference, replaced: filled.replaced } };
    return {
      files: [file],
      json,
      lines: [`Answer written into ${where}${filled.replaced ? ', in place of the one there' : ''}. Set "Met?" yourself.`],
    };
  } catch (error) {
    if (!isDossierError(error)) throw error;
    throw new DossierError(error.code, `${path}: ${error.message}`, { cause: error, hint: error.hint });
  }
}

/** A workbook that was not filled is told like a PDF that was not made; what went wrong first is told first. */
export function withError(written: Written, error: DossierError | undefined): Written {
  return written.error !== undefined || error === undefined ? written : { ...written, error };
}

function unsupportedError({ path }: OpenedWorkbook, criteria: readonly string[]): DossierError {
  const why = criteria.length === 0 ? 'the dossier is not ready' : `${criteria.join(', ')} ${criteria.length === 1 ? 'is' : 'are'} not supported`;
  return new DossierError('workbook-unsupported', `${path} was not filled: ${why}`);
}
