import { documentLines } from '@iam-dossier/core/json';
import { writeWhole } from '@iam-dossier/core/store';
import { assess, type AssessArgs } from '../dossier/assess.ts';
import { failOnText, findingsAtOrAbove } from '../output/fail-on.ts';
import type { Result } from '../output/result.ts';
import { checkTargets } from '../output/targets.ts';
import { readDeclared } from '../inputs/declared.ts';
import { issuedAtText } from '../inputs/issued-at.ts';
import { assessmentJson } from '../summary/assessment-json.ts';
import { assessmentLines, warningLines } from '../summary/assessment.ts';
import type { Session } from '../terminal/session.ts';

interface Args extends AssessArgs {
  'output'?: string;
  'fail-on': string;
  'force'?: boolean;
}

export async function run(args: Args, session: Session): Promise<Result> {
  const force = args.force === true;
  const declared = await readDeclared(args);
  if (args.output !== undefined) await checkTargets([args.output], { force, inputs: [...args._, ...declared.files], keepFolders: true });
  const { assessment, issuedAt } = await assess('evaluate', args, declared, session);
  if (args.output !== undefined) await writeWhole(args.output, documentLines(assessment), { force });
  const failing = findingsAtOrAbove(assessment, args['fail-on']);
  return {
    exitCode: failing.length > 0 ? 1 : 0,
    json: {
      ...assessmentJson(assessment),
      failOn: args['fail-on'],
      failing: failing.length,
      written: args.output === undefined ? [] : [args.output],
    },
    lines: [
      ...assessmentLines(assessment, session),
      '',
      issuedAtText(issuedAt),
      ...(failing.length > 0 ? [failOnText(failing, args['fail-on'])] : []),
      args.output === undefined
        ? 'Nothing was written: add -o assessment.json to keep the assessment.'
        : `Written: ${session.paint.bold(args.output)}`,
    ],
    notes: warningLines(assessment, { ...session, paint: session.notePaint }),
  };
}
