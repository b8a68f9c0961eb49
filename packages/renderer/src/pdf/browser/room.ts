import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { readFallbackFont } from '../../fonts/index.ts';
import { sfntOf } from './sfnt.ts';

/** A private folder in which one browser keeps all it writes. */
export interface Room {
  profile: string;
  environment: Record<string, string | undefined>;
  remove(): Promise<void>;
  removeNow(): void;
}

const patience = { recursive: true, force: true, maxRetries: 5, retryDelay: 50 } as const;

export async function openRoom(): Promise<Room> {
  const folder = await mkdtemp(join(tmpdir(), 'iam-dossier-print-'));
  await writeFonts(folder);
  return {
    profile: join(folder, 'profile'),
    environment: environmentOf(folder),
    remove: () => rm(folder, patience),
    removeNow: () => rmSync(folder, patience),
  };
}

// Fonts of the host never show. One font must be there all the same: without any, Chromium sometimes lays text out
// with no height while a page's own fonts load.
async function writeFonts(folder: string): Promise<void> {
  const fonts = join(folder, 'fonts');
  await mkdir(fonts);
  await writeFile(join(fonts, 'fallback.ttf'), sfntOf(readFallbackFont()));
  await writeFile(
    join(folder, 'fonts.conf'),
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">' +
      '<fontconfig><dir prefix="relative">fonts</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>',
  );
}

function environmentOf(folder: string): Room['environment'] {
  const own = {
    TZ: 'UTC',
    LANG: 'C.UTF-8',
    HOME: folder,
    TMPDIR: folder,
    XDG_CONFIG_HOME: folder,
    XDG_CACHE_HOME: folder,
    FONTCONFIG_FILE: join(folder, 'fonts.conf'),
  };
  // Elsewhere programs do not start without variables of the system.
  return process.platform === 'linux' ? own : { ...process.env, TZ: own.TZ };
}
