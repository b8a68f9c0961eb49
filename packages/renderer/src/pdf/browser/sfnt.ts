import { inflateSync } from 'node:zlib';

const woffHeader = 44;
const woffEntry = 20;
const sfntHeader = 12;
const sfntEntry = 16;

/** Writes a WOFF 1 font as the plain TrueType file that font configuration can read. */
export function sfntOf(woff: Buffer): Buffer {
  const entries = Array.from({ length: woff.readUInt16BE(12) }, (_, index) =>
    woff.subarray(woffHeader + index * woffEntry, woffHeader + (index + 1) * woffEntry),
  );
  const tables = entries.map((entry) => tableOf(woff, entry));
  return Buffer.concat([headerOf(woff, entries.length), directoryOf(entries, tables), ...tables]);
}

function tableOf(woff: Buffer, entry: Buffer): Buffer {
  const start = entry.readUInt32BE(4);
  const packed = woff.subarray(start, start + entry.readUInt32BE(8));
  const data = packed.length < entry.readUInt32BE(12) ? inflateSync(packed) : packed;
  return Buffer.concat([data], Math.ceil(data.length / 4) * 4);
}

function headerOf(woff: Buffer, count: number): Buffer {
  const power = Math.floor(Math.log2(count));
  const header = Buffer.alloc(sfntHeader);
  woff.copy(header, 0, 4, 8);
  [count, 16 * 2 ** power, power, 16 * (count - 2 ** power)].forEach((value, index) => {
    header.writeUInt16BE(value, 4 + index * 2);
  });
  return header;
}

function directoryOf(entries: readonly Buffer[], tables: readonly Buffer[]): Buffer {
  const directory = Buffer.alloc(entries.length * sfntEntry);
  let offset = sfntHeader + directory.length;
  entries.forEach((entry, index) => {
    const at = index * sfntEntry;
    entry.copy(directory, at, 0, 4);
    entry.copy(directory, at + 4, 16, 20);
    directory.writeUInt32BE(offset, at + 8);
    directory.writeUInt32BE(entry.readUInt32BE(12), at + 12);
    offset += tables[index]?.length ?? 0;
  });
  return directory;
}
