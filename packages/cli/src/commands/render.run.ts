import type { Assessment } from '@iam-dossier/core/assessment';
import { DossierError, isDossierError } from '@iam-dossier/core/errors';
import { readAssessmentFile } from '@iam-dossier/core/store';
import { attachmentLines, openAttachments, type AttachFlags } from '../dossier/attach.ts';
import { brandNotes } from '../dossier/brand-notes.ts';
import { browserOf } from '../dossier/browser.ts';
import { exitOf, type ExitFlags } from '../dossier/exit.ts';
import { inLanguage, type LocaleFlag } from '../dossier/language.ts';
import { planOf, type DocumentFlags } from '../dossier/flags.ts';
import { planDocuments } from '../dossier/plan.ts';
import { writtenJson, writtenLines } from '../dossier/result.ts';
import { openTemplatesFolder, tellingTemplates, type TemplatesFlag } from '../dossier/templates.ts';
import { openWorkbookFile, planWorkbook, withError, type WorkbookFlags } from '../dossier/workbook.ts';
import { writeFiles } from '../dossier/write.ts';
import { usageError } from '../flags/usage.ts';
import { readDeclared, type Declared } from '../inputs/declared.ts';
import { tellingFiles } from '../inputs/in-file.ts';
import type { Result } from '../output/result.ts';
import { assessmentLines, warningLines } from '../summary/assessment.ts';
import { assessmentJson } from '../summary/assessment-json.ts';
import type { Session } from '../terminal/session.ts';

interface Args extends DocumentFlags, ExitFlags, WorkbookFlags, AttachFlags, LocaleFlag, TemplatesFlag {
  _: string[];
  engagement?: string;
  partner?: string;
}

export async function run(args: Args, session: Session): Promise<Result> {
  const path = args._[0] ?? '';
  const plan = planOf('render', args);
  const attachments = await openAttachments('render', args, plan);
  const declared = await readDeclared(args);
  const templates = await openTemplatesFolder(args);
  const opened = await openWorkbookFile('render', args, plan);
  session.progress.step('Reading the assessment');
  const assessment = await readAssessment(path);
  checkGiven(assessment, declared);
  session.progress.step('Rendering documents');
  const worded = inLanguage(assessment, args);
  const input = { assessment: worded.assessment, engagement: declared.engagement, partner: declared.partner, templates: templates.overlay };
  const planned = tellingTemplates(args.templates, () =>
    tellingFiles(declared, () => planDocuments(input, { ...plan, attached: attachments.files })),
  );
  const workbook = await planWorkbook(opened, input, plan);
  const inputs = [path, ...declared.files, ...(opened ? [opened.path] : []), ...attachments.paths, ...templates.paths];
  const options = { force: args.force === true, inputs, ...browserOf(args.browser, session) };
  const written = withError(await writeFiles([...planned, ...workbook.files], options, session), workbook.error);
  const { exitCode, reasons } = exitOf(written, assessment, args);
  return {
    exitCode,
    json: { ...assessmentJson(assessment), ...writtenJson(written), ...workbook.json },
    lines: [
      ...(session.verbose ? [...assessmentLines(assessment, session), ''] : []),
      ...writtenLines(written, session),
      '',
      ...workbook.lines,
      `Documents dated ${assessment.issuedAt} (the assessment)`,
      ...reasons,
    ],
    notes: [
      ...attachmentLines(attachments),
      ...worded.notes,
      ...brandNotes(declared.partner),
      ...warningLines(assessment, { ...session, paint: session.notePaint }),
    ],
    ...(written.error ? { error: written.error } : {}),
  };
}

/** The renderer refuses others than those assessed; what was forgotten is told by name. */
function checkGiven({ engagement, partner }: Assessment, declared: Declared): void {
  if (engagement && !declared.engagement)
    throw usageError('render', `the assessment was made with the engagement ${JSON.stringify(engagement.id)}: give its file with --engagement`);
  if (partner && !declared.partner)
    throw usageError('render', `the assessment was made with the partner ${JSON.stringify(partner.name)}: give its file with --partner`);
}

async function readAssessment(path: string): Promise<Assessment> {
  try {
    return await readAssessmentFile(path);
  } catch (error) {
    if (!isDossierError(error) || (error.code !== 'format-unknown' && error.code !== 'input-unreadable')) throw error;
    throw new DossierError(error.code, error.message, {
      cause: error,
      hint: 'render reads what evaluate -o wrote. For a snapshot or AWS CLI files: iam-dossier report.',
    });
  }
}
