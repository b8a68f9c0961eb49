import { existsSync } from 'node:fs';
import type { Session } from '../terminal/session.ts';
import type { PlannedFile } from './plan.ts';
import type { Written } from './write.ts';

/** The files that were made, by who they are for, and those that were not. */
export function writtenLines(written: Written, session: Pick<Session, 'paint'>): string[] {
  return [...fileLines(written.files, session), ...unmadeLines(written, session)];
}

export function fileLines(files: readonly PlannedFile[], { paint }: Pick<Session, 'paint'>): string[] {
  const row = ({ path, draft }: PlannedFile) => `  ${paint.plain(path)}${draft ? `  ${paint.yellow('DRAFT')}` : ''}`;
  const section = (title: string, audience: PlannedFile['audience']) => {
    const own = files.filter((file) => file.audience === audience);
    return own.length === 0 ? [] : [paint.bold(title), ...own.map(row)];
  };
  return [...section('For AWS', 'submission'), ...section('For you alone', 'internal')];
}

/** The PDFs that could not be made. One of an earlier run that still lies there must not be taken for one of this run. */
function unmadeLines({ unmade }: Written, { paint }: Pick<Session, 'paint'>): string[] {
  if (unmade.length === 0) return [];
  return [
    paint.bold('Not made'),
    ...unmade.map(({ path }) => `  ${paint.plain(path)}${existsSync(path) ? paint.yellow('  an older file lies there') : ''}`),
  ];
}

export function writtenJson({ files, unmade }: Written): Record<string, unknown> {
  return {
    written: files.map(({ path }) => path),
    documents: files.map(({ path, audience, draft }) => ({ path, audience, draft })),
    unmade: unmade.map(({ path }) => path),
  };
}

export function hasDraft({ files, unmade }: Written): boolean {
  return [...files, ...unmade].some((file) => file.audience === 'submission' && file.draft);
}
