import * as flags from '../flags/common.ts';
import { describeCommand } from './command.ts';

export const snapshotsCommand = describeCommand({
  name: 'snapshots',
  summary: 'list, show, add, prune or check snapshots in a store',
  about: [
    'A store keeps snapshots by account and time: import --store and add write there, and evaluate, report and explain read from there with --store and --at.',
    'list says what there is. show sums one up, as import does: show latest, show previous, show 2026-10-01, show 30 days ago. A date is the last snapshot of that day or, where none is, the last before; days are those of UTC. prune removes old ones, and only says so until --yes is given; the latest of an account always stays. validate reads every file whole.',
  ],
  usage: '[list | show <words> | add <file>… | prune | validate]',
  operands: {
    name: 'words',
    description: 'list, show, add, prune or validate; after show which snapshot, after add the files. Default: list',
    least: 0,
    most: Infinity,
  },
  args: {
    'store': { ...flags.store, default: 'snapshots', description: 'The store' },
    'account': { ...flags.account, description: 'Accounts, with commas between. Default: all; for show the only one there' },
    'keep': { type: 'string', valueHint: 'number', description: 'prune: so many of each account stay, the latest first' },
    'older-than': { type: 'string', valueHint: 'time', description: 'prune: those younger stay: "1 year", "90 days"' },
    'gzip': { ...flags.gzip, description: 'add: pack what is stored; small, but nothing that git can show' },
    'yes': { type: 'boolean', description: 'prune: remove, and not only say what would be removed' },
    ...flags.everywhere,
  },
  elsewhere: {
    at: 'the words follow show: iam-dossier snapshots show 2026-10-01',
    gzip: 'what is stored stays as it is; give it to import',
    force: 'nothing here is replaced; prune --yes removes',
  },
  examples: [
    ['iam-dossier snapshots', 'what there is'],
    ['iam-dossier snapshots show previous --account 111122223333', 'the one before the latest'],
    ['iam-dossier snapshots prune --keep 12 --older-than 365days', 'what could go'],
    ['iam-dossier snapshots validate --store /backup/snapshots', 'is a copy whole?'],
  ],
  exits: [
    [0, 'done; validate found no problem'],
    [1, 'validate found problems'],
    [2, 'not done'],
  ],
  run: async (args, session) => (await import('./snapshots.run.ts')).run(args, session),
});
