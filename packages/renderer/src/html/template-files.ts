import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { DossierError } from '@iam-dossier/core/errors';

const root = dirname(createRequire(import.meta.url).resolve('@iam-dossier/templates/package.json'));
const texts = new Map<string, string>();

/** A file of the templates package, read once. Line ends are LF on every system: digests are taken of what is written. */
export function readTemplateFile(path: string): string {
  const known = texts.get(path);
  if (known !== undefined) return known;
  const text = readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n');
  texts.set(path, text);
  return text;
}

/** Names in a folder of the templates package that end so, without the ending, sorted. */
export function listTemplateFiles(folder: string, ending: string): string[] {
  return readFolder(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, name.length - ending.length))
    .sort();
}

function readFolder(folder: string): string[] {
  try {
    return readdirSync(join(root, folder));
  } catch (cause) {
    throw new DossierError('template-invalid', `the templates have no folder "${folder}"`, { cause });
  }
}
