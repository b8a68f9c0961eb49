import * as flags from '../flags/common.ts';
import { describeCommand } from './command.ts';

export const report = describeCommand({
  name: 'report',
  usage: '<input>… | --store <folder>',
  summary: 'AWS CLI files or a snapshot in, the whole dossier out',
  about: [
    'Reads, judges and writes everything in one step. In the output folder: the implementation document and the standing procedure (HTML and PDF) and the answers to paste into the self-assessment. In internal/ below it, for you alone: the readiness report with what blocks and how to mend it, and the assessment.',
    'While something blocks, the documents for AWS are marked DRAFT on every page and the exit code is 1.',
  ],
  operands: { name: 'input', description: 'snapshots, or files, folders and zips of AWS CLI output', least: 0, most: Infinity },
  args: {
    'engagement': flags.engagement,
    'partner': flags.partner,
    'output': flags.outputFolder,
    'format': flags.format,
    'locale': flags.locale,
    'templates': flags.templates,
    'profile': flags.profile,
    'audience': flags.audience,
    ...flags.judged,
    'fail-on': flags.failOnDocuments,
    'allow-draft': flags.allowDraft,
    'browser': flags.browser,
    ...flags.filled,
    'attach': flags.attach,
    'force': flags.force,
    ...flags.everywhere,
  },
  repeatable: ['attach'],
  examples: [
    ['iam-dossier report export/ -e engagement.yaml -o out', 'a dossier of a folder of AWS CLI files'],
    ['iam-dossier report identity.json workload.json -e engagement.yaml -o out --force', 'of two accounts, replacing the last one'],
    ['iam-dossier report export/ -e engagement.yaml --workbook self-assessment.xlsx -o out', 'with the answer filled into a copy of the workbook'],
    ['iam-dossier report export/ --attach export/get-account-summary.json -o out', 'with a file inside the readiness PDF'],
    ['iam-dossier report export/ -e engagement.yaml --profile executive -o out', 'two pages for those who decide'],
    ['iam-dossier report --at 2026-10-01 -e engagement.yaml -o out', 'of the snapshots of that day in the store snapshots/'],
  ],
  exits: [
    [0, 'ready: no document is marked DRAFT, no finding at or above --fail-on'],
    [1, 'written, and marked DRAFT, or with findings at or above --fail-on'],
    [2, 'not written; or without PDF because no browser was found, or without the workbook because a criterion is not supported'],
  ],
  run: async (args, session) => (await import('./report.run.ts')).run(args, session),
});
