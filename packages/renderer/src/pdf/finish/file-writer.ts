import { createHash } from 'node:crypto';
import { zlibSync } from 'fflate';

/** An object that is no stream, and its body. */
export interface SmallObject {
  id: number;
  body: string;
}

type Place = { kind: 'direct'; offset: number } | { kind: 'packed'; stream: number; index: number };

const groupSize = 200;
const rowBytes = 7;

/** Puts objects one after another into a PDF 1.7 file, keeps their places, and ends it with a cross-reference stream. */
export class FileWriter {
  readonly #chunks: Buffer[] = [];
  readonly #places = new Map<number, Place>();
  #length = 0;
  #next: number;

  constructor(firstFreeId: number) {
    this.#next = firstFreeId;
    this.#put('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n');
  }

  newId(): number {
    return this.#next++;
  }

  /** `body` is a stream's dictionary and data as they stand in a file. */
  addStreamBody(id: number, body: Buffer): void {
    this.#places.set(id, { kind: 'direct', offset: this.#length });
    this.#put(`${id} 0 obj\n`, body, '\nendobj\n');
  }

  addStream(id: number, entries: string, data: Buffer): void {
    this.addStreamBody(id, streamBody(entries, data));
  }

  /** Packs small objects into compressed object streams. */
  addSmall(objects: readonly SmallObject[]): void {
    for (let at = 0; at < objects.length; at += groupSize) this.#addGroup(objects.slice(at, at + groupSize));
  }

  finish(rootId: number, infoId: number): Buffer {
    const id = this.newId();
    const start = this.#length;
    this.#places.set(id, { kind: 'direct', offset: start });
    const fileId = this.#digest();
    const entries = `/Type/XRef/Size ${this.#next}/W[1 4 2]/Root ${rootId} 0 R/Info ${infoId} 0 R` + `/ID[<${fileId}><${fileId}>]`;
    this.#put(`${id} 0 obj\n`, compressedBody(entries, this.#table()), `\nendobj\nstartxref\n${start}\n%%EOF\n`);
    return Buffer.concat(this.#chunks);
  }

  #addGroup(objects: readonly SmallObject[]): void {
    const id = this.newId();
    let header = '';
    let offset = 0;
    objects.forEach((object, index) => {
      header += `${object.id} ${offset} `;
      offset += object.body.length + 1;
      this.#places.set(object.id, { kind: 'packed', stream: id, index });
    });
    const bodies = objects.map(({ body }) => `${body}\n`).join('');
    const entries = `/Type/ObjStm/N ${objects.length}/First ${header.length}`;
    this.addStreamBody(id, compressedBody(entries, Buffer.from(header + bodies, 'latin1')));
  }

  #table(): Buffer {
    const table = Buffer.alloc(this.#next * rowBytes);
    table.writeUInt16BE(0xffff, 5);
    for (const [id, place] of this.#places) {
      const direct = place.kind === 'direct';
      table.writeUInt8(direct ? 1 : 2, id * rowBytes);
      table.writeUInt32BE(direct ? place.offset : place.stream, id * rowBytes + 1);
      table.writeUInt16BE(direct ? 0 : place.index, id * rowBytes + 5);
    }
    return table;
  }

  #digest(): string {
    const hash = createHash('sha256');
    for (const chunk of this.#chunks) hash.update(chunk);
    return hash.digest('hex').slice(0, 32);
  }

  #put(...parts: (string | Buffer)[]): void {
    for (const part of parts) {
      const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part;
      this.#chunks.push(bytes);
      this.#length += bytes.length;
    }
  }
}

export function streamBody(entries: string, data: Buffer): Buffer {
  const head = Buffer.from(`<<${entries}/Length ${data.length}>>\nstream\n`, 'latin1');
  return Buffer.concat([head, data, Buffer.from('\nendstream', 'latin1')]);
}

// Not node:zlib, whose output differs between versions of Node and between processors.
export function compressedBody(entries: string, data: Buffer): Buffer {
  return streamBody(`${entries}/Filter/FlateDecode`, Buffer.from(zlibSync(data, { level: 6 })));
}
