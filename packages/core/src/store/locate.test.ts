import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lineOfWords } from './locate.ts';

const yaml = `format: iam-dossier.engagement
accessModel:
  console:
    text: |-
      First line.

      Third line.
  programmatic:
    text: >-
      Folded into
      one.
  federation:
    text:
      en: Plain.
      pt-BR: 'Quoted.'
claims:
  - text: One.
  - text: Two.
sop:
  paragraphs:
    console.sign-in:
      append: { es: Aquí. }
`;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'locate-'));
  await writeFile(join(folder, 'a.yaml'), yaml);
});
afterAll(() => rm(folder, { recursive: true }));

it.each([
  ['accessModel.console.text', 1, 5],
  ['accessModel.console.text', 3, 7],
  ['accessModel.programmatic.text', 1, 9],
  ['accessModel.federation.text.pt-BR', 1, 15],
  ['claims[1].text', 1, 18],
  ['sop.paragraphs.console.sign-in.append.es', 1, 22],
])('%s, line %i, stands on line %i of the file', async (member, line, expected) => {
  expect(await lineOfWords(join(folder, 'a.yaml'), { member, line })).toBe(expected);
});
