import { join } from 'node:path';
import type { Assessment } from '@iam-dossier/core/assessment';
import { documentLines } from '@iam-dossier/core/json';
import {
  attachFiles,
  renderExecutive,
  renderImplementation,
  renderPrincipalsTable,
  renderReadiness,
  renderResponse,
  renderSop,
  type FileToAttach,
  type RenderedDocument,
  type RenderInput,
} from '@iam-dossier/renderer';
import type { Format } from '../flags/values.ts';

/** Who a file is for, as `--audience` says it. */
export type Audience = 'submission' | 'internal';

/** A file to write. One with a `document` is printed first. */
export interface PlannedFile {
  path: string;
  audience: Audience;
  draft: boolean;
  content: { text: string | Iterable<string> } | { bytes: Uint8Array } | { print: RenderedDocument };
}

/** What is made. `executive`: two pages in place of what AWS gets; `full`: PDFs of up to 500 pages, and all principals as CSV. */
export const profiles = ['submission', 'full', 'executive'] as const;
export type Profile = (typeof profiles)[number];

export interface Plan {
  folder: string;
  audiences: ReadonlySet<Audience>;
  formats: ReadonlySet<Format>;
  /** Default `submission`. */
  profile?: Profile;
  /** Whether the standing procedure is among the documents; default yes. */
  sop?: boolean;
  /** What the readiness PDF holds inside beside its provenance. */
  attached?: readonly FileToAttach[];
}

/** What is for the partner alone lies in a folder of its own, so that the rest can be handed in as it is. */
const INTERNAL = 'internal';

/** The documents of an assessment, rendered. What AWS gets lies in the folder itself. */
export function planDocuments(input: RenderInput, plan: Plan): PlannedFile[] {
  const { folder, audiences, formats, attached = [], profile = 'submission' } = plan;
  const extent = profile === 'full' ? 'full' : 'submission';
  const submission = !audiences.has('submission') ? [] : profile === 'executive' ? executiveFiles(input, plan) : submissionFiles(input, plan);
  const internal = audiences.has('internal')
    ? documentFiles(attachFiles(renderReadiness(input, extent), attached), 'internal', join(folder, INTERNAL), formats)
    : [];
  return [...submission, ...internal];
}

function submissionFiles(input: RenderInput, { folder, formats, profile, sop = true }: Plan): PlannedFile[] {
  const { partner, assessment, templates } = input;
  const full = profile === 'full';
  const procedure = { partner, issuedAt: assessment.issuedAt, dossierDraft: !assessment.readiness.ready, locale: assessment.locale, templates };
  return [
    ...documentFiles(renderImplementation(input, full ? 'full' : 'submission'), 'submission', folder, formats),
    ...(sop ? documentFiles(renderSop(procedure), 'submission', folder, formats) : []),
    ...responseFiles(input, folder, formats),
    ...(full ? [principalsFile(input, folder)] : []),
  ];
}

function executiveFiles(input: RenderInput, { folder, formats }: Plan): PlannedFile[] {
  return documentFiles(renderExecutive(input), 'submission', folder, formats);
}

function principalsFile(input: RenderInput, folder: string): PlannedFile {
  const { name, csv } = renderPrincipalsTable(input);
  return { path: join(folder, `${name}.csv`), audience: 'submission', draft: !input.assessment.readiness.ready, content: { text: csv } };
}

/** A document's HTML and PDF, of the formats asked for. */
export function documentFiles(document: RenderedDocument, audience: Audience, folder: string, formats: ReadonlySet<Format>): PlannedFile[] {
  const base = { audience, draft: document.draft };
  return [
    ...(formats.has('html') ? [{ ...base, path: join(folder, `${document.name}.html`), content: { text: document.html } }] : []),
    ...(formats.has('pdf') ? [{ ...base, path: join(folder, `${document.name}.pdf`), content: { print: document } }] : []),
  ];
}

function responseFiles(input: RenderInput, folder: string, formats: ReadonlySet<Format>): PlannedFile[] {
  const { name, text, plain, ready } = renderResponse(input);
  const file = (ending: 'md' | 'txt', content: string): PlannedFile[] =>
    formats.has(ending) ? [{ path: join(folder, `${name}.${ending}`), audience: 'submission', draft: !ready, content: { text: content } }] : [];
  return [...file('md', text), ...file('txt', plain)];
}

export function assessmentPath(folder: string): string {
  return join(folder, INTERNAL, 'assessment.json');
}

export function assessmentFile(assessment: Assessment, folder: string): PlannedFile {
  return { path: assessmentPath(folder), audience: 'internal', draft: false, content: { text: documentLines(assessment) } };
}
