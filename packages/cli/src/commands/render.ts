import * as flags from '../flags/common.ts';
import { describeCommand } from './command.ts';

const decided = 'the assessment has decided it; give it to evaluate';

export const render = describeCommand({
  name: 'render',
  summary: 'make the documents of an assessment',
  about: [
    'Makes documents of an assessment that evaluate wrote, without the snapshot. Give the engagement and partner with which it was evaluated: documents and verdicts must belong together, and others are refused.',
    'What AWS gets lies in the output folder, what is for you alone in internal/ below it.',
  ],
  operands: { name: 'assessment', description: 'an assessment, written by evaluate or report', least: 1, most: 1 },
  args: {
    'engagement': flags.engagement,
    'partner': flags.partner,
    'output': flags.outputFolder,
    'format': flags.format,
    'locale': flags.locale,
    'templates': flags.templates,
    'profile': flags.profile,
    'audience': flags.audience,
    'fail-on': flags.failOnDocuments,
    'allow-draft': flags.allowDraft,
    'browser': flags.browser,
    ...flags.filled,
    'attach': flags.attach,
    'force': flags.force,
    ...flags.everywhere,
  },
  elsewhere: { 'as-of': decided, 'issued-at': decided, 'collected-at': decided },
  repeatable: ['attach'],
  examples: [
    ['iam-dossier render assessment.json -e engagement.yaml -o out', 'all documents'],
    ['iam-dossier render assessment.json -e engagement.yaml --audience submission --format pdf -o out', 'only the PDFs that AWS gets'],
  ],
  exits: [
    [0, 'written: no document is marked DRAFT, no finding at or above --fail-on'],
    [1, 'written, and marked DRAFT, or with findings at or above --fail-on'],
    [2, 'not written; or without PDF because no browser was found, or without the workbook because a criterion is not supported'],
  ],
  run: async (args, session) => (await import('./render.run.ts')).run(args, session),
});
