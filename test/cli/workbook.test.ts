import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { asFound, mended, run, useFolder } from './running.test-helper.ts';

const at = useFolder();
const ready = [join(mended, 'aws'), '-e', join(mended, 'engagement.yaml'), '--format', 'md,txt'];
const found = [join(asFound, 'aws'), '-e', join(asFound, 'engagement.yaml'), '--format', 'txt'];
const cellIn = (path: string, cell: string): unknown => (read(readFileSync(path)).Sheets['Requirements']?.[cell] as { v?: unknown } | undefined)?.v;

function workbook(name: string): string {
  const book = utils.book_new();
  const rows = [
    ['ID', 'Customer Reference #1', null, 'Customer Reference #2'],
    [null, 'Met?', 'Partner Response', 'Met?', 'Partner Response'],
    ['ACCT-002', 'No', null, 'No', 'Kept'],
  ];
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'Requirements');
  const path = at(name);
  writeFileSync(path, new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer));
  return path;
}

describe('--workbook', () => {
  it('writes a copy with the answer that the text file has, and leaves "Met?" and the workbook itself', async () => {
    const path = workbook('self-assessment.xlsx');
    const before = readFileSync(path);
    const { code, out } = await run('report', ...ready, '--workbook', path, '-o', at('out'));
    expect(code).toBe(0);
    expect(out).toContain('Answer written into C3 of sheet "Requirements", customer reference 1. Set "Met?" yourself.');
    const answer = readFileSync(at('out/ACCT-002-response-infinity-gifts-souvenirs-mended.txt'), 'utf8');
    expect(cellIn(at('out/self-assessment.xlsx'), 'C3')).toBe(answer.trimEnd());
    expect([cellIn(at('out/self-assessment.xlsx'), 'B3'), cellIn(at('out/self-assessment.xlsx'), 'E3')]).toEqual(['No', 'Kept']);
    expect(readFileSync(path)).toEqual(before);
  });

  it('answers from a stored assessment too', async () => {
    const path = workbook('for-render.xlsx');
    expect((await run('report', ...ready, '-o', at('first'), '--force')).code).toBe(0);
    const args = [at('first/internal/assessment.json'), '-e', join(mended, 'engagement.yaml'), '--format', 'txt', '--audience', 'submission'];
    const { code, out } = await run('render', ...args, '--workbook', path, '-o', at('rendered'), '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      workbook: { path: at('rendered/for-render.xlsx'), sheet: 'Requirements', cell: 'C3', reference: 1, replaced: false },
    });
  });

  it('replaces an answer only with --force', async () => {
    const path = workbook('second.xlsx');
    const { code, err } = await run('report', ...ready, '--workbook', path, '--reference', '2', '-o', at('second'));
    expect(code).toBe(2);
    expect(err).toContain(`${path}: an answer stands in E3 of sheet "Requirements" already`);
    expect(existsSync(at('second'))).toBe(false);
    const again = await run('report', ...ready, '--workbook', path, '--reference', '2', '-o', at('second'), '--force');
    expect(again.out).toContain('Answer written into E3 of sheet "Requirements", customer reference 2, in place of the one there.');
    expect(cellIn(at('second/second.xlsx'), 'E3')).not.toBe('Kept');
  });

  it('is not filled while a criterion is not supported; everything else is written', async () => {
    const path = workbook('draft.xlsx');
    const { code, err } = await run('report', ...found, '--workbook', path, '-o', at('draft'), '--allow-draft');
    expect(code).toBe(2);
    expect(err).toContain(`${path} was not filled: A1, A2, A3, B1 are not supported`);
    expect(readdirSync(at('draft')).sort()).toEqual(['ACCT-002-response-infinity-gifts-souvenirs.txt', 'internal']);
  });

  it.each<[string, string[], string]>([
    ['a file that is not there', ['--workbook', 'no-such.xlsx'], 'no-such.xlsx is not there'],
    ['no workbook', ['--workbook', join(mended, 'engagement.yaml')], 'the workbook cannot be read: it is no .xlsx workbook, or it is cut'],
    ['no number', ['--reference', 'two'], '--reference is a number from 1 to 99, not "two"'],
    ['nothing for AWS', ['--workbook', 'a.xlsx', '--audience', 'internal'], '--workbook is for AWS, and --audience internal makes nothing for AWS'],
  ])('refuses %s', async (_, args, message) => {
    const { code, err } = await run('report', ...ready, ...args, '-o', at('refused'));
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(existsSync(at('refused'))).toBe(false);
  });

  it('never writes onto the workbook it reads', async () => {
    const path = workbook('same.xlsx');
    const { code, err } = await run('report', ...ready, '--workbook', path, '-o', at('.'), '--force');
    expect(code).toBe(2);
    expect(err).toContain('is one of the files read; it is never replaced');
  });
});
