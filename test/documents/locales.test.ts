import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { importPaths } from '@iam-dossier/core/importer';
import { evaluate, translateAssessment } from '@iam-dossier/evaluator';
import { renderExecutive, renderImplementation, renderReadiness, renderResponse, renderSop, type RenderedDocument } from '@iam-dossier/renderer';
import { beforeAll, describe, expect, it } from 'vitest';
import { declaredOf, exampleFolder, examples } from './dossier.ts';
import { problemsOfWords, type WordsFile } from './locale-words.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const locales = ['es', 'pt-BR'] as const;
const read = (path: string) => JSON.parse(readFileSync(`${root}${path}`, 'utf8')) as WordsFile;
const files = readdirSync(`${root}templates/locales/en`).sort();
const evaluatorWords = read('packages/evaluator/locales/en.json');

/** Words that stand in pages of this project, and in no document. */
const isForDocuments = (key: string) =>
  key !== '//' && !key.startsWith('problem/') && !/^frameworks?\//.test(key) && !/^claim\/[^/]+\/description$/.test(key);
const documentWords = Object.fromEntries(Object.entries(evaluatorWords).filter(([key]) => isForDocuments(key)));

describe.each(locales)('the words in %s', (locale) => {
  it.each(files)('of %s are all there, with the same values', (file) => {
    expect(problemsOfWords(read(`templates/locales/en/${file}`), read(`templates/locales/${locale}/${file}`))).toEqual([]);
  });

  it('of rules, criteria and claims are all there, with the same values', () => {
    expect(problemsOfWords(documentWords, read(`packages/evaluator/locales/${locale}.json`))).toEqual([]);
  });

  it('are in no file that English has not', () => {
    expect(readdirSync(`${root}templates/locales/${locale}`).sort()).toEqual(files);
  });
});

describe('problems of words', () => {
  it.each([
    ['a missing key', { a: 'x' }, {}, 'a: is missing'],
    ['a key too many', {}, { b: 'x' }, 'b: is not in English'],
    ['an empty text', { a: 'x' }, { a: ' ' }, 'a: is empty'],
    ['a lost value', { a: 'x {n}' }, { a: 'x' }, 'a: has other values than English: {n}'],
    ['a lost group', { a: '{n#group}' }, { a: '{n}' }, 'a: has other values than English: {n#group}, {n}'],
    ['a plural of nothing', { a: 'x' }, { a: '{n|a|b}' }, 'a: has a plural of {n}, which English has not'],
    ['a brace', { a: 'x' }, { a: 'x {' }, 'a: has a brace that stands for nothing'],
    [
      'another command',
      { 'rule/a/remediation/cli': 'aws iam x <user> # b' },
      { 'rule/a/remediation/cli': 'aws iam y <usuario> # c' },
      'has another command',
    ],
    ['an English sentence', { a: 'The role is in scope.' }, { a: 'The role is in scope.' }, 'a: is English still'],
  ])('are seen: %s', (_, english, other, problem) => {
    expect(problemsOfWords(english as WordsFile, other as WordsFile).join()).toContain(problem);
  });
});

const textOf = (html: string) =>
  html
    .replace(/<(style|script|template)\b.*?<\/\1>/gs, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#x27;/g, "'")
    .replace(/\s+/g, ' ');

describe.each(locales)('the documents in %s', (locale) => {
  const words = read(`packages/evaluator/locales/${locale}.json`);
  const made: RenderedDocument[] = [];
  const responses: string[] = [];
  let left = -1;

  beforeAll(async () => {
    left = 0;
    for (const name of examples) {
      const { engagement, partner } = await declaredOf(name);
      const snapshot = await importPaths([`${exampleFolder(name)}/aws`]);
      const issuedAt = engagement.document.date;
      const translated = translateAssessment(evaluate({ snapshots: [snapshot], engagement, partner, issuedAt, locale }), locale, words);
      left += translated.left;
      const input = { assessment: translated.assessment, engagement, partner };
      made.push(renderImplementation(input), renderReadiness(input), renderSop({ partner, issuedAt, locale }), renderExecutive(input));
      responses.push(renderResponse(input).plain);
    }
  });

  it('have no sentence of the assessment left in English', () => expect(left).toBe(0));

  it('say their language', () => {
    for (const { html, language } of made) expect([language, html.includes(`<html lang="${locale}">`)]).toEqual([locale, true]);
  });

  it('hold no English sentence of ours', () => {
    const english = [...files.flatMap((file) => Object.values(read(`templates/locales/en/${file}`))), ...Object.values(documentWords)];
    const sentences = english.filter((text) => text.length > 24 && text.split(' ').length > 4 && !/[{<\n]|^aws /.test(text));
    expect(sentences.length).toBeGreaterThan(300);
    for (const text of [...made.map(({ html }) => textOf(html)), ...responses])
      expect(sentences.filter((sentence) => text.includes(sentence))).toEqual([]);
  });

  it('keep what is not language: names, ARNs, digests, dates', () => {
    const [implementation] = made;
    const text = textOf(implementation?.html ?? '');
    for (const kept of ['igs-ec2-operator', '2026-10-05', 'ReadOnlyAccess']) expect(text).toContain(kept);
  });
});
