import type { RenderedDocument } from '../document.ts';
import { assembleDocument } from '../html/index.ts';
import { assessmentOrigin } from '../provenance/index.ts';
import { checkInput, documentName, fullLimits, type Extent, type RenderInput } from '../render/index.ts';
import { footerOf } from '../view/index.ts';
import { openSheet, type Sheet } from './sheet.ts';
import { implementationView } from './view.ts';

/**
 * How identity security practice is implemented in one customer example: the document handed to AWS.
 * Its PDF is budgeted and stays below 40 pages, as `full` below 500; its HTML shows everything.
 * @throws DossierError `input-invalid` when engagement or partner are not those assessed, `markdown-invalid`
 */
export function renderImplementation(input: RenderInput, extent: Extent = 'submission'): RenderedDocument {
  checkInput(input);
  const screen = openSheet(input, 'screen');
  const { words } = screen.scribe;
  const { assessment, engagement, partner, scribe } = screen;
  const title = titleOf(screen);
  return assembleDocument({
    template: 'implementation',
    name: documentName('implementation', input),
    title: `${assessment.checklist.id} ${title}`,
    subject: scribe.say('subject', { customer: scribe.text(engagement?.customer.name ?? scribe.say('undeclared')) }),
    keywords: scribe.say('keywords'),
    author: scribe.text(engagement?.document.author ?? partner?.legalName ?? partner?.name ?? ''),
    date: assessment.issuedAt,
    draft: !assessment.readiness.ready,
    audience: 'submission',
    brand: partner?.brand,
    running: runningOf(screen, title),
    view: implementationView(screen, title),
    printView: implementationView(openSheet(input, extent), title),
    ...(extent === 'full' ? { limits: fullLimits } : {}),
    origin: assessmentOrigin(assessment, scribe.text),
    words,
    templates: input.templates,
  });
}

/** The title that the engagement declares, else ours. */
export function titleOf({ engagement, scribe }: Sheet): string {
  return engagement?.title === undefined ? scribe.say('title') : scribe.declared(engagement.title);
}

/** What stands in the margins of every page. */
export function runningOf({ assessment, engagement, partner, scribe }: Sheet, title: string) {
  const document = engagement?.document;
  const [first, ...others] = assessment.snapshots;
  const snapshot = scribe.say('running.snapshot', { digest: first?.digest.slice(0, 8) ?? '', more: others.length === 0 ? '' : ` +${others.length}` });
  const mark = document?.classification ?? partner?.brand?.classification;
  const classification = mark === undefined ? [] : [scribe.declared(mark)];
  return {
    left:
      document?.number === undefined
        ? title
        : scribe.say('running.document', { number: scribe.text(document.number), version: scribe.text(document.version) }),
    right: [...classification, snapshot].join(' · '),
    foot: footerOf(partner?.brand, scribe.words) || scribe.text(partner?.name ?? ''),
  };
}
