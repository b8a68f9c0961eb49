import { listSopParagraphs, renderSop } from '@iam-dossier/renderer';
import { brandNotes } from '../dossier/brand-notes.ts';
import { browserOf } from '../dossier/browser.ts';
import type { LocaleFlag } from '../dossier/language.ts';
import { planOf, type DocumentFlags } from '../dossier/flags.ts';
import { documentFiles } from '../dossier/plan.ts';
import { writtenJson, writtenLines } from '../dossier/result.ts';
import { openTemplatesFolder, tellingTemplates, type TemplatesFlag } from '../dossier/templates.ts';
import { writeFiles } from '../dossier/write.ts';
import { readDeclared } from '../inputs/declared.ts';
import { tellingFiles } from '../inputs/in-file.ts';
import { issuedAtOf, issuedAtText } from '../inputs/issued-at.ts';
import type { Result } from '../output/result.ts';
import type { Session } from '../terminal/session.ts';
import { hanging } from '../terminal/width.ts';

interface Args extends DocumentFlags, LocaleFlag, TemplatesFlag {
  'partner'?: string;
  'engagement'?: string;
  'issued-at'?: string;
  'paragraphs'?: boolean;
}

export async function run(args: Args, session: Session): Promise<Result> {
  if (args.paragraphs === true) return listParagraphs(args, session);
  const { folder, formats } = planOf('sop', args);
  const declared = await readDeclared(args);
  const templates = await openTemplatesFolder(args);
  const { partner, files: inputs } = declared;
  const issuedAt = issuedAtOf('sop', args['issued-at'], undefined, session);
  session.progress.step('Rendering the procedure');
  const input = { partner, issuedAt: issuedAt.date, locale: args.locale, templates: templates.overlay };
  const document = tellingTemplates(args.templates, () => tellingFiles(declared, () => renderSop(input)));
  const options = { force: args.force === true, inputs: [...inputs, ...templates.paths], ...browserOf(args.browser, session) };
  const written = await writeFiles(documentFiles(document, 'submission', folder, formats), options, session);
  const draft = document.draft ? ['Marked DRAFT: fill sop.adopted (approver, date, version) in the partner file once somebody has approved it.'] : [];
  return {
    exitCode: written.error ? 2 : 0,
    json: { date: document.date, draft: document.draft, ...writtenJson(written) },
    lines: [...writtenLines(written, session), '', issuedAtText(document.draft ? issuedAt : { date: document.date, from: 'adopted' }), ...draft],
    notes: brandNotes(partner),
    ...(written.error ? { error: written.error } : {}),
  };
}

function listParagraphs({ locale }: LocaleFlag, { paint, columns }: Session): Result {
  const paragraphs = listSopParagraphs(locale);
  const lines = paragraphs.flatMap(({ id, section, text }) => [
    `${paint.bold(id)}  ${paint.dim(section)}`,
    ...text.split('\n').flatMap((line) => hanging('  ', paint.plain(line), columns)),
    '',
  ]);
  return {
    exitCode: 0,
    json: { paragraphs },
    lines: [...lines, 'In the partner file, sop.paragraphs.<id> takes "replace" or "append" with your own words.'],
  };
}
