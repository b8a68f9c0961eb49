import type { RenderedDocument, PrintOptions } from '@iam-dossier/renderer';
import type { Assessment } from '@iam-dossier/core/assessment';
import type { Engagement } from '@iam-dossier/core/engagement';
import type { Partner } from '@iam-dossier/core/partner';

export interface RenderInput {
  assessment: Assessment;
  engagement?: Engagement | undefined;
  partner?: Partner | undefined;
  locale?: string | undefined;
}
interface Renderer {
  renderImplementation(input: RenderInput): RenderedDocument;
  renderReadiness(input: RenderInput): RenderedDocument;
  renderSop(input: { partner?: Partner | undefined; issuedAt: string }): RenderedDocument;
  renderResponse(input: RenderInput): { name: string; text: string; ready: boolean };
  listSopParagraphs(locale?: string): { id: string; section: string; text: string }[];
  printPdfs(documents: readonly RenderedDocument[], options?: PrintOptions): Promise<Uint8Array[]>;
}
const renderer = (await import('@iam-dossier/renderer')) as unknown as Renderer;
export const { renderImplementation, renderReadiness, renderSop, renderResponse, listSopParagraphs, printPdfs } = renderer;
export type { RenderedDocument };
