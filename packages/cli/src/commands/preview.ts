import * as flags from '../flags/common.ts';
import { describeCommand } from './command.ts';

export const previewCommand = describeCommand({
  name: 'preview',
  usage: '<input>… | --store <folder>',
  summary: 'show documents in the browser while you write',
  about: [
    'Makes the HTML documents of report and shows them at an address on this machine, which no other machine can reach. When you save the engagement, the partner, a brand, a logo or a snapshot, they are made anew and the page follows, at the place where you were. A mistake is told above the document, which stays as it was. Nothing is written.',
    'Ctrl-C ends it.',
  ],
  operands: { name: 'input', description: 'snapshots, or files, folders and zips of AWS CLI output', least: 0, most: Infinity },
  args: {
    engagement: flags.engagement,
    partner: flags.partner,
    ...flags.judged,
    locale: flags.locale,
    templates: flags.templates,
    port: { type: 'string', valueHint: 'number', description: 'Port to show them at. Default: 4747, or another that is free' },
    ...flags.everywhere,
  },
  elsewhere: { output: 'it writes nothing; iam-dossier report does', format: 'it shows HTML; iam-dossier report makes PDF' },
  examples: [
    ['iam-dossier preview export/ -e engagement.yaml', 'the documents of a folder of AWS CLI files'],
    ['iam-dossier preview snapshot.json -e engagement.yaml --port 8080', 'of a snapshot, at a port of your own'],
  ],
  exits: [
    [130, 'ended by Ctrl-C'],
    [2, 'the documents could not be made at first, or the port is in use'],
  ],
  run: async (args, session) => (await import('./preview.run.ts')).run(args, session),
});
