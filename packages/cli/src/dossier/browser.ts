import type { Session } from '../terminal/session.ts';

/** The browser asked for: by flag, by our variable, or by the one that puppeteer's users know. */
export function browserOf(flag: string | undefined, { env }: Session): { browser?: string } {
  const path = flag ?? (env['IAM_DOSSIER_BROWSER'] || env['PUPPETEER_EXECUTABLE_PATH'] || undefined);
  return path === undefined ? {} : { browser: path };
}
