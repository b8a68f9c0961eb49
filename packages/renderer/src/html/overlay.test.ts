import { isDossierError, type Problem } from '@iam-dossier/core/errors';
import { describe, expect, it } from 'vitest';
import { renderSop } from '../sop/index.ts';
import { templateEngine } from './engine.ts';
import { openTemplates } from './overlay.ts';
import { openWords } from '../words/index.ts';
import { listTemplateFiles, readTemplateFile } from './template-files.ts';

const words = openWords('en');
const overlayOf = (files: Record<string, string>) => openTemplates(new Map(Object.entries(files)));

function problemsOf(work: () => unknown): readonly Problem[] {
  try {
    work();
  } catch (error) {
    if (isDossierError(error) && error.code === 'template-invalid') return error.problems;
    throw error;
  }
  return [];
}

const fill = (text: string, view: object = {}) => templateEngine(overlayOf({ 'partials/own.hbs': text })).fill('partials/own', view, words);

describe('templates of a partner', () => {
  it('may be copies of all of ours but the two that keep documents closed', () => {
    for (const folder of ['documents', 'partials'] as const) {
      for (const name of listTemplateFiles(folder, '.hbs')) {
        const text = readTemplateFile(`${folder}/${name}.hbs`);
        const problems = problemsOf(() => overlayOf({ [`${folder}/${name}.hbs`]: text }));
        expect([name, problems.map(({ message }) => message)]).toEqual([
          name,
          ['page', 'notice'].includes(name) ? [expect.stringContaining('cannot be replaced')] : [],
        ]);
      }
    }
  });

  it.each([
    ['a script', 'a\n<script>x</script>', 2, 'has an element'],
    ['a frame', '<iframe src="#x">', 1, 'has an element'],
    ['an event handler', '<p onclick="x">', 1, 'has an event handler'],
    ['a style attribute', '<p style="color: red">', 1, 'has a style attribute'],
    ['an address', '<img src="https://evil.example/x.png">', 1, 'has an address'],
    ['a script address', '<a href="javascript:x">', 1, 'has an address'],
    ['an attribute without quotes', '<p class={{name}}>', 1, 'without quotes'],
    ['an attribute in single quotes', "<p title='{{name}}'>", 1, 'single quotes'],
    ['an unescaped value', 'a\n\n{{{name}}}', 3, 'unescaped'],
    ['an unescaped value of the other kind', '{{&name}}', 1, 'unescaped'],
    ['a computed partial', '{{> (lookup . "x")}}', 1, 'computed name'],
    ['an inline partial', '{{#*inline "x"}}a{{/inline}}', 1, 'inline partial'],
    ['a block that does not end', 'a\n{{#if b}}\nc', 3, 'Expecting'],
  ])('are refused with %s, with file and line', (_, text, line, message) => {
    expect(problemsOf(() => overlayOf({ 'partials/own.hbs': text }))).toContainEqual(
      expect.objectContaining({ file: 'partials/own.hbs', line, message: expect.stringContaining(message) as string }),
    );
  });

  it.each([
    ['documents/executiv.hbs', 'did you mean documents/executive.hbs?'],
    ['documents/wholly-else.hbs', 'there are '],
    ['styles/base.hbs', 'is no place for a template'],
    ['../partials/cover.hbs', 'is no place for a template'],
    ['partials/Cover.hbs', 'is no place for a template'],
    ['partials/page.hbs', 'cannot be replaced'],
  ])('are refused at %s', (file, message) => {
    expect(problemsOf(() => overlayOf({ [file]: 'x' }))[0]?.message).toContain(message);
  });

  it('are refused when there are none, too many, or too long', () => {
    expect(problemsOf(() => overlayOf({}))[0]?.message).toContain('holds no template');
    const many = Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`partials/p${index}.hbs`, '']));
    expect(problemsOf(() => overlayOf(many))[0]?.message).toContain('200 are the most');
    expect(problemsOf(() => overlayOf({ 'partials/own.hbs': 'x'.repeat(200_001) }))[0]?.message).toContain('200000 are the most');
  });

  it.each([
    ['a member that is not there', 'a\n{{nothing}}', {}, 2, '"nothing" not defined here'],
    ['a helper of its own', '{{shout "x"}}', {}, 1, 'shout'],
    ['a partial that is not there', '{{> nowhere}}', {}, undefined, 'nowhere'],
    ['itself', '{{> own}}', {}, undefined, 'takes itself in without end'],
    ['words that are not there', '{{say "sop.nothing"}}', {}, undefined, 'there are no words'],
    [
      'endless rounds',
      '{{#each a}}{{#each @root.a}}{{#each @root.a}}x{{/each}}{{/each}}{{/each}}',
      { a: Array.from({ length: 200 }, () => 1) },
      undefined,
      'repeats more than',
    ],
    [
      'endless text',
      `{{#each a}}{{#each ../a}}${'x'.repeat(10_000)}{{/each}}{{/each}}`,
      { a: Array.from({ length: 200 }, () => 1) },
      undefined,
      'writes more than',
    ],
  ])('end with %s, naming the file', (_, text, view, line, message) => {
    const [problem] = problemsOf(() => fill(text, view));
    expect(problem).toMatchObject({ file: 'partials/own.hbs', ...(line === undefined ? {} : { line }) });
    expect(problem?.message).toContain(message);
  });

  it.each(['constructor', '__proto__', 'a.constructor', 'lookup', '__defineGetter__'])('reach nothing of a prototype by %s', (path) => {
    const read = () => fill(`{{${path}}}`, { a: 'b' });
    expect(problemsOf(read).length === 1 || read() === '').toBe(true);
  });

  it('escape what they are given, and go before ours in every document that takes them in', () => {
    expect(fill('<p title="{{a}}">{{a}}</p>', { a: '"><script>' })).toBe('<p title="&quot;&gt;&lt;script&gt;">&quot;&gt;&lt;script&gt;</p>');
    const templates = overlayOf({
      'partials/cover.hbs': '<header class="cover">Ours: {{title}} {{> seal}}</header>',
      'partials/seal.hbs': '<p>Sealed</p>',
    });
    const document = renderSop({ issuedAt: '2026-10-06', templates });
    expect(document.html).toContain('Ours: Access to customer AWS accounts <p>Sealed</p>');
    const manifest = Buffer.from(document.attachments?.[0]?.data ?? []).toString('utf8');
    expect(JSON.parse(manifest)).toMatchObject({ templates: { digest: templates.digest, files: ['partials/cover.hbs', 'partials/seal.hbs'] } });
    expect(renderSop({ issuedAt: '2026-10-06' }).html).not.toContain('Sealed');
  });
});
