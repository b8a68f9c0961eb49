const block = 512;

/** A regular file of a tar archive. */
export interface TarFile {
  name: string;
  data: Buffer;
}

/** Reads the regular files of a plain tar archive whose digest is known to be good. */
export function readTar(archive: Buffer): TarFile[] {
  const files: TarFile[] = [];
  let at = 0;
  while (at + block <= archive.length && archive[at] !== 0) {
    const bytes = Number.parseInt(textOf(archive, at + 124, 12), 8);
    const data = archive.subarray(at + block, at + block + bytes);
    if (textOf(archive, at + 156, 1) === '0') files.push({ name: textOf(archive, at, 100), data });
    at += block + Math.ceil(bytes / block) * block;
  }
  return files;
}

function textOf(archive: Buffer, start: number, length: number): string {
  return (
    archive
      .toString('latin1', start, start + length)
      .split('\0', 1)[0]
      ?.trim() ?? ''
  );
}
