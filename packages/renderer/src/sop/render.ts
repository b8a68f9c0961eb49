import type { Partner } from '@iam-dossier/core/partner';
import type { RenderedDocument } from '../document.ts';
import { assembleDocument, type TemplateOverlay } from '../html/index.ts';
import { partnerOrigin } from '../provenance/index.ts';
import { footerOf } from '../view/index.ts';
import { openWords } from '../words/index.ts';
import { adoptionOf } from './adoption.ts';
import { procedureCover } from './cover.ts';
import { listParagraphs } from './paragraphs.ts';
import { procedureView } from './view.ts';

export const sopName = 'ACCT-002-sop';

/** What a procedure is made of. No customer can be in it. */
export interface SopInput {
  partner?: Partner | undefined;
  /** `YYYY-MM-DD`: dates a draft. An adopted procedure bears the day it was adopted, whichever customer it goes with. */
  issuedAt: string;
  /** The dossier it goes with is not ready: every page says so, that the procedure is not handed in with it by mistake. */
  dossierDraft?: boolean | undefined;
  /** Default `en`. */
  locale?: string | undefined;
  templates?: TemplateOverlay | undefined;
}

/**
 * The partner's one standing procedure for access to customer accounts. A draft until the partner file says who adopted this version.
 * @throws DossierError `input-invalid` for a paragraph id that does not exist, `markdown-invalid` for a text that is no plain Markdown
 */
export function renderSop({ partner, issuedAt, dossierDraft = false, locale = 'en', templates }: SopInput): RenderedDocument {
  const words = openWords(locale);
  const sop = partner?.sop;
  const title = sop?.title === undefined ? words.say('sop.title') : words.text(sop.title);
  const adoption = adoptionOf(sop);
  const adopted = adoption.state === 'adopted';
  const date = adoption.state === 'adopted' ? adoption.date : issuedAt;
  const name = partner?.name ?? '';
  const mark = sop?.classification ?? partner?.brand?.classification;
  const classification = mark === undefined ? '' : words.text(mark);
  return assembleDocument({
    template: 'sop',
    name: sopName,
    title: `ACCT-002 ${title}`,
    subject: words.say('sop.subject'),
    keywords: words.say('sop.keywords'),
    author: partner?.legalName ?? name,
    date,
    draft: dossierDraft || !adopted,
    draftWords: adopted ? 'sop.notice.dossier' : 'sop.notice.draft',
    audience: 'submission',
    brand: partner?.brand,
    running: { left: sop?.id ?? title, right: classification, foot: footerOf(partner?.brand, words) || name },
    view: { cover: procedureCover(partner, title, date, words), ...procedureView(partner, title, words) },
    origin: partnerOrigin(partner),
    words,
    templates,
  });
}

/** Every paragraph of the procedure: its id, its section's title and the proposed words. */
export function listSopParagraphs(locale = 'en'): { id: string; section: string; text: string }[] {
  return listParagraphs(openWords(locale));
}
