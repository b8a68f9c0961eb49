import * as flags from '../flags/common.ts';
import { describeCommand } from './command.ts';

export const evaluateCommand = describeCommand({
  name: 'evaluate',
  usage: '<input>… | --store <folder>',
  summary: 'judge an account against ACCT-002, or a framework',
  about: [
    'Says whether AWS would take the evidence: each criterion with its verdict, what blocks, what was found, and what the data does not hold. Missing data is never a pass. With -o it writes the assessment, from which render makes the documents.',
    'With --framework it shows the controls of CIS, Security Hub and others instead, each with its verdict. These speak of the whole account, whatever the engagement leaves out of ACCT-002’s scope.',
    'Several accounts: give one snapshot for each. Or take them from a store: --store, and --at for another than the latest.',
  ],
  operands: { name: 'input', description: 'snapshots, or files, folders and zips of AWS CLI output', least: 0, most: Infinity },
  args: {
    'engagement': flags.engagement,
    'partner': flags.partner,
    'framework': flags.framework,
    'output': { type: 'string', alias: 'o', valueHint: 'file', description: 'Assessment to write' },
    ...flags.judged,
    'fail-on': flags.failOn,
    'force': flags.force,
    ...flags.everywhere,
  },
  repeatable: ['framework'],
  elsewhere: { 'allow-draft': 'it makes no documents; give it to report or render', 'format': 'it makes no documents; give it to report or render' },
  examples: [
    ['iam-dossier evaluate export/', 'a first look, nothing declared'],
    ['iam-dossier evaluate export/ --framework cis-5.0', 'the identity section of the CIS benchmark'],
    ['iam-dossier evaluate snapshot.json -e engagement.yaml -o assessment.json --fail-on critical', 'in a pipeline'],
    ['iam-dossier evaluate --store snapshots --at 2026-10 -e engagement.yaml', 'as it was at the end of that month'],
  ],
  exits: [
    [0, 'no finding at or above --fail-on; whether it is ready stands in the summary'],
    [1, 'findings at or above --fail-on: failed, or not evaluated for want of data; waived failures do not count'],
    [2, 'not evaluated'],
  ],
  run: async (args, session) => (await import('./evaluate.run.ts')).run(args, session),
});
