import type { Brand } from '@iam-dossier/core/brand';
import type { Audience, RenderedDocument } from '../document.ts';
import { coverText, fontFaces } from '../fonts/index.ts';
import { provenanceManifest, type Origin } from '../provenance/index.ts';
import type { Words } from '../words/index.ts';
import { brandStyle } from './brand-style.ts';
import { templateEngine } from './engine.ts';
import type { TemplateOverlay } from './overlay.ts';
import { trusted } from './markup.ts';
import { noticeOf } from './notice.ts';
import { paperStyle } from './paper-style.ts';
import { pageMargins, type Running } from './page-margins.ts';
import { contentPolicy } from './policy.ts';
import { pageScript } from './script.ts';
import { stylesFor } from './styles.ts';

/** What a document is made of. Texts are finished: words of the language, masked where the audience asks for it. */
export interface DocumentParts {
  /** Name of the template in `documents/`, and of its style sheet where it has one. */
  template: string;
  /** File name without its ending. */
  name: string;
  title: string;
  subject: string;
  keywords: string;
  author: string;
  /** `YYYY-MM-DD`. */
  date: string;
  draft: boolean;
  /** Words that say why it is a draft, where the common ones do not fit: `<draftWords>.title` and `<draftWords>.text`. */
  draftWords?: string;
  audience: Audience;
  brand: Brand | undefined;
  /** What stands in the margins of every printed page, beside the page number and the draft mark. */
  running: Running;
  view: object;
  /** The budgeted selection, where the PDF does not show all that the HTML does. */
  printView?: object;
  limits?: RenderedDocument['limits'];
  /** What it was made from: its PDF holds that inside. */
  origin: Origin;
  words: Words;
  /** The partner's own templates, where they go before ours. */
  templates?: TemplateOverlay | undefined;
}

/** One complete HTML file: template, style, fonts and script together, and nothing that is fetched. */
export function assembleDocument(given: DocumentParts): RenderedDocument {
  const { title, author, subject, keywords } = given;
  const texts = { title: covered(title), author: covered(author), subject: covered(subject), keywords: covered(keywords) };
  const parts = { ...given, ...texts };
  const { name, words, draft, date, audience } = parts;
  const html = htmlOf(parts, { ...parts.view, printed: parts.printView === undefined }, pageScript);
  const printHtml = parts.printView === undefined ? undefined : htmlOf(parts, { ...parts.printView, printed: true }, '');
  const document = {
    name,
    html,
    ...(printHtml === undefined ? {} : { printHtml }),
    ...texts,
    language: words.locale,
    draft,
    date,
    audience,
    ...(parts.limits === undefined ? {} : { limits: parts.limits }),
  };
  return { ...document, attachments: [provenanceManifest(document, { ...parts.origin, ...ownTemplates(parts) }, words)] };
}

function ownTemplates({ templates }: DocumentParts): object {
  return templates === undefined ? {} : { templates: { digest: templates.digest, files: [...templates.files.keys()] } };
}

function htmlOf(parts: DocumentParts, view: object, script: string): string {
  const { words, title, author, subject, keywords, template } = parts;
  const engine = templateEngine(parts.templates);
  const notice = noticeOf(parts);
  const body = covered(engine.fill(`documents/${template}`, { ...view, notice }, words));
  const margins = pageMargins(parts.running, notice, words);
  const fonts = fontFaces([distinct(body), distinct(margins.texts.join(''))]).css;
  const style = [fonts, brandStyle(parts.brand), ...stylesFor(template), paperStyle(parts.brand), margins.css].join('\n');
  const page = { language: words.locale, title, author, subject, keywords };
  const markup = {
    policy: contentPolicy(style, script),
    style: trusted(`<style>${style}</style>`),
    script: trusted(script === '' ? '' : `<script>${script}</script>`),
    body: trusted(body),
  };
  return engine.fill('partials/page', { ...page, ...markup }, words);
}

/** The last guard: a code point that none of our fonts can show is spelled out, wherever it came from. */
function covered(text: string): string {
  return text.replace(/[^\x20-\x7e\n]+/g, (run) => coverText(run).text);
}

/** The characters of a text that are not plain ASCII (which every font has), once each: what the choice of fonts rests on. */
function distinct(text: string): string {
  return [...new Set(text.match(/[^\n\x20-\x7e]/gu))].join('');
}
