import * as flags from '../flags/common.ts';
import { describeCommand } from './command.ts';

export const importCommand = describeCommand({
  name: 'import',
  summary: 'turn AWS CLI files into one snapshot',
  about: [
    'Reads what the AWS CLI printed and writes one snapshot of one account: all of it, sorted, with the digest of every file. Each file is known by what it holds, never by its name.',
    'Says what was read, what is missing, and which files could not be used and why. Without -o or --store it only says so. The calls to run stand in docs/guides/import.md.',
  ],
  operands: { name: 'input', description: 'files, folders or zips with the output of AWS CLI calls, of one account', least: 1, most: Infinity },
  args: {
    'output': { type: 'string', alias: 'o', valueHint: 'file', description: 'Snapshot to write' },
    'store': flags.storeTarget,
    'gzip': flags.gzip,
    'collected-at': flags.collectedAt,
    'force': flags.force,
    ...flags.everywhere,
  },
  elsewhere: {
    'engagement': 'a snapshot holds no declared words; give it to evaluate or report',
    'as-of': 'ages are counted later; --collected-at says when the account was read',
    'issued-at': 'give it to evaluate or report',
    'fail-on': 'import judges nothing; give it to evaluate or report',
  },
  examples: [
    ['iam-dossier import export/ -o snapshot.json', 'a folder of AWS CLI files'],
    ['iam-dossier import export/ --store snapshots', 'into a store, beside those of other days'],
    ['iam-dossier import export.zip --collected-at 2026-10-05T14:20:00Z -o snapshot.json', 'a zip whose files do not say when they were made'],
  ],
  exits: [
    [0, 'a snapshot was made; parts may be missing, and are named'],
    [2, 'no snapshot could be made'],
  ],
  run: async (args, session) => (await import('./import.run.ts')).run(args, session),
});
