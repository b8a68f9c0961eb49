import { join } from 'node:path';
import { assess } from '../dossier/assess.ts';
import { browserOf } from '../dossier/browser.ts';
import { listExamples, type Example } from '../dossier/examples.ts';
import { inLanguage, type LocaleFlag } from '../dossier/language.ts';
import { planOf, type DocumentFlags } from '../dossier/flags.ts';
import { assessmentFile, assessmentPath, planDocuments, type PlannedFile } from '../dossier/plan.ts';
import { writtenJson, writtenLines } from '../dossier/result.ts';
import { writeFiles, type Written } from '../dossier/write.ts';
import { readDeclared } from '../inputs/declared.ts';
import type { Result } from '../output/result.ts';
import { checkTargets } from '../output/targets.ts';
import { counted } from '../terminal/counted.ts';
import type { Session } from '../terminal/session.ts';
import { wrapped } from '../terminal/width.ts';

interface Made {
  example: Example;
  blockers: number;
  ready: boolean;
  planned: readonly PlannedFile[];
}

type Args = Omit<DocumentFlags, 'format'> & LocaleFlag;

export async function run(args: Args, session: Session): Promise<Result> {
  const examples = await listExamples();
  const options = { force: args.force === true, inputs: [], ...browserOf(args.browser, session) };
  await checkTargets(
    examples.map(({ id }) => assessmentPath(join(args.output, id))),
    options,
  );
  const made: Made[] = [];
  for (const example of examples) made.push(await makeExample(example, args, session));
  const written = await writeFiles(
    made.flatMap((one) => one.planned),
    options,
    session,
  );
  return {
    exitCode: written.error ? 2 : 0,
    json: { examples: made.map(({ example, ready, blockers }) => ({ id: example.id, ready, blockers })), ...writtenJson(written) },
    lines: made.flatMap((one) => exampleLines(one, written, session)).concat(closing(made, session)),
    ...(written.error ? { error: written.error } : {}),
  };
}

async function makeExample(example: Example, { output, locale = 'en' }: Args, session: Session): Promise<Made> {
  const declared = await readDeclared({ engagement: example.engagementPath });
  const { assessment } = await assess('demo', { _: [example.accountFolder], locale }, declared, session);
  const input = { assessment: inLanguage(assessment, { locale }).assessment, engagement: declared.engagement, partner: declared.partner };
  const plan = planOf('demo', { output: join(output, example.id), format: 'html,pdf,md,txt' });
  session.progress.step(`Rendering ${example.id}`);
  const { ready, blockers } = assessment.readiness;
  return { example, ready, blockers: blockers.length, planned: [...planDocuments(input, plan), assessmentFile(assessment, plan.folder)] };
}

function exampleLines({ example, ready, blockers, planned }: Made, { files, unmade }: Written, session: Session): string[] {
  const isPlanned = (file: PlannedFile) => planned.includes(file);
  const verdict = ready ? session.paint.green('READY') : session.paint.red(`NOT READY: ${counted(blockers, 'blocker')}`);
  return [
    `${session.paint.bold(example.id)}  ${verdict}`,
    ...writtenLines({ files: files.filter(isPlanned), unmade: unmade.filter(isPlanned) }, session),
    '',
  ];
}

function closing(made: readonly Made[], { columns }: Session): string[] {
  const unready = made.some((one) => !one.ready)
    ? wrapped('An example that is not ready is marked DRAFT and says why: that is what it shows. For your own account, report exits 1 then.', columns)
    : [];
  return [...unready, 'Your own account: iam-dossier report <folder> -e engagement.yaml -o out'];
}
