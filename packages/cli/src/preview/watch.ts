import { watch, type FSWatcher } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/** Editors save in several steps; what comes within this time is one change. */
const SETTLE = 150;

/**
 * Calls `changed` when something changes in the folders where the sources lie: logos and brands lie beside the files that name
 * them. A folder that is a source is looked into itself. What is returned ends it.
 */
export async function watchSources(sources: readonly string[], changed: () => void): Promise<() => void> {
  const folders = new Set(await Promise.all(sources.map(folderOf)));
  let timer: NodeJS.Timeout | undefined;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(changed, SETTLE);
  };
  const watchers = [...folders].flatMap((folder) => watcherOf(folder, soon));
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}

/** Changes that wait to be looked at. */
export class Changes {
  private waiting = false;
  private wake: (() => void) | undefined;

  saw(): void {
    this.waiting = true;
    this.wake?.();
  }

  /** Resolves when there was one since the last time. */
  async next(): Promise<void> {
    if (!this.waiting) await new Promise<void>((resolve) => (this.wake = resolve));
    this.waiting = false;
  }
}

async function folderOf(path: string): Promise<string> {
  const found = await stat(path).catch(() => undefined);
  return found?.isDirectory() === true ? resolve(path) : dirname(resolve(path));
}

/** A folder that cannot be watched is not: what lies there is seen anew when something else changes. */
function watcherOf(folder: string, changed: () => void): FSWatcher[] {
  try {
    return [watch(folder, changed).on('error', () => undefined)];
  } catch {
    return [];
  }
}
