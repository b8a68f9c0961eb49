import { describe, expect, it } from 'vitest';
import { openWords } from '../words/index.ts';
import { templateEngine } from '../html/engine.ts';
import { readMarkdown } from './read.ts';

const words = openWords('en');
const html = (text: string) => templateEngine().fill('partials/markdown', { blocks: readMarkdown(text, 'test') }, words);

describe('markdown', () => {
  it('knows a closed set of blocks', () => {
    expect(html('# H\n\nA *b* **c** `d`  \ne\n\n- x\n- y\n\n3. z\n\n> q\n\n```\n<k>\n```\n\n---')).toBe(
      '<p class="text-heading">H</p><p>A <em>b</em> <strong>c</strong> <code>d</code><br>e</p><ul><li><p>x</p></li><li><p>y</p></li></ul>' +
        '<ol start="3"><li><p>z</p></li></ol><blockquote><p>q</p></blockquote><pre><code>&lt;k&gt;</code></pre>',
    );
  });

  it.each([
    ['a block of HTML', 'fine\n\n<div>x</div>', 3, 1, 'HTML'],
    ['HTML in a line', 'so **<b>** it is', 1, 6, 'HTML'],
    ['a comment', 'a\n<!-- b -->', 2, 1, 'HTML'],
    ['an image', 'see ![x](https://a.example/p.png)', 1, 5, 'an image'],
  ])('refuses %s, with line and column', (_, text, line, column, what) => {
    const where = 'accessModel.console';
    expect(() => readMarkdown(text, where)).toThrow(
      expect.objectContaining({ code: 'markdown-invalid', message: `${where}, line ${line}, column ${column}: ${what} cannot stand here` }),
    );
  });

  it('refuses texts that are nested without end', () => {
    expect(() => readMarkdown('> '.repeat(500) + 'x', 'w')).toThrow('too deep');
  });

  it.each([
    [
      '[here](https://a.example/?x=1&y)',
      '<p><a href="https://a.example/?x&#x3D;1&amp;y" rel="noreferrer">here</a> <span class="address">(https://a.example/<wbr>',
    ],
    ['[x](javascript:alert(1))', '<p>x <span class="address">(javascript:alert(1))</span></p>'],
    ['[x](data:text/html,a)', '<p>x <span class="address">(data:text/html,a)</span></p>'],
    ['[x][y]\n\n[y]: vbscript:a', '<p>x <span class="address">(vbscript:a)</span></p>'],
    ['[x](https://a.example/"onload=")', ' href="https://a.example/&quot;onload&#x3D;&quot;"'],
  ])('shows the address of %s and follows only safe ones', (text, expected) => {
    expect(html(text)).toContain(expected);
  });

  it('hands every text to the writer, and does not link what it changed', () => {
    const blocks = readMarkdown('a <ana@acme.example> `b`', 'w', (text) => text.toUpperCase());
    expect(blocks).toEqual([
      { paragraph: [{ text: 'A ' }, { link: { label: [{ text: 'ANA@ACME.EXAMPLE' }], address: 'ANA@ACME.EXAMPLE' } }, { text: ' ' }, { code: 'B' }] },
    ]);
  });
});
