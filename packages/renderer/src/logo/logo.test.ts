import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logoOf } from './index.ts';
import { cleanSvg } from './clean-svg.ts';

const open = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">';
const around = (inside: string) => `${open}${inside}</svg>`;

describe('cleanSvg', () => {
  it.each([
    ['shapes and their looks', around('<g fill="#123456"><path d="M0 0h9" stroke-width="2"></path></g>')],
    [
      'gradients and references inside',
      around('<defs><linearGradient id="a"><stop offset="1"></stop></linearGradient></defs><use xlink:href="#a" fill="url(#a)"></use>'),
    ],
    ['plain style rules', around('<style>.a{fill:#fff;stroke:url(#b)}</style><rect class="a"></rect>')],
  ])('keeps %s', (_, svg) => {
    expect(cleanSvg(svg)).toBe(svg);
  });

  it('leaves out what draws nothing: notes of editors, descriptions, comments', () => {
    const svg = `<?xml version="1.0"?><!-- x --><svg viewBox="0 0 9 9" data-name="l" xmlns:s="urn:s"><title>T</title><metadata><r/></metadata><s:view s:a="1"/><path d="M0 0" s:b="2"/></svg>`;
    expect(cleanSvg(svg)).toBe(around('<path d="M0 0"></path>'));
  });

  it.each([
    ['script', '<script>alert(1)</script>', 'it holds <script>'],
    ['an event', '<path onload="alert(1)"/>', '<path> has onload, which is script'],
    ['HTML', '<foreignObject><b xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>', 'it holds <foreignObject>'],
    ['a picture from elsewhere', '<image href="http://x.test/a.png"/>', 'it holds <image>'],
    ['a part of another file', '<use href="other.svg#a"/>', '<use> points outside the file'],
    ['a link', '<a href="#x"/>', 'it holds <a>'],
    ['animation', '<g><animate attributeName="href"/></g>', 'it holds <animate>'],
    ['text', '<text>Acme</text>', 'it holds text; make outlines of it'],
    ['an import', '<style>@import "x.css";</style>', 'its styles hold more than plain rules'],
    ['an escape in CSS', '<style>.a{fill:u\\72l(http://x)}</style>', 'its styles hold more than plain rules'],
    ['a comment in CSS', '<path style="fill:u/**/rl(http://x)"/>', 'its styles hold more than plain rules'],
    ['a picture in CSS', '<path style="fill:URL( \'http://x.test\')"/>', 'its styles point outside the file'],
    ['a picture in an attribute', '<path mask="url(http://x.test/m)"/>', 'its styles point outside the file'],
    ['endless depth', '<g>'.repeat(60) + '</g>'.repeat(60), 'deep in each other'],
  ])('refuses %s', (_, inside, reason) => {
    expect(() => cleanSvg(around(inside))).toThrow(reason);
  });

  it.each([
    ['nothing', '', 'no XML'],
    ['HTML', '<html></html>', 'it begins with <html>'],
    ['a drawing without a size', '<svg><path/></svg>', 'neither a viewBox nor'],
    ['entities of its own', '<!DOCTYPE svg [<!ENTITY a "x">]><svg viewBox="0 0 1 1"><path d="&a;"/></svg>', 'no XML'],
    ['broken XML', '<svg', 'no XML'],
  ])('refuses %s', (_, svg, reason) => {
    expect(() => cleanSvg(svg)).toThrow(expect.objectContaining({ code: 'brand-invalid', message: expect.stringContaining(reason) as string }));
  });

  it('writes what it reads as the same again, whatever the values', () => {
    fc.assert(
      fc.property(
        fc.string().map((text) => text.replace(/[&<>"'@\\]|\/\*|\(/g, '').replace(/\s/g, ' ')),
        (value) => {
          const once = cleanSvg(around(`<path id="${value.replace(/[^\x20-\x7e]/g, '')}"/>`));
          expect(cleanSvg(once)).toBe(once);
        },
      ),
    );
  });
});

describe('logoOf', () => {
  const brand = (type: string, data: string) => ({
    format: 'iam-dossier.brand' as const,
    formatVersion: 1 as const,
    name: 'A',
    logo: `data:image/${type};base64,${Buffer.from(data).toString('base64')}`,
  });

  it('is a picture as it is, a drawing cleaned, and nothing without one', () => {
    expect(logoOf(brand('png', 'x'))).toBe(brand('png', 'x').logo);
    expect(logoOf(brand('svg+xml', `\ufeff${around('<title>T</title>')}`))).toBe(brand('svg+xml', around('')).logo);
    expect(logoOf(undefined)).toBe('');
  });

  it('says whose logo cannot be used', () => {
    expect(() => logoOf(brand('svg+xml', around('<text/>')))).toThrow('Brand "A": The SVG logo cannot be used: it holds text');
  });
});
