import { inflateSync } from 'node:zlib';

/** A finished PDF taken apart: its objects as text, and its streams unpacked. Written against ISO 32000-1, not against the writer. */
export interface PdfObjects {
  header: string;
  trailer: string;
  /** Dictionaries and other values, without the data of streams. */
  bodies: ReadonlyMap<number, string>;
  streams: ReadonlyMap<number, Buffer>;
}

export function takeApart(pdf: Uint8Array): PdfObjects {
  const file = Buffer.from(pdf);
  const text = file.toString('latin1');
  const bodies = new Map<number, string>();
  const streams = new Map<number, Buffer>();
  let trailer = '';

  const object = /(?<=^|\n)(\d+) 0 obj\n/g;
  for (let found = object.exec(text); found; found = object.exec(text)) {
    const at = object.lastIndex;
    const stream = /^(<<[\s\S]*?\/Length (\d+)\b[\s\S]*?>>)\s*stream\r?\n/.exec(text.slice(at, at + 4000));
    const end = text.indexOf('endobj', at);
    if (!stream || at + stream[0].length > text.indexOf('endobj', at)) {
      bodies.set(Number(found[1]), text.slice(at, end).trim());
      continue;
    }
    const [whole, dictionary = '', length] = stream;
    const data = file.subarray(at + whole.length, at + whole.length + Number(length));
    const plain = dictionary.includes('/FlateDecode') ? inflateSync(data) : data;
    object.lastIndex = at + whole.length + data.length;
    if (/\/Type ?\/ObjStm/.test(dictionary)) unpack(dictionary, plain, bodies);
    else if (/\/Type ?\/XRef/.test(dictionary)) trailer = dictionary;
    else {
      bodies.set(Number(found[1]), dictionary);
      streams.set(Number(found[1]), plain);
    }
  }
  return { header: text.slice(0, 16), trailer, bodies, streams };
}

function unpack(dictionary: string, data: Buffer, bodies: Map<number, string>): void {
  const first = Number(/\/First (\d+)/.exec(dictionary)?.[1]);
  const text = data.toString('latin1');
  const numbers = text.slice(0, first).trim().split(/\s+/).map(Number);
  for (let index = 0; index < numbers.length; index += 2) {
    const end = numbers[index + 3];
    bodies.set(numbers[index] ?? -1, text.slice(first + (numbers[index + 1] ?? 0), end === undefined ? undefined : first + end).trim());
  }
}

export function references(text: string): number[] {
  return Array.from(text.matchAll(/(\d+) 0 R/g), ([, id]) => Number(id));
}

/** The value of an entry that refers to one object or to a list of them. */
export function referencesAt(body: string, key: string): number[] {
  const value = new RegExp(`/${key} ?(\\[[^\\]]*\\]|\\d+ 0 R)`).exec(body)?.[1] ?? '';
  return references(value.replace(/<<[\s\S]*?>>/g, ''));
}

export function catalogOf({ trailer, bodies }: PdfObjects): string {
  return bodies.get(Number(/\/Root (\d+) 0 R/.exec(trailer)?.[1])) ?? '';
}

export function infoOf({ trailer, bodies }: PdfObjects): string {
  return bodies.get(Number(/\/Info (\d+) 0 R/.exec(trailer)?.[1])) ?? '';
}

/** The text of a string entry written as hexadecimal UTF-16. */
export function textAt(body: string, key: string): string | undefined {
  const hex = new RegExp(`/${key} ?<FEFF([0-9A-F]*)>`).exec(body)?.[1];
  return hex === undefined ? undefined : Buffer.from(hex, 'hex').swap16().toString('utf16le');
}
