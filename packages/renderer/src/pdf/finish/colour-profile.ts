import { Buffer } from 'node:buffer';

/** What the browser's colours mean, for the output intent that PDF/A asks for. */
export const colourSpace = 'sRGB IEC61966-2.1';

const s15Fixed16 = (value: number) => Math.round(value * 65_536);

/** The sRGB primaries and white point, adapted to D50 as profiles hold them, with the curve of IEC 61966-2-1. */
const white = [0.9642, 1, 0.8249];
const red = [0.436_07, 0.222_49, 0.013_92];
const green = [0.385_15, 0.716_87, 0.097_08];
const blue = [0.143_07, 0.060_61, 0.7141];
const adaptation = [1.047_88, 0.022_92, -0.0502, 0.029_59, 0.990_48, -0.017_06, -0.009_23, 0.015_08, 0.751_68];
const curve = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.040_45];

const headerBytes = 128;
const entryBytes = 12;

/** A small sRGB display profile, version 4.2 of ISO 15076-1: no date and no device in it, so always the same bytes. */
export function colourProfile(): Buffer {
  const transfer = element('para', words([3 << 16]), fixed(curve));
  const tags: [name: string, data: Buffer][] = [
    ['desc', unicode(colourSpace)],
    ['cprt', unicode('No copyright, use freely')],
    ['wtpt', element('XYZ ', fixed(white))],
    ['chad', element('sf32', fixed(adaptation))],
    ['rXYZ', element('XYZ ', fixed(red))],
    ['gXYZ', element('XYZ ', fixed(green))],
    ['bXYZ', element('XYZ ', fixed(blue))],
    ['rTRC', transfer],
    ['gTRC', transfer],
    ['bTRC', transfer],
  ];
  const table = [words([tags.length])];
  const data: Buffer[] = [];
  const places = new Map<Buffer, number>();
  let end = headerBytes + 4 + tags.length * entryBytes;
  for (const [name, bytes] of tags) {
    const at = places.get(bytes) ?? end;
    table.push(Buffer.from(name, 'latin1'), words([at, bytes.length]));
    if (places.has(bytes)) continue;
    places.set(bytes, at);
    data.push(bytes);
    end += bytes.length;
  }
  return Buffer.concat([header(end), ...table, ...data]);
}

function header(size: number): Buffer {
  const bytes = Buffer.alloc(headerBytes);
  bytes.writeUInt32BE(size, 0);
  bytes.writeUInt32BE(0x04_20_00_00, 8);
  bytes.write('mntrRGB XYZ ', 12, 'latin1');
  // A profile must bear a date; this one means nothing.
  [2000, 1, 1].forEach((part, index) => bytes.writeUInt16BE(part, 24 + index * 2));
  bytes.write('acsp', 36, 'latin1');
  fixed(white).copy(bytes, 68);
  return bytes;
}

/** Every element begins with its type and is filled up to four bytes. */
function element(type: string, ...parts: Buffer[]): Buffer {
  const bytes = Buffer.concat([Buffer.from(type, 'latin1'), words([0]), ...parts]);
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
}

function unicode(text: string): Buffer {
  const units = Buffer.from(text, 'utf16le').swap16();
  return element('mluc', words([1, 12]), Buffer.from('enUS', 'latin1'), words([units.length, 28]), units);
}

function fixed(values: readonly number[]): Buffer {
  return words(values.map(s15Fixed16));
}

function words(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, index) => bytes.writeInt32BE(value, index * 4));
  return bytes;
}
