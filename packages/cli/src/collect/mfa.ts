import process from 'node:process';
import { createInterface } from 'node:readline/promises';
import { DossierError } from '@iam-dossier/core/errors';
import { safe } from '../terminal/safe-text.ts';

/** One question after the other: several accounts may ask at once, and a code is good for one of them. */
export function mfaPrompt(pause: () => () => void): (serial: string) => Promise<string> {
  let last: Promise<unknown> = Promise.resolve();
  return (serial) => {
    const asked = last.then(() => ask(serial, pause));
    last = asked.catch(() => undefined);
    return asked;
  };
}

async function ask(serial: string, pause: () => () => void): Promise<string> {
  if (!process.stdin.isTTY || !process.stderr.isTTY)
    throw new DossierError('collect-no-credentials', `a code of the MFA device ${serial} is needed, and there is no terminal to ask for it on`, {
      hint: 'Run in a terminal, or sign in first and hand on what you get: aws sts get-session-token, aws sso login.',
    });
  const goOn = pause();
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    for (;;) {
      const code = (await lines.question(`Code of ${safe(serial)}: `)).trim();
      if (/^\d{6}$/.test(code)) return code;
      process.stderr.write('A code has six digits, and can be used once.\n');
    }
  } finally {
    lines.close();
    goOn();
  }
}
