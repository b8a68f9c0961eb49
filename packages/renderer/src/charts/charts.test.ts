import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bars } from './bars.ts';
import { flowMap } from './flow-map.ts';
import { textLines, widthOf } from '../view/text-lines.ts';
import { timeline } from './timeline.ts';

describe('lines of a text', () => {
  it.each([
    ['one two three', 8, 3, ['one two', 'three']],
    ['arn:aws:iam::1:role/abc', 12, 3, ['arn:aws:iam:', ':1:role/abc']],
    ['abcdefghij', 4, 3, ['abcd', 'efgh', 'ij']],
    ['abcdefghij', 4, 2, ['abcd', 'ef…']],
    ['', 4, 2, []],
  ])('%j in lines of %i', (text, letters, most, expected) => expect(textLines(text, letters, most, 'mono')).toEqual(expected));

  it('counts wide letters for more, unless all letters are alike', () => {
    expect(widthOf('WWW')).toBeGreaterThan(widthOf('aaa'));
    expect(widthOf('WWW', 'mono')).toBe(3);
    expect(widthOf('漢字', 'mono')).toBe(4);
  });

  it('never makes a line longer than asked for, or more lines, and drops nothing without a mark', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 90 }),
        fc.integer({ min: 6, max: 40 }),
        fc.integer({ min: 1, max: 4 }),
        (text, letters, most) => {
          const lines = textLines(text, letters, most);
          expect(lines.length).toBeLessThanOrEqual(most);
          for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(letters + 1e-9);
          if (lines.at(-1)?.endsWith('…') !== true) expect(lines.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
        },
      ),
    );
  });
});

describe('a map', () => {
  const node = (id: string) => ({ id, texts: [{ text: id }] });

  it('lays columns out side by side, each in the middle of the highest', () => {
    const map = flowMap(
      [
        { title: 'A', width: 100, nodes: [node('a')] },
        { title: 'B', width: 120, nodes: [node('b'), node('c')] },
      ],
      [{ from: 'a', to: 'b', style: 'firm' }],
    );
    const [a, b, c] = map.boxes;
    expect(map.width).toBe(264);
    expect(b?.y).toBeLessThan(a?.y ?? 0);
    expect(c?.y).toBeGreaterThan(a?.y ?? 0);
    expect(map.links).toHaveLength(1);
    expect(map.links[0]?.path.startsWith(`M${(a?.x ?? 0) + 99} `)).toBe(true);
  });

  it('keeps boxes of a column apart and within the height', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string({ maxLength: 70 }), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 }), (texts) => {
        const nodes = texts.map((own, index) => ({ id: `${index}`, texts: own.map((text) => ({ text: `x${text}` })) }));
        const { boxes, height } = flowMap([{ title: '', width: 90, nodes }], []);
        for (const [index, box] of boxes.entries()) {
          const next = boxes[index + 1];
          expect(box.y + box.height).toBeLessThanOrEqual(height);
          if (next) expect(next.y).toBeGreaterThan(box.y + box.height);
          for (const line of box.lines) expect(line.y).toBeLessThan(box.y + box.height);
        }
      }),
    );
  });

  it('leaves out a link to a box that is not drawn', () => {
    expect(flowMap([{ title: '', width: 90, nodes: [node('a')] }], [{ from: 'a', to: 'gone', style: 'open' }]).links).toEqual([]);
  });
});

describe('bars', () => {
  it('have one scale, end with their sum, and show no number that does not fit', () => {
    const parts = (values: number[]) => values.map((value, index) => ({ shade: `s${index}`, value }));
    const { rows, width } = bars(
      [
        { label: 'long', parts: parts([900, 1, 99]) },
        { label: 'half', parts: parts([500, 0, 0]) },
      ],
      [],
      String,
    );
    const [long, half] = rows;
    expect(long?.parts.map(({ value }) => value)).toEqual(['900', '', '99']);
    expect(half?.parts).toHaveLength(1);
    expect(half?.parts[0]?.width).toBeCloseTo(((long?.parts[0]?.width ?? 0) * 5) / 9, 0);
    expect(rows.map(({ end }) => end.text)).toEqual(['1000', '500']);
    for (const { x, width: own } of rows.flatMap((row) => row.parts)) expect(x + own).toBeLessThanOrEqual(width);
  });

  it('are empty where there is nothing to count', () => {
    expect(bars([{ label: 'none', parts: [{ shade: 's', value: 0 }] }], [], String).rows[0]).toMatchObject({ parts: [], end: { text: '0' } });
  });
});

describe('a time line', () => {
  const one = (from: string, to?: string) => ({ label: from, from, ...(to === undefined ? {} : { to }), shade: 'said' as const });

  it('is in order of beginning, and puts the day of the documents where it belongs', () => {
    const line = timeline([one('2026-09-01'), one('2026-03-01', '2026-12-31')], '2026-10-01', 'today');
    expect(line.rows.map(({ date }) => date)).toEqual(['2026-03-01', '2026-09-01']);
    const [span, dot] = line.rows;
    expect(dot?.dot?.x).toBeLessThan(line.today.x);
    expect((span?.span?.x ?? 0) + (span?.span?.width ?? 0)).toBeGreaterThan(line.today.x);
    expect(span?.before).toBeNull();
  });

  it('puts what is far away at the edge, and says that it is earlier', () => {
    const { rows, width } = timeline([one('1999-01-01'), one('2026-01-01', '2999-01-01')], '2026-10-01', 'today');
    expect(rows[0]?.before).not.toBeNull();
    for (const { dot, span } of rows) expect(dot?.x ?? (span?.x ?? 0) + (span?.width ?? 0)).toBeLessThanOrEqual(width);
  });

  it('keeps the words below the line of the documents within its width, however long', () => {
    const { today, width } = timeline([one('2026-10-01')], '2026-10-01', 'documentos del 2026-10-01');
    expect(today.textX + (widthOf('documentos del 2026-10-01') * 5) / 2).toBeLessThanOrEqual(width);
    expect(today.textX).toBeLessThan(today.x);
  });

  it('stands where nothing happened, and over one day', () => {
    expect(timeline([], '2026-10-01', 'today').rows).toEqual([]);
    expect(timeline([one('2026-10-01')], '2026-10-01', 'today').rows[0]?.dot?.x).toBe(timeline([], '2026-10-01', 'today').today.x);
  });
});
