import { existsSync } from 'node:fs';
import { rmdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DossierError } from '@iam-dossier/core/errors';
import { makeFolder } from '@iam-dossier/core/store';
import { checkTargets } from '../output/targets.ts';
import type { Target } from './targets.ts';

interface Rules {
  force: boolean;
  resume: boolean;
  /** Files that were read. */
  inputs: readonly string[];
}

/** What is to be read, and what an earlier run has read already. */
export interface Sorted {
  open: Target[];
  done: Target[];
}

/**
 * Looks at what earlier runs left, before anything is asked.
 * @throws DossierError `output-exists`, `output-unwritable`, `input-not-found`
 */
export async function sortTargets(targets: readonly Target[], { force, resume, inputs }: Rules): Promise<Sorted> {
  const begun = targets.filter((target) => existsSync(target.journal));
  if (resume && begun.length === 0)
    throw new DossierError('input-not-found', `there is nothing to go on from: ${journalsText(targets)}`, { hint: 'Collect without --resume.' });
  if (!resume && !force && begun[0]) throw leftOver(begun[0]);
  // An account of a run that was stopped, whose snapshot is there and journal is not, was finished.
  const done = resume && !force ? targets.filter((target) => isWritten(target) && !begun.includes(target)) : [];
  const open = targets.filter((target) => !done.includes(target));
  await checkTargets(
    open.flatMap(({ output }) => output ?? []),
    { force, inputs },
  );
  return { open, done };
}

function isWritten({ output }: Target): boolean {
  return output !== undefined && existsSync(output);
}

function journalsText(targets: readonly Target[]): string {
  const [first] = targets;
  return targets.length === 1 ? `${first?.journal ?? ''} is not there` : 'no journal is there';
}

function leftOver({ journal }: Target): DossierError {
  return new DossierError('output-exists', `${journal} is the journal of a run that was stopped. Nothing was asked.`, {
    hint: 'Go on from it with --resume, or begin anew with --force.',
  });
}

/** Makes the folders of journals for as long as `work` lasts; one that is new and still empty afterwards is taken away. */
export async function withFolders<T>(paths: readonly string[], work: () => Promise<T>): Promise<T> {
  const folders = [...new Set(paths.map((path) => dirname(path)))];
  const made = folders.filter((folder) => !existsSync(folder));
  for (const folder of made) {
    await makeFolder(folder).catch((cause: unknown) => {
      throw new DossierError('output-unwritable', `${folder} could not be made`, { cause });
    });
  }
  try {
    return await work();
  } finally {
    for (const folder of made) await rmdir(folder).catch(() => undefined);
  }
}
