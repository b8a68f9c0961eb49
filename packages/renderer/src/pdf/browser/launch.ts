import process from 'node:process';
import { defaultTimeoutMs, type BrowserOptions } from '../options.ts';
import { readComplaint } from './complaint.ts';
import { browserFlags } from './flags.ts';
import { guardProcess } from './guard.ts';
import { loadPuppeteer, type Browser } from './puppeteer.ts';
import type { BrowserLocation } from './report.ts';
import { openRoom, type Room } from './room.ts';

/** A running browser. `close` ends it and removes all it wrote. */
export interface OpenBrowser {
  browser: Browser;
  location: BrowserLocation;
  version: string;
  sandbox: boolean;
  close(): Promise<void>;
}

/** What a start needs beyond the plain one. */
interface Needs {
  noSandbox: boolean;
  libraries: boolean;
}

const closeMs = 3_000;

export async function launchBrowser(location: BrowserLocation, options: BrowserOptions): Promise<OpenBrowser> {
  const room = await openRoom();
  const unguardRoom = guardProcess(room.removeNow);
  try {
    const { browser, needs } = await startWith(room, location, options, { noSandbox: isRoot(), libraries: false });
    const unguard = guardProcess(() => killNow(browser));
    const close = async (): Promise<void> => {
      await closeBrowser(browser);
      unguard();
      await room.remove();
      unguardRoom();
    };
    return { browser, location, version: await browser.version(), sandbox: !needs.noSandbox, close };
  } catch (error) {
    await room.remove();
    unguardRoom();
    throw error;
  }
}

// Whether a system lets a program make its sandbox, or has its libraries, is only known by trying.
async function startWith(room: Room, location: BrowserLocation, options: BrowserOptions, needs: Needs): Promise<{ browser: Browser; needs: Needs }> {
  try {
    return { browser: await start(room, location, options, needs), needs };
  } catch (error) {
    const complaint = await readComplaint(location.path, argumentsOf(needs), { ...room.environment, ...librariesOf(location, needs) });
    const more = needsAfter(complaint, location, needs);
    if (more) return startWith(room, location, options, more);
    throw new Error(complaint === '' ? messageOf(error) : complaint, { cause: error });
  }
}

function needsAfter(complaint: string, location: BrowserLocation, needs: Needs): Needs | undefined {
  const lacksLibraries = complaint.includes('error while loading shared libraries');
  if (lacksLibraries && !needs.libraries && location.libraries !== undefined) return { ...needs, libraries: true };
  if (!needs.noSandbox && /no usable sandbox|setuid sandbox/i.test(complaint)) return { ...needs, noSandbox: true };
  return undefined;
}

function argumentsOf(needs: Needs): string[] {
  return [...browserFlags, ...(needs.noSandbox ? ['--no-sandbox'] : [])];
}

function librariesOf(location: BrowserLocation, needs: Needs): Record<string, string> {
  return needs.libraries && location.libraries !== undefined ? { LD_LIBRARY_PATH: location.libraries } : {};
}

async function start(room: Room, location: BrowserLocation, options: BrowserOptions, needs: Needs): Promise<Browser> {
  const puppeteer = await loadPuppeteer();
  const timeout = options.timeoutMs ?? defaultTimeoutMs;
  return puppeteer.launch({
    executablePath: location.path,
    headless: 'shell',
    // A pipe, so that not even the browser's control port is opened.
    pipe: true,
    userDataDir: room.profile,
    env: { ...room.environment, ...librariesOf(location, needs) },
    args: argumentsOf(needs),
    timeout,
    protocolTimeout: timeout,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

async function closeBrowser(browser: Browser): Promise<void> {
  const ended = new Promise((resolve) => browser.process()?.once('exit', resolve));
  const timer = setTimeout(() => killNow(browser), closeMs);
  await browser.close().catch(() => killNow(browser));
  if (browser.process()?.exitCode === null) await ended;
  clearTimeout(timer);
}

// The browser leads a process group of its own, except on Windows.
function killNow(browser: Browser): void {
  const pid = browser.process()?.pid;
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function isRoot(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0;
}
