import * as flags from '../flags/common.ts';
import { describeCommand } from './command.ts';

export const doctor = describeCommand({
  name: 'doctor',
  summary: 'check this machine: Node, browser, fonts, disk',
  about: [
    'Checks what the documents need on this machine, one line each, with the fix where something is wrong. It starts the browser that would print PDFs. It uses no network and changes nothing, but for unpacking the browser that comes with the packages into your cache.',
    '--install-browser is the one thing here that uses the network: it fetches chrome-headless-shell, about 100 MB, into the cache that puppeteer uses.',
  ],
  args: {
    'install-browser': { type: 'boolean', description: 'Fetch a browser over the network first' },
    'browser': flags.browser,
    ...flags.everywhere,
  },
  examples: [
    ['iam-dossier doctor', 'can this machine make PDFs?'],
    ['iam-dossier doctor --browser /usr/bin/chromium', 'can this browser?'],
  ],
  exits: [
    [0, 'everything can be made here'],
    [2, 'PDFs cannot be made here; the output says how to change that'],
  ],
  run: async (args, session) => (await import('./doctor.run.ts')).run(args, session),
});
