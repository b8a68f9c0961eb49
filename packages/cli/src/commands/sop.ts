import * as flags from '../flags/common.ts';
import { describeCommand } from './command.ts';

export const sop = describeCommand({
  name: 'sop',
  summary: 'make your standing procedure, without any customer',
  about: [
    'Makes the one procedure that ACCT-002 asks for: how you reach customer accounts, whoever the customer is. No snapshot is needed and no customer stands in it.',
    'The paragraphs are proposals until sop.adopted in the partner file says who approved which version and when; till then every page is marked DRAFT. Each paragraph can be replaced in the partner file by its id.',
  ],
  args: {
    'partner': { ...flags.partner, description: 'Partner: who you are, your brand, your own paragraphs, who adopted the procedure' },
    'engagement': { ...flags.engagement, description: 'Engagement, used only to find the partner it names' },
    'output': flags.outputFolder,
    'format': { ...flags.format, default: 'html,pdf' },
    'locale': flags.locale,
    'templates': flags.templates,
    'issued-at': { ...flags.issuedAt, description: 'Date of the document, 2026-10-06. Default: today' },
    'paragraphs': { type: 'boolean', description: 'List the paragraphs with their ids instead of writing documents' },
    'browser': flags.browser,
    'force': flags.force,
    ...flags.everywhere,
  },
  elsewhere: { 'allow-draft': 'a draft of the procedure is no failure here', 'fail-on': 'it judges nothing', 'as-of': 'it reads no account' },
  examples: [
    ['iam-dossier sop -p partner.yaml -o out', 'your procedure'],
    ['iam-dossier sop --paragraphs', 'what it says, to replace paragraph by paragraph'],
  ],
  exits: [
    [0, 'written, as a draft until it is adopted'],
    [2, 'not written, or without PDF because no browser was found'],
  ],
  run: async (args, session) => (await import('./sop.run.ts')).run(args, session),
});
