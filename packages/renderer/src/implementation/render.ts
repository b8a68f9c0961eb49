import type { RenderedDocument } from '../document.ts';
import { assembleDocument } from '../html/index.ts';
import { submissionMask } from '../mask/index.ts';
import { assessmentOrigin } from '../provenance/index.ts';
import { checkInput, documentName, localeOf, type RenderInput } from '../render/index.ts';
import { footerOf, openScribe, printBudget, screenBudget, type Budget } from '../view/index.ts';
import { openWords, type Words } from '../words/index.ts';
import type { Sheet } from './sheet.ts';
import { implementationView } from './view.ts';

/**
 * How identity security practice is implemented in one customer example: the document handed to AWS.
 * Its PDF is budgeted and stays below 40 pages; its HTML shows everything.
 * @throws DossierError `input-invalid` when engagement or partner are not those assessed, `markdown-invalid`
 */
export function renderImplementation(input: RenderInput): RenderedDocument {
  checkInput(input);
  const words = openWords(localeOf(input));
  const screen = openSheet(input, words, screenBudget);
  const { assessment, engagement, partner, scribe } = screen;
  const title = engagement?.title === undefined ? scribe.say('title') : scribe.declared(engagement.title);
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
    printView: implementationView(openSheet(input, words, printBudget), title),
    origin: assessmentOrigin(assessment, scribe.text),
    words,
  });
}

function openSheet({ assessment, engagement, partner }: RenderInput, words: Words, budget: Budget): Sheet {
  return {
    assessment,
    engagement,
    partner,
    budget,
    scribe: openScribe('implementation', words, submissionMask({ assessment, engagement, partner })),
  };
}

function runningOf({ assessment, engagement, partner, scribe }: Sheet, title: string) {
  const document = engagement?.document;
  const [first, ...others] = assessment.snapshots;
  const snapshot = scribe.say('running.snapshot', { digest: first?.digest.slice(0, 8) ?? '', more: others.length === 0 ? '' : ` +${others.length}` });
  const classification = document?.classification === undefined ? [] : [scribe.declared(document.classification)];
  return {
    left:
      document?.number === undefined
        ? title
        : scribe.say('running.document', { number: scribe.text(document.number), version: scribe.text(document.version) }),
    right: [...classification, snapshot].join(' · '),
    foot: footerOf(partner?.brand, scribe.words) || scribe.text(partner?.name ?? ''),
  };
}
