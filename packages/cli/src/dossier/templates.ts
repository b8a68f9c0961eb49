import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { DossierError, isDossierError } from '@iam-dossier/core/errors';
import type { TemplateOverlay } from '@iam-dossier/renderer';

export interface TemplatesFlag {
  templates?: string;
}

export interface OpenedTemplates {
  overlay?: TemplateOverlay;
  /** Paths of the files read. */
  paths: string[];
}

const mostFiles = 1000;

/** The partner's own templates. @throws DossierError `input-not-found`, `input-unreadable`, `template-invalid` with files as they are on disk */
export async function openTemplatesFolder({ templates: folder }: TemplatesFlag): Promise<OpenedTemplates> {
  if (folder === undefined) return { paths: [] };
  const names = await listTemplates(folder);
  const texts = await Promise.all(names.map(async (name) => [name.split(sep).join('/'), await readText(join(folder, name))] as const));
  const { openTemplates } = await import('@iam-dossier/renderer');
  const overlay = tellingTemplates(folder, () => openTemplates(new Map(texts)));
  return { overlay, paths: names.map((name) => join(folder, name)) };
}

/** Runs what fills templates; files of the folder are named by their paths. */
export function tellingTemplates<T>(folder: string | undefined, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (folder === undefined || !isDossierError(error) || error.code !== 'template-invalid') throw error;
    const problems = error.problems.map(({ file, ...problem }) => ({ file: file === undefined ? folder : join(folder, file), ...problem }));
    throw new DossierError(error.code, `${folder}: ${error.message}`, { problems, hint: error.hint, cause: error });
  }
}

/** Hidden files, such as an editor's, and others than templates are passed over. */
async function listTemplates(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true });
    const names = entries.filter((name) => name.endsWith('.hbs') && !name.split(sep).some((part) => part.startsWith('.')));
    if (names.length > mostFiles)
      throw new DossierError('input-too-large', `${folder} holds ${names.length} templates; ${mostFiles} are the most that are read`);
    return names.sort();
  } catch (cause) {
    if (isDossierError(cause)) throw cause;
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    const problem = missing ? 'is not there' : 'is no folder that can be read';
    throw new DossierError(missing ? 'input-not-found' : 'input-unreadable', `${folder} ${problem}`, {
      cause,
      hint: 'Give a folder with documents/<name>.hbs or partials/<name>.hbs in it.',
    });
  }
}

async function readText(path: string): Promise<string> {
  return (
    await readFile(path, 'utf8').catch((cause: unknown) => {
      throw new DossierError('input-unreadable', `${path} cannot be read`, { cause });
    })
  ).replaceAll('\r\n', '\n');
}
