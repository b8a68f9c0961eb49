import { DossierError } from '@iam-dossier/core/errors';
import { readChecksums } from '@iam-dossier/core/zip';
import { unzipSync, zipSync, type UnzipFileInfo } from 'fflate';
import { crc32 } from 'node:zlib';

/** The files inside a workbook, in their order. */
export type Members = Readonly<Record<string, Uint8Array>>;

const MOST_BYTES = 20_000_000;
const MOST_UNPACKED = 200_000_000;
/** How OLE files begin: older workbooks, and those with a password. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0];

/** @throws DossierError `workbook-invalid`, `input-too-large` */
export function openWorkbook(bytes: Uint8Array): Members {
  if (bytes.byteLength > MOST_BYTES) throw new DossierError('input-too-large', `the workbook is larger than ${MOST_BYTES} bytes`);
  if (OLE.every((byte, index) => bytes[index] === byte))
    throw invalid('it has a password, or the form of before 2007: save it as .xlsx, without a password');
  const members = unpack(bytes);
  if (!Object.hasOwn(members, '[Content_Types].xml')) throw invalid('it is no .xlsx workbook');
  return members;
}

/** The same bytes for the same files: a zip of their own order, without the time. */
export function packWorkbook(members: Members): Uint8Array {
  return zipSync(members, { mtime: new Date(1980, 0, 1), level: 6 });
}

export function invalid(why: string, cause?: unknown): DossierError {
  return new DossierError('workbook-invalid', `the workbook cannot be read: ${why}`, cause === undefined ? {} : { cause });
}

function unpack(bytes: Uint8Array): Members {
  const listed = readChecksums(bytes);
  const names: string[] = [];
  let total = 0;
  const filter = ({ name, originalSize, size }: UnzipFileInfo) => {
    names.push(name);
    total += Math.max(size, originalSize);
    if (total > MOST_UNPACKED) throw new DossierError('input-too-large', `the workbook holds more than ${MOST_UNPACKED} bytes`);
    return true;
  };
  let members: Members;
  try {
    members = unzipSync(bytes, { filter });
  } catch (cause) {
    if (cause instanceof DossierError) throw cause;
    throw invalid('it is no .xlsx workbook, or it is cut', cause);
  }
  // What is damaged must not be packed anew as if it were whole.
  const damaged = names.find((name, index) => listed === null || crc32(members[name] ?? new Uint8Array()) !== listed[index]);
  if (damaged !== undefined || Object.keys(members).length !== names.length) throw invalid('it is damaged');
  return members;
}
