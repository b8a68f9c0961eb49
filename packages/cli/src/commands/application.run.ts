import { join } from 'node:path';
import type { Application } from '@iam-dossier/core/application';
import { DossierError } from '@iam-dossier/core/errors';
import { readApplicationFile } from '@iam-dossier/core/store';
import { judgeApplication, type ApplicationResult } from '@iam-dossier/evaluator';
import { renderSop, type TemplateOverlay } from '@iam-dossier/renderer';
import { applicationFiles } from '../dossier/application.ts';
import { assess } from '../dossier/assess.ts';
import { browserOf } from '../dossier/browser.ts';
import { planOf, type DocumentFlags } from '../dossier/flags.ts';
import { inLanguage, messagesInLanguage, type LocaleFlag } from '../dossier/language.ts';
import { assessmentFile, documentFiles, planDocuments, type Plan, type PlannedFile } from '../dossier/plan.ts';
import { writtenJson, writtenLines } from '../dossier/result.ts';
import { openTemplatesFolder, tellingTemplates, type TemplatesFlag } from '../dossier/templates.ts';
import { writeFiles } from '../dossier/write.ts';
import { readDeclared, type Declared } from '../inputs/declared.ts';
import { tellingFiles } from '../inputs/in-file.ts';
import { issuedAtOf, issuedAtText } from '../inputs/issued-at.ts';
import type { Result } from '../output/result.ts';
import { applicationJson, applicationLines } from '../summary/application.ts';
import type { Session } from '../terminal/session.ts';

interface Args extends DocumentFlags, LocaleFlag, TemplatesFlag {
  '_': string[];
  'issued-at'?: string;
}

type Example = Application['examples'][number];
interface MadeExample extends Awaited<ReturnType<typeof assessExample>> {
  files: PlannedFile[];
}

export async function run(args: Args, session: Session): Promise<Result> {
  const path = args._[0] ?? '';
  const application = await readApplicationFile(path);
  const templates = await openTemplatesFolder(args);
  const plan = planOf('application', args);
  const issuedAt = issuedAtOf('application', args['issued-at'], undefined, session);
  const examples: MadeExample[] = [];
  for (const example of application.examples)
    examples.push(await makeExample(example, { application, args, plan, templates: templates.overlay }, session));
  checkIds(examples.map(({ engagement }) => engagement.id));
  const judged = judgeApplication({ application, examples, issuedAt: issuedAt.date });
  const result = inWords(judged, args);
  const partner = examples[0]?.declared.partner;
  const rendered = { application, result, partner, issuedAt: issuedAt.date, locale: args.locale, templates: templates.overlay };
  const input = { ...rendered, examples: examples.map(({ engagement, worded }) => ({ engagement, assessment: worded, folder: engagement.id })) };
  const sop = renderSop({ partner, issuedAt: issuedAt.date, dossierDraft: !judged.ready, locale: args.locale, templates: templates.overlay });
  const files = [
    ...tellingTemplates(args.templates, () => applicationFiles(input, plan)),
    ...documentFiles(sop, 'submission', plan.folder, plan.formats),
    ...examples.flatMap((example) => example.files),
  ];
  const inputs = [
    path,
    ...templates.paths,
    ...examples.flatMap(({ declared }) => declared.files),
    ...application.examples.flatMap((example) => example.inputs),
  ];
  const written = await writeFiles(files, { force: args.force === true, inputs, ...browserOf(args.browser, session) }, session);
  return {
    exitCode: written.error ? 2 : judged.ready ? 0 : 1,
    json: { ...applicationJson(application, judged, examples), ...writtenJson(written) },
    lines: [...applicationLines(application, judged, examples, session), '', ...writtenLines(written, session), '', issuedAtText(issuedAt)],
    ...(written.error ? { error: written.error } : {}),
  };
}

interface Making {
  application: Application;
  args: Args;
  plan: Plan;
  templates: TemplateOverlay | undefined;
}

async function makeExample(example: Example, making: Making, session: Session): Promise<MadeExample> {
  const { args, plan, templates } = making;
  const made = await assessExample(example, making, session);
  session.progress.step(`Rendering ${made.engagement.id}`);
  const own = { ...plan, folder: join(plan.folder, made.engagement.id), sop: false };
  const input = { assessment: made.worded, engagement: made.engagement, partner: made.declared.partner, templates };
  const documents = tellingTemplates(args.templates, () => tellingFiles(made.declared, () => planDocuments(input, own)));
  return { ...made, files: [...documents, assessmentFile(made.assessment, own.folder)] };
}

async function assessExample(example: Example, { application, args }: Making, session: Session) {
  const declared: Declared = await readDeclared({
    engagement: example.engagement,
    ...(application.partner === undefined ? {} : { partner: application.partner }),
  });
  const { engagement } = declared;
  if (!engagement) throw new DossierError('internal', `${example.engagement} gave no engagement`);
  const { assessment } = await assess(
    'application',
    {
      _: example.inputs,
      ...(args.locale === undefined ? {} : { locale: args.locale }),
      ...(args['issued-at'] === undefined ? {} : { 'issued-at': args['issued-at'] }),
      ...(example.collectedAt === undefined ? {} : { 'collected-at': example.collectedAt }),
    },
    declared,
    session,
  );
  return { declared, engagement, assessment, worded: inLanguage(assessment, args).assessment };
}

/** Folders are named by engagements. */
function checkIds(ids: readonly string[]): void {
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice === undefined) return;
  throw new DossierError('input-invalid', `Two examples have the engagement id ${JSON.stringify(twice)}`, {
    hint: 'Give each engagement an id of its own.',
  });
}

function inWords(result: ApplicationResult, args: LocaleFlag): ApplicationResult {
  const translated = (messages: ApplicationResult['reasons']) => messagesInLanguage(messages, args);
  const items = translated(result.items.map(({ message }) => message));
  return {
    ...result,
    reasons: translated(result.reasons),
    warnings: translated(result.warnings),
    items: result.items.map((item, index) => ({ ...item, message: items[index] ?? item.message })),
  };
}
