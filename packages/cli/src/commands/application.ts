import * as flags from '../flags/common.ts';
import { describeCommand } from './command.ts';

export const applicationCommand = describeCommand({
  name: 'application',
  summary: 'judge several examples of one application together',
  about: [
    'Reads an application file: designation, checklist release, the examples with their engagements and inputs, and the action items of earlier submissions. Makes the dossier of each example in a folder of its own, the standing procedure once, and internal/ACCT-002-application: every example against every criterion, what stands in the way, and whether each action item is answered and still true. The answers to action items are written for AWS as well.',
    'One example that meets every criterion is enough.',
  ],
  operands: { name: 'application', description: 'an application file, YAML or JSON', least: 1, most: 1 },
  args: {
    'output': flags.outputFolder,
    'format': flags.format,
    'locale': flags.locale,
    'templates': flags.templates,
    'issued-at': {
      ...flags.issuedAt,
      description: "Date of the documents, 2026-10-06. Default: each engagement's document.date, and today for the application",
    },
    'browser': flags.browser,
    'force': flags.force,
    ...flags.everywhere,
  },
  elsewhere: {
    'engagement': 'the application file names the engagement of each example',
    'partner': 'the application file, or its engagements, name the partner',
    'fail-on': 'the exit code says whether the application is ready; report judges findings of one example',
  },
  examples: [
    ['iam-dossier application application.yaml -o out', 'all examples, and the sheet over them'],
    ['iam-dossier application application.yaml -o out --json', 'the verdict as JSON too'],
  ],
  exits: [
    [0, 'ready: an example meets every criterion, and nothing else stands in the way'],
    [1, 'written, and something stands in the way'],
    [2, 'not written, or without PDF because no browser was found'],
  ],
  run: async (args, session) => (await import('./application.run.ts')).run(args, session),
});
