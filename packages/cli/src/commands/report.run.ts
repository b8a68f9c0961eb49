import { join } from 'node:path';
import { assess, type AssessArgs } from '../dossier/assess.ts';
import { attachmentLines, openAttachments, type AttachFlags } from '../dossier/attach.ts';
import { brandNotes } from '../dossier/brand-notes.ts';
import { browserOf } from '../dossier/browser.ts';
import { exitOf, type ExitFlags } from '../dossier/exit.ts';
import { inLanguage } from '../dossier/language.ts';
import { planOf, type DocumentFlags } from '../dossier/flags.ts';
import { assessmentFile, assessmentPath, planDocuments, type Plan } from '../dossier/plan.ts';
import { writtenJson, writtenLines } from '../dossier/result.ts';
import { openTemplatesFolder, tellingTemplates, type TemplatesFlag } from '../dossier/templates.ts';
import { openWorkbookFile, planWorkbook, withError, type WorkbookFlags } from '../dossier/workbook.ts';
import { writeFiles } from '../dossier/write.ts';
import { readDeclared } from '../inputs/declared.ts';
import { tellingFiles } from '../inputs/in-file.ts';
import { issuedAtText } from '../inputs/issued-at.ts';
import type { Result } from '../output/result.ts';
import { checkTargets } from '../output/targets.ts';
import { chosenJson, chosenLines } from '../snapshots/choose.ts';
import { checkInputs, placesOf } from '../snapshots/inputs.ts';
import { assessmentJson } from '../summary/assessment-json.ts';
import { assessmentLines, warningLines } from '../summary/assessment.ts';
import { rejectedWordLines } from '../summary/rejected-words.ts';
import type { Session } from '../terminal/session.ts';

export type Args = AssessArgs & DocumentFlags & ExitFlags & WorkbookFlags & AttachFlags & TemplatesFlag;

export async function run(args: Args, session: Session): Promise<Result> {
  checkInputs('report', args);
  const plan = planOf('report', args);
  const attachments = await openAttachments('report', args, plan);
  const declared = await readDeclared(args);
  const templates = await openTemplatesFolder(args);
  const opened = await openWorkbookFile('report', args, plan);
  const inputs = [...placesOf(args), ...declared.files, ...(opened ? [opened.path] : []), ...attachments.paths, ...templates.paths];
  const options = { force: args.force === true, inputs, ...browserOf(args.browser, session) };
  await checkTargets(firstTargets(plan), options);
  const { assessment, issuedAt, chosen } = await assess('report', args, declared, session);
  session.progress.step('Rendering documents');
  const worded = inLanguage(assessment, args);
  const input = { assessment: worded.assessment, engagement: declared.engagement, partner: declared.partner, templates: templates.overlay };
  const own = plan.audiences.has('internal') ? [assessmentFile(assessment, plan.folder)] : [];
  const documents = tellingTemplates(args.templates, () =>
    tellingFiles(declared, () => planDocuments(input, { ...plan, attached: attachments.files })),
  );
  const workbook = await planWorkbook(opened, input, plan);
  const written = withError(await writeFiles([...documents, ...workbook.files, ...own], options, session), workbook.error);
  const { exitCode, reasons } = exitOf(written, assessment, args);
  return {
    exitCode,
    json: { ...assessmentJson(assessment), ...writtenJson(written), ...workbook.json, ...chosenJson(chosen) },
    lines: [
      ...assessmentLines(assessment, session),
      ...(await rejectedWordLines(assessment, declared, session)),
      '',
      ...writtenLines(written, session),
      '',
      ...workbook.lines,
      issuedAtText(issuedAt),
      ...reasons,
    ],
    notes: [
      ...attachmentLines(attachments),
      ...worded.notes,
      ...brandNotes(declared.partner),
      ...chosenLines(chosen, session.notePaint),
      ...warningLines(assessment, { ...session, paint: session.notePaint }),
    ],
    ...(written.error ? { error: written.error } : {}),
  };
}

/** Files whose names are known before anything is read. */
function firstTargets({ folder, audiences, formats }: Plan): string[] {
  const procedure = [...formats].filter((format) => format === 'html' || format === 'pdf').map((format) => join(folder, `ACCT-002-sop.${format}`));
  return [...(audiences.has('submission') ? procedure : []), ...(audiences.has('internal') ? [assessmentPath(folder)] : [])];
}
