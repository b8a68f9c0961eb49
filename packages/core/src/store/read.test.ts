import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBrandFile, readEngagementFile } from './read.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'iam-dossier-store-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function saved(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const head = 'format: iam-dossier.engagement\nformatVersion: 1\nid: made-up\n';
const engagement = `${head}customer: { name: José }\ndocument: { version: '1', date: 2026-10-01, author: Ana }\naccounts: [{ id: '111122223333', role: workload }]\n`;
const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]);

describe('an engagement file', () => {
  it.each<[string, string | Uint8Array]>([
    ['UTF-8', engagement],
    ['UTF-8 with a byte order mark and CRLF', `\uFEFF${engagement.replaceAll('\n', '\r\n')}`],
    ['UTF-16 as Windows saves it', Buffer.from(`\uFEFF${engagement}`, 'utf16le')],
  ])('is read in %s', async (_, content) => {
    const read = await readEngagementFile(await saved('read.yaml', content));
    expect(read.customer.name).toBe('José');
  });

  it('is refused in another encoding: names would be wrong without a word', async () => {
    const path = await saved('latin.yaml', Buffer.from(engagement, 'latin1'));
    await expect(readEngagementFile(path)).rejects.toThrow(
      expect.objectContaining({ code: 'input-unreadable', message: `${path} is not text in UTF-8` }),
    );
  });

  it.each([
    ['an empty author', engagement.replace('author: Ana', 'author: ""'), 'must not be empty'],
    ['a number for a text', `${engagement}title: 5\n`, 'must be a text, or texts by locale such as en or pt-BR'],
    ['an unknown locale', `${engagement}title: { english: x }\n`, 'must be a text, or texts by locale such as en or pt-BR'],
    ['two documents', `${engagement}---\nid: two\n`, 'a second document begins here; one file holds one'],
  ])('says of %s what is wrong', async (_, content, message) => {
    const path = await saved('wrong.yaml', content);
    await expect(readEngagementFile(path)).rejects.toThrow(expect.objectContaining({ problems: [expect.objectContaining({ file: path, message })] }));
  });
});

describe('a logo', () => {
  const brandWith = async (name: string, bytes: Uint8Array) => {
    await saved(name, bytes);
    return readBrandFile(await saved('brand.yaml', `format: iam-dossier.brand\nformatVersion: 1\nname: Made up\nlogo: ${name}\n`));
  };

  it('is a PNG or JPEG by its bytes', async () => {
    expect((await brandWith('a.png', png)).logo).toMatch(/^data:image\/png;base64,iVBORw0KGg/);
    expect((await brandWith('b.JPG', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]))).logo).toMatch(/^data:image\/jpeg;base64,/);
    expect((await brandWith('c.svg', Buffer.from('<svg/>'))).logo).toBe('data:image/svg+xml;base64,PHN2Zy8+');
  });

  it.each([
    ['a text', 'c.png', Buffer.from('not an image')],
    ['a JPEG', 'd.png', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0])],
    ['a GIF', 'e.gif', Buffer.from('GIF89a')],
    ['nothing', 'f.jpeg', new Uint8Array()],
  ])('is refused when it is %s named %s', async (_, name, bytes) => {
    await expect(brandWith(name, bytes)).rejects.toThrow(expect.objectContaining({ code: 'brand-invalid' }));
  });
});
