import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openPaint } from '../../packages/cli/src/terminal/paint.ts';
import { safe, safeJson } from '../../packages/cli/src/terminal/safe-text.ts';
import { tableLines } from '../../packages/cli/src/terminal/table.ts';
import { widthOf, wrapped } from '../../packages/cli/src/terminal/width.ts';

// oxlint-disable-next-line no-control-regex
const steering = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/;

describe('text from files and accounts', () => {
  it.each([
    ['\u001b[31mred', '\\u001b[31mred'],
    ['a\nb\tc\r', 'a\\u000ab\\u0009c\\u000d'],
    ['\u009b2J', '\\u009b2J'],
    ['user\u202egnp.exe', 'user\\u202egnp.exe'],
    ['zero\u200bwidth\ufeff', 'zero\\u200bwidth\\ufeff'],
    ['tag \u{e0041}', 'tag \\udb40\\udc41'],
    ['half \ud800', 'half \\ud800'],
    ['Luciana Prado, 東京, café, 👩‍💻'.replace('\u200d', ''), 'Luciana Prado, 東京, café, 👩💻'],
  ])('%j is shown as %j', (text, shown) => {
    expect(safe(text)).toBe(shown);
  });

  it('never steers a terminal, painted or not', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(safe(text)).not.toMatch(steering);
        for (const brush of Object.values<(text: string) => string>({ ...openPaint(false) })) expect(brush(text)).toBe(safe(text));
        expect(openPaint(true).red(text)).toBe(`\u001b[31m${safe(text)}\u001b[39m`);
      }),
    );
  });

  it('is the same JSON when made safe', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string({ unit: 'binary' }), (value, text) => {
        const json = safeJson({ value, [text]: text });
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify({ value, [text]: text })));
        expect(json.replaceAll('\n', '')).not.toMatch(steering);
      }),
    );
  });

  it('is cut where it is longer than anybody reads', () => {
    expect(safe('x'.repeat(5_000))).toBe(`${'x'.repeat(600)}… (4400 more characters)`);
  });
});

describe('tables', () => {
  it('line up wide, combined and coloured characters', () => {
    const lines = tableLines(
      [
        ['東京', 'a'],
        ['cafe\u0301', 'b'],
        [openPaint(true).green('met'), 'c'],
      ],
      { columns: 80, indent: '' },
    );
    expect(lines.map((line) => widthOf(line))).toEqual([7, 7, 7]);
  });

  it('break long cells under their column', () => {
    expect(tableLines([['id', 'one two three four five six seven']], { columns: 24, indent: '' })).toEqual([
      'id  one two three four',
      '    five six seven',
    ]);
    expect(wrapped('averyveryverylongword b', 5)).toEqual(['averyveryverylongword', 'b']);
  });
});
