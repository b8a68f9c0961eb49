import { assess, type AssessArgs } from '../dossier/assess.ts';
import { inLanguage } from '../dossier/language.ts';
import { planDocuments, type PlannedFile } from '../dossier/plan.ts';
import { openTemplatesFolder, tellingTemplates, type TemplatesFlag } from '../dossier/templates.ts';
import { readDeclared } from '../inputs/declared.ts';
import { tellingFiles } from '../inputs/in-file.ts';
import { placesOf } from '../snapshots/inputs.ts';
import type { Session } from '../terminal/session.ts';

export type PreviewArgs = AssessArgs & TemplatesFlag;

export interface PreviewDocument {
  /** File name, as report writes it. */
  name: string;
  audience: PlannedFile['audience'];
  draft: boolean;
  html: string;
}

export interface Made {
  documents: readonly PreviewDocument[];
  /** What the documents were made from, to be looked at for changes. */
  sources: readonly string[];
}

/** The documents as report writes them, the HTML alone and in memory. @throws DossierError as report does */
export async function makeDocuments(args: PreviewArgs, session: Session): Promise<Made> {
  const declared = await readDeclared(args);
  const templates = await openTemplatesFolder(args);
  const { assessment } = await assess('preview', args, declared, session);
  const input = {
    assessment: inLanguage(assessment, args).assessment,
    engagement: declared.engagement,
    partner: declared.partner,
    templates: templates.overlay,
  };
  const plan = { folder: '', audiences: new Set(['submission', 'internal'] as const), formats: new Set(['html'] as const) };
  const planned = tellingTemplates(args.templates, () => tellingFiles(declared, () => planDocuments(input, plan)));
  return {
    documents: planned.flatMap(documentOf),
    sources: [...declared.files, ...placesOf(args), ...templates.paths, ...(args.templates === undefined ? [] : [args.templates])],
  };
}

function documentOf({ path, audience, draft, content }: PlannedFile): PreviewDocument[] {
  if (!('text' in content)) return [];
  const html = typeof content.text === 'string' ? content.text : [...content.text].join('');
  return [{ name: path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1), audience, draft, html }];
}
