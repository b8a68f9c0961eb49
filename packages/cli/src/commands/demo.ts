import * as flags from '../flags/common.ts';
import { describeCommand } from './command.ts';

export const demo = describeCommand({
  name: 'demo',
  summary: 'make both example dossiers, to see what comes out',
  about: [
    'Makes the dossiers of two made-up customer examples, each in a folder of its own. One account is as such accounts are often found: it is not ready, and its documents say why. The other is the same account mended: it is ready.',
    'The examples and their AWS CLI files come with the package; start your own engagement.yaml from them.',
  ],
  args: { output: flags.outputFolder, locale: flags.locale, browser: flags.browser, force: flags.force, ...flags.everywhere },
  elsewhere: {
    'engagement': 'the examples bring their own; for yours: iam-dossier report',
    'issued-at': 'the times stand in the examples',
    'as-of': 'the times stand in the examples',
  },
  examples: [
    ['iam-dossier demo', 'into out/'],
    ['iam-dossier demo -o /tmp/demo --force', 'elsewhere, again'],
  ],
  exits: [
    [0, 'made, the one that is not ready as well: that is the example'],
    [2, 'not made, or without PDF because no browser was found'],
  ],
  run: async (args, session) => (await import('./demo.run.ts')).run(args, session),
});
