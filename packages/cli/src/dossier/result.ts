import type { Session } from '../terminal/session.ts';
import { tableLines } from '../terminal/table.ts';
import type { PlannedFile } from './plan.ts';
import type { Written } from './write.ts';

/** The files that were made, by who they are for. */
export function writtenLines({ files }: Pick<Written, 'files'>, { paint, columns }: Pick<Session, 'paint' | 'columns'>): string[] {
  const row = ({ path, draft }: PlannedFile) => [draft ? paint.yellow('DRAFT') : '     ', paint.plain(path)];
  const section = (title: string, audience: PlannedFile['audience']) => {
    const own = files.filter((file) => file.audience === audience);
    return own.length === 0 ? [] : [paint.bold(title), ...tableLines(own.map(row), { columns })];
  };
  return [...section('For AWS', 'submission'), ...section('For you alone', 'internal')];
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
