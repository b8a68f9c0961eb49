import { documentLines } from '@iam-dossier/core/json';
import { writeWhole } from '@iam-dossier/core/store';
import { evaluateFrameworks, type FrameworkResult } from '@iam-dossier/evaluator';
import { assess, type AssessArgs, type Assessed } from '../dossier/assess.ts';
import { failOnText, findingsAtOrAbove } from '../output/fail-on.ts';
import type { Result } from '../output/result.ts';
import { checkTargets } from '../output/targets.ts';
import { readDeclared } from '../inputs/declared.ts';
import { readFrameworks } from '../inputs/frameworks.ts';
import { issuedAtText } from '../inputs/issued-at.ts';
import { chosenJson, chosenLines } from '../snapshots/choose.ts';
import { checkInputs, placesOf } from '../snapshots/inputs.ts';
import { assessmentJson } from '../summary/assessment-json.ts';
import { accountLines, assessmentLines, warningLines } from '../summary/assessment.ts';
import { frameworkJson } from '../summary/framework-control.ts';
import { frameworkLines } from '../summary/framework.ts';
import { rejectedWordLines } from '../summary/rejected-words.ts';
import type { Session } from '../terminal/session.ts';

interface Args extends AssessArgs {
  'output'?: string;
  'framework'?: string;
  'fail-on': string;
  'force'?: boolean;
}

export async function run(args: Args, session: Session): Promise<Result> {
  const force = args.force === true;
  checkInputs('evaluate', args);
  const asked = readFrameworks('evaluate', args.framework);
  const declared = await readDeclared(args);
  if (args.output !== undefined) await checkTargets([args.output], { force, inputs: [...placesOf(args), ...declared.files], keepFolders: true });
  const assessed = await assess('evaluate', args, declared, session);
  const { assessment, issuedAt, input } = assessed;
  const judged = evaluateFrameworks(
    input,
    assessment,
    asked.map((framework) => framework.id),
  );
  if (args.output !== undefined) await writeWhole(args.output, documentLines(assessment), { force });
  const failing = findingsAtOrAbove(assessment, args['fail-on']);
  return {
    exitCode: failing.length > 0 ? 1 : 0,
    json: {
      ...assessmentJson(assessment),
      ...(judged.length > 0 ? { frameworks: judged.map(frameworkJson) } : {}),
      failOn: args['fail-on'],
      failing: failing.length,
      written: args.output === undefined ? [] : [args.output],
      ...chosenJson(assessed.chosen),
    },
    lines: [
      ...viewLines(assessed, judged, session),
      ...(judged.length > 0 ? [] : await rejectedWordLines(assessment, declared, session)),
      '',
      issuedAtText(issuedAt),
      ...(failing.length > 0 ? [failOnText(failing, args['fail-on']) + (judged.length > 0 ? ': all rules count, not this view alone' : '')] : []),
      args.output === undefined
        ? 'Nothing was written: add -o assessment.json to keep the assessment.'
        : `Written: ${session.paint.bold(args.output)}`,
    ],
    notes: [
      ...chosenLines(assessed.chosen, session.notePaint),
      ...(judged.length > 0 ? [] : warningLines(assessment, { ...session, paint: session.notePaint })),
    ],
  };
}

/** ACCT-002, or the frameworks asked for in its place. */
function viewLines({ assessment }: Assessed, judged: readonly FrameworkResult[], session: Session): string[] {
  if (judged.length === 0) return assessmentLines(assessment, session);
  return [...accountLines(assessment, session), ...judged.flatMap((result) => ['', ...frameworkLines(result, session)])];
}
