import type { Session } from '../terminal/session.ts';

/** Variables that name a browser: ours, and the one that puppeteer's users know. */
const variables = ['IAM_DOSSIER_BROWSER', 'PUPPETEER_EXECUTABLE_PATH'] as const;

/** The browser asked for, and by what. */
export function browserOf(flag: string | undefined, { env }: Session): { browser?: string; from?: string } {
  if (flag !== undefined) return { browser: flag, from: '--browser' };
  const from = variables.find((name) => (env[name] ?? '') !== '');
  const browser = from === undefined ? undefined : env[from];
  return from === undefined || browser === undefined ? {} : { browser, from };
}
