/** Lists the code points that a font's `cmap` table gives a real glyph (formats 4 and 12; glyph 0 is "missing"). */
export function readCmap(cmap: Buffer): Set<number> {
  const found = new Set<number>();
  for (const offset of subtableOffsets(cmap)) {
    const format = cmap.readUInt16BE(offset);
    if (format === 4) addSegments(cmap.subarray(offset), found);
    if (format === 12) addGroups(cmap.subarray(offset), found);
  }
  return found;
}

function subtableOffsets(cmap: Buffer): number[] {
  return Array.from({ length: cmap.readUInt16BE(2) }, (_, index) => cmap.readUInt32BE(4 + index * 8 + 4));
}

function addGroups(table: Buffer, found: Set<number>): void {
  for (let group = 0; group < table.readUInt32BE(12); group++) {
    const at = 16 + group * 12;
    const first = table.readUInt32BE(at);
    const glyph = table.readUInt32BE(at + 8);
    for (let code = first; code <= table.readUInt32BE(at + 4); code++) {
      if (glyph + code - first !== 0) found.add(code);
    }
  }
}

function addSegments(table: Buffer, found: Set<number>): void {
  const doubled = table.readUInt16BE(6);
  for (let segment = 0; segment < doubled; segment += 2) {
    const last = table.readUInt16BE(14 + segment);
    for (let code = table.readUInt16BE(16 + doubled + segment); code <= last; code++) {
      if (code !== 0xffff && glyphOf(table, doubled, segment, code) !== 0) found.add(code);
    }
  }
}

function glyphOf(table: Buffer, doubled: number, segment: number, code: number): number {
  const delta = table.readUInt16BE(16 + 2 * doubled + segment);
  const offsetAt = 16 + 3 * doubled + segment;
  const offset = table.readUInt16BE(offsetAt);
  if (offset === 0) return (code + delta) & 0xffff;
  const first = table.readUInt16BE(16 + doubled + segment);
  const glyph = table.readUInt16BE(offsetAt + offset + 2 * (code - first));
  return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
}
