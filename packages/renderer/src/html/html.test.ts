import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openWords } from '../words/index.ts';
import { contrast, readable } from './colour.ts';
import { cssString } from './css.ts';
import { templateEngine } from './engine.ts';
import { breakable, whole } from './markup.ts';
import { pageMargins } from './page-margins.ts';
import { contentPolicy } from './policy.ts';
import { listTemplateFiles, readTemplateFile } from './template-files.ts';

const words = openWords('en');
const hostile = `"><script>alert(1)</script><img src=x onerror=alert(1)>'{{constructor}}\u0000`;

describe('templates', () => {
  const files = ['documents', 'partials'].flatMap((folder) => listTemplateFiles(folder, '.hbs').map((name) => `${folder}/${name}.hbs`));

  it('escape everything: none asks for raw output', () => {
    for (const file of files) expect(readTemplateFile(file), file).not.toMatch(/\{\{\{|\{\{&/);
  });

  it('say only what the words hold, and bear no style of their own', () => {
    for (const file of files) {
      const text = readTemplateFile(file);
      for (const [, id = ''] of text.matchAll(/\{\{say "([^"]+)"/g)) expect(words.has(id), `${file}: ${id}`).toBe(true);
      const visible = text.replace(/\{\{!--[\s\S]*?--\}\}|\{\{[^}]*\}\}|<[^>]*>/g, ' ').replace(/&\w+;/g, ' ');
      expect(visible.match(/[A-Za-z]{2,}/g) ?? [], `${file}: words in a template`).toEqual([]);
      expect(text, file).not.toMatch(/\sstyle=|\son\w+=/);
    }
  });
});

describe('the engine', () => {
  const fillCover = (title: string, more: object = {}) =>
    templateEngine().fill('partials/cover', { style: 'band', brand: 'b', kicker: 'k', title, facts: [], ...more }, words);

  it('escapes hostile names', () => {
    const filled = fillCover(hostile, { facts: [{ label: hostile, value: hostile }], logo: hostile });
    expect(filled).not.toMatch(/<script|<img src=x/);
    expect(filled).toContain('&quot;&gt;&lt;script&gt;');
  });

  it('refuses what the view does not hold', () => {
    expect(() => fillCover('t', { facts: [{ label: 'only' }] })).toThrow(expect.objectContaining({ code: 'template-invalid' }));
  });

  it('gives nothing of a prototype', () => {
    const view = Object.create({ kicker: 'inherited' }) as Record<string, unknown>;
    Object.assign(view, { style: 'band', brand: 'b', title: 't', facts: [] });
    expect(templateEngine().fill('partials/cover', view, words)).not.toContain('inherited');
  });
});

describe('breakable', () => {
  it.each([
    ['arn:aws:iam::111122223333:user/ana', 'arn:aws:iam::<wbr>111122223333:<wbr>user/ana'],
    ['<b>/x', '&lt;b&gt;/x'],
    ['2026-10-05 14:02:10 UTC', '2026-10-05 14:02:10 UTC'],
  ])('%s', (text, expected) => {
    expect(breakable(text).toHTML()).toBe(expected);
  });
});

describe('whole', () => {
  it('escapes, and keeps dates together', () => {
    expect(whole('<b> 2026-10-05 14:02:10 UTC').toHTML()).toBe('&lt;b&gt; <span class="nowrap">2026-10-05</span> 14:02:10 UTC');
  });
});

describe('margins of pages', () => {
  it('hold any text as a string', () => {
    const { css } = pageMargins({ left: '"; } body { display: none', right: '</style><script>', foot: '\\' }, null, words);
    expect(css).not.toMatch(/display: none|<|\\"/);
    expect(css).toContain('content: "Page " counter(page) " of " counter(pages)');
  });

  it('are written in code points where a text is not plain', () => {
    expect(cssString('a"\n→')).toBe('"a\\22 \\a \\2192 "');
  });
});

describe('colours', () => {
  it.each(['#ffff00', '#f5f5f5', '#7a2859', '#000000', '#808080'])('%s becomes readable on light and dark', (colour) => {
    for (const paper of ['#ffffff', '#14171c']) expect(contrast(readable(colour, paper, 4.5), paper)).toBeGreaterThanOrEqual(4.5);
  });

  it('stays as the brand has it where that can be read', () => {
    expect(readable('#1b3a57', '#ffffff', 4.5)).toBe('#1b3a57');
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  });
});

describe('the content policy', () => {
  it('allows the style and script of the document by digest, and nothing else', () => {
    const digest = (text: string) => createHash('sha256').update(text).digest('base64');
    expect(contentPolicy('a{}', 'b()')).toBe(
      `default-src 'none'; style-src 'sha256-${digest('a{}')}'; script-src 'sha256-${digest('b()')}'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'`,
    );
    expect(contentPolicy('a{}', '')).toContain("script-src 'none'");
  });
});
