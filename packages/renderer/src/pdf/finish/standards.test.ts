import { describe, expect, it } from 'vitest';
import { embedFiles } from './embedded-files.ts';
import { colourProfile } from './colour-profile.ts';
import { FileWriter } from './file-writer.ts';
import { describeLinks } from './links.ts';
import { mendStructure } from './structure.ts';

function element(role: string, parent: number, kids: string): string {
  return `<</Type /StructElem\n/S /${role}\n/P ${parent} 0 R\n/K ${kids}>>`;
}

function mended(...bodies: [id: number, body: string][]): Map<number, string> {
  const objects = new Map(bodies);
  let next = 100;
  mendStructure(objects, () => next++);
  return objects;
}

describe('mendStructure', () => {
  it('makes the one content of a list item its body', () => {
    const objects = mended([1, element('LI', 9, '[2 0 R 3 0 R]')], [2, element('Lbl', 1, '0')], [3, element('NonStruct', 1, '[4 0 R]')]);
    expect(objects.get(3)).toBe(element('LBody', 1, '[4 0 R]'));
    expect(objects.get(1)).toBe(element('LI', 9, '[2 0 R 3 0 R]'));
  });

  it('puts several contents, or one that means something, into a new body', () => {
    const objects = mended(
      [1, element('LI', 9, '[2 0 R 3 0 R 4 0 R]')],
      [2, element('Lbl', 1, '0')],
      [3, element('Link', 1, '1')],
      [4, element('P', 1, '2')],
    );
    expect(objects.get(1)).toBe(element('LI', 9, '[2 0 R 100 0 R]'));
    expect(objects.get(100)).toBe(element('LBody', 1, '[3 0 R 4 0 R]'));
    expect([objects.get(3), objects.get(4)]).toEqual([element('Link', 100, '1'), element('P', 100, '2')]);
  });

  it('leaves an item that has a body, one with a label alone, and what is no item', () => {
    const bodies: [number, string][] = [
      [1, element('LI', 9, '2 0 R')],
      [2, element('LBody', 1, '0')],
      [3, element('LI', 9, '4 0 R')],
      [4, element('Lbl', 3, '0')],
      [5, '<</Type /Page\n/S /LI\n/K 2 0 R>>'],
    ];
    expect([...mended(...bodies)]).toEqual(bodies);
  });

  it('says what roles of later PDFs are', () => {
    expect(mended([1, '<</Type /StructTreeRoot\n/K 2 0 R>>']).get(1)).toBe(
      '<</Type /StructTreeRoot\n/K 2 0 R\n/RoleMap <</Strong /Span\n/Em /Span>>>>',
    );
  });
});

describe('describeLinks', () => {
  const link = (target: string) => `<</Type /Annot\n/Subtype /Link\n/F 4\n${target}>>`;
  const uri = '/A <</Type /Action\n/S /URI\n/URI (https://example.com/\\(a\\))>>';

  it.each([
    ['a place inside', '/Dest /a#20b', '#a b', 'Section <1>'],
    ['an address', uri, 'https://example.com/(a)', 'Guide'],
  ])('gives the words of %s', (_, target, href, text) => {
    const objects = new Map([[1, link(target)]]);
    describeLinks(objects, new Map([[href, text]]));
    expect(contentsOf(objects.get(1))).toBe(text);
  });

  it('falls back to the target, and describes nothing else', () => {
    const objects = new Map([
      [1, link('/Dest /x')],
      [2, '<</Type /Annot\n/Subtype /Text>>'],
    ]);
    describeLinks(objects, new Map());
    expect(contentsOf(objects.get(1))).toBe('#x');
    expect(objects.get(2)).not.toContain('Contents');
  });

  function contentsOf(body = ''): string {
    const hex = /\/Contents <FEFF([0-9A-F]*)>>>$/.exec(body)?.[1] ?? '';
    return Buffer.from(hex, 'hex').swap16().toString('utf16le');
  }
});

describe('colourProfile', () => {
  const profile = colourProfile();
  const tags = new Map(
    Array.from({ length: profile.readUInt32BE(128) }, (_, index) => {
      const at = 132 + index * 12;
      const [start, length] = [profile.readUInt32BE(at + 4), profile.readUInt32BE(at + 8)];
      return [profile.toString('latin1', at, at + 4), profile.subarray(start, start + length)];
    }),
  );
  const numbers = (name: string) => Array.from({ length: 3 }, (_, index) => (tags.get(name)?.readInt32BE(8 + index * 4) ?? 0) / 65_536);

  it('says its length, and holds its tags inside it at multiples of four', () => {
    expect(profile.readUInt32BE(0)).toBe(profile.length);
    for (const data of tags.values()) expect([data.byteOffset % 4, data.length > 0]).toEqual([profile.byteOffset % 4, true]);
  });

  it('makes the white point of its three primaries together', () => {
    const sum = [0, 1, 2].map((index) => ['rXYZ', 'gXYZ', 'bXYZ'].reduce((total, name) => total + (numbers(name)[index] ?? 0), 0));
    numbers('wtpt').forEach((value, index) => expect(sum[index]).toBeCloseTo(value, 3));
  });

  it('has the curve of sRGB, without a step where its line ends', () => {
    const curve = tags.get('rTRC') ?? Buffer.alloc(32);
    const [g = 0, a = 0, b = 0, c = 0, d = 0] = Array.from({ length: 5 }, (_, index) => curve.readInt32BE(12 + index * 4) / 65_536);
    expect((a * d + b) ** g).toBeCloseTo(c * d, 4);
    expect((a * 1 + b) ** g).toBeCloseTo(1, 4);
    expect((a * 0.5 + b) ** g).toBeCloseTo(0.214, 3);
  });
});

describe('embedFiles', () => {
  const file = { mediaType: 'text/csv', description: 'd', relationship: 'Data', data: new Uint8Array([1, 2]) } as const;

  it('lists files by name, and nothing without files', () => {
    const writer = new FileWriter(1);
    expect(embedFiles(writer, [], '2026-01-02')).toBe('');
    const entries = embedFiles(
      writer,
      [
        { ...file, name: 'b' },
        { ...file, name: 'a' },
      ],
      '2026-01-02',
    );
    expect(entries).toContain('/Names [<FEFF0061> 5 0 R <FEFF0062> 2 0 R]');
  });

  it('never lets a name or a type become syntax', () => {
    const writer = new FileWriter(1);
    embedFiles(writer, [{ ...file, name: 'a) >> /JS (x', mediaType: 'a/b>>/JS' }], '2026-01-02');
    const written = writer.finish(2, 2).toString('latin1');
    expect(written).toContain('/Subtype/a#2Fb#3E#3E#2FJS/Params');
    expect(written).not.toContain('/JS');
  });
});
