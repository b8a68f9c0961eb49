import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mended, run, useFolder } from './running.test-helper.ts';

const at = useFolder();
const ready = [join(mended, 'aws'), '-e', join(mended, 'engagement.yaml'), '--format', 'html'];

function folderWith(name: string, files: Record<string, string>): string {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(at(name, file)), { recursive: true });
    writeFileSync(at(name, file), text);
  }
  return at(name);
}

describe('--templates', () => {
  const own = { 'partials/section-head.hbs': '<h2 id="title-{{id}}">§ {{title}}</h2>\r\n', '.git/x.hbs': 'passed over', 'README.md': 'passed over' };

  it.each([
    ['report', () => ['report', ...ready, '-o', at('report')], 'report/ACCT-002-implementation-infinity-gifts-souvenirs-mended.html'],
    ['sop', () => ['sop', '--format', 'html', '-o', at('sop')], 'sop/ACCT-002-sop.html'],
  ])('puts templates in place of ours in %s', async (_, args, file) => {
    const { code } = await run(...args(), '--templates', folderWith('own', own));
    expect(code).toBe(0);
    expect(readFileSync(at(file), 'utf8')).toMatch(/<h2 id="title-[a-z-]+">§ /);
  });

  it('names file and line of what is wrong, and writes nothing', async () => {
    const folder = folderWith('wrong', { 'partials/chip.hbs': 'a\n{{{b}}}\n', 'documents/sopp.hbs': '' });
    const { code, err } = await run('sop', '-o', at('never'), '--templates', folder);
    expect(code).toBe(2);
    expect(err).toContain(`${join(folder, 'partials/chip.hbs')}:2  writes a value unescaped; use two braces`);
    expect(err).toContain(`${join(folder, 'documents/sopp.hbs')}  is no document of ours; did you mean documents/sop.hbs?`);
  });

  it('names file and line of what fails while a document is made', async () => {
    const folder = folderWith('failing', { 'partials/section-head.hbs': '\n\n{{missing}}' });
    const { code, err } = await run('sop', '-o', at('never'), '--templates', folder);
    expect(code).toBe(2);
    expect(err).toContain(`${join(folder, 'partials/section-head.hbs')}:3  "missing" not defined here`);
  });

  it.each([
    ['is not there', () => at('nowhere'), 'is not there'],
    ['is empty', () => folderWith('empty', { 'x/y.txt': '' }), 'holds no template'],
    ['is a file', () => join(folderWith('file', { 'a.hbs': '' }), 'a.hbs'), 'is no folder that can be read'],
  ])('is refused when the folder %s', async (_, folder, reason) => {
    const { code, err } = await run('sop', '-o', at('never'), '--templates', folder());
    expect(code).toBe(2);
    expect(err).toContain(reason);
  });
});
