import * as flags from '../flags/common.ts';
import { describeCommand } from './command.ts';

export const exportScriptCommand = describeCommand({
  name: 'export-script',
  summary: 'print a script by which a customer exports an account',
  about: [
    'Prints one shell script for somebody who may read the account when you may not. It makes the calls of collect with the AWS CLI, in AWS CloudShell or on any machine, and leaves one file, which import takes as it is. It changes nothing in the account.',
    'What AWS refuses is kept in the file with its words, and named by import. The permissions it needs are those that iam-dossier permissions prints.',
  ],
  args: {
    output: { type: 'string', alias: 'o', valueHint: 'file', description: 'Script to write. Default: it is printed' },
    depth: {
      type: 'enum',
      options: ['account', 'full'],
      valueHint: 'how',
      default: 'account',
      description: 'As of collect: account or full',
    },
    include: { type: 'string', valueHint: 'list', description: 'As of collect: contacts, organization, identityCenter' },
    force: flags.force,
    ...flags.everywhere,
  },
  elsewhere: {
    profile: 'the script goes by the profile in AWS_PROFILE where it is run',
    region: 'the script goes by AWS_REGION where it is run',
  },
  examples: [
    ['iam-dossier export-script -o export.sh', 'to send to the customer, who runs sh export.sh'],
    ['iam-dossier export-script --depth full -o export.sh', 'keys, devices and use of every user and role as well'],
    ['iam-dossier export-script --include contacts,organization > export.sh', 'for a management account'],
  ],
  exits: [
    [0, 'printed, or written'],
    [2, 'it could not be written'],
  ],
  run: async (args, session) => (await import('./export-script.run.ts')).run(args, session),
});
