import { access, constants } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

const linux = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
const mac = ['Google Chrome', 'Microsoft Edge', 'Chromium'];
const windows = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];

/** Browsers at the places where systems install them, best first. */
export async function findSystemBrowsers(): Promise<string[]> {
  const found = await Promise.all(placesOf(process.platform).map(async (path) => ((await canRun(path)) ? [path] : [])));
  return found.flat();
}

async function canRun(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function placesOf(platform: string): string[] {
  if (platform === 'darwin') return mac.flatMap((name) => ['/', homedir()].map((root) => macPath(root, name)));
  if (platform === 'win32') return windows.flatMap((path) => windowsRoots().map((root) => join(root, path)));
  return linux.flatMap((name) => ['/usr/bin', '/usr/local/bin'].map((folder) => join(folder, name)));
}

function macPath(root: string, name: string): string {
  return join(root, 'Applications', `${name}.app`, 'Contents', 'MacOS', name);
}

function windowsRoots(): string[] {
  return ['C:/Program Files', 'C:/Program Files (x86)', join(homedir(), 'AppData', 'Local')];
}
