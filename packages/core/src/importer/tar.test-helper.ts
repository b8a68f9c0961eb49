/** A tar archive of these files, as `tar` writes it. */
export function tarOf(files: Record<string, string>, type = '0'): Uint8Array {
  const blocks = Object.entries(files).flatMap(([name, text]) => [headerOf(name, Buffer.byteLength(text), type), padded(text)]);
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

export function headerOf(name: string, size: number, type: string): Buffer {
  const header = Buffer.alloc(512);
  header.write(name, 0, 100);
  header.write('0000600\0', 100);
  header.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  header.write('00000000000\0', 136);
  header.write('        ', 148);
  header.write(type, 156);
  header.write('ustar\u000000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

export function padded(text: string): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([bytes, Buffer.alloc((512 - (bytes.byteLength % 512)) % 512)]);
}
