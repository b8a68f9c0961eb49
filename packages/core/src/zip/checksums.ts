const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_SIZE = 22;
const ENTRY_SIZE = 46;
/** A value of this size stands elsewhere, in the larger form of the format. */
const ELSEWHERE = 0xffffffff;

/**
 * CRC-32 of each file as the directory at the end of a zip says it, in its order; `null` where there is no directory of the
 * plain form. See APPNOTE.TXT 4.3.12 and 4.3.16.
 */
export function readChecksums(bytes: Uint8Array): number[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === undefined) return null;
  const checksums: number[] = [];
  let at = view.getUint32(end + 16, true);
  if (at === ELSEWHERE) return null;
  while (at + ENTRY_SIZE <= end && view.getUint32(at, true) === ENTRY) {
    checksums.push(view.getUint32(at + 16, true));
    at += ENTRY_SIZE + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return checksums;
}

/** The end record, sought backwards: a comment may follow it. */
function endOf(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - END_SIZE - 0xffff);
  for (let at = view.byteLength - END_SIZE; at >= first; at -= 1) if (view.getUint32(at, true) === END) return at;
  return undefined;
}
