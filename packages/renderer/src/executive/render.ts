import type { CriterionResult } from '@iam-dossier/core/assessment';
import type { RenderedDocument } from '../document.ts';
import { assembleDocument } from '../html/index.ts';
import { accessMap, chipOf, functionOf, isUser, mayOf, openSheet, runningOf, subjectAt, titleOf, type Sheet } from '../implementation/index.ts';
import { logoOf } from '../logo/index.ts';
import { assessmentOrigin } from '../provenance/index.ts';
import { checkInput, documentName, type RenderInput } from '../render/index.ts';
import { clip, executiveBudget, openScribe, take, writeTime, type Scribe } from '../view/index.ts';
import { figures } from './figures.ts';

/** Two pages, whatever the account holds. */
const limits = { maxPages: 2, maxBytes: 1_500_000, timeoutMs: 60_000 } as const;
const longest = { title: 110, name: 70, summary: 150, layer: 60 } as const;

/**
 * The implementation document on two pages, for those who decide: verdict, figures, the map of access and what all of it rests
 * on. What it leaves out is counted, and the document that holds it is named.
 * @throws DossierError as `renderImplementation`
 */
export function renderExecutive(input: RenderInput): RenderedDocument {
  checkInput(input);
  const sheet = { ...openSheet(input, 'submission'), budget: executiveBudget };
  const scribe = openScribe('executive', sheet.scribe.words, sheet.mask);
  const { assessment, engagement, partner } = sheet;
  const title = clip(titleOf(sheet), longest.title);
  const customer = scribe.text(engagement?.customer.name ?? scribe.say('no-customer'));
  return assembleDocument({
    template: 'executive',
    name: documentName('executive', input),
    title: `${assessment.checklist.id} ${scribe.say('title')}: ${title}`,
    subject: scribe.say('subject', { customer }),
    keywords: scribe.say('keywords'),
    author: scribe.text(engagement?.document.author ?? partner?.legalName ?? partner?.name ?? ''),
    date: assessment.issuedAt,
    draft: !assessment.readiness.ready,
    audience: 'submission',
    brand: partner?.brand,
    running: runningOf(sheet, title),
    view: {
      head: head(sheet, scribe, title, customer),
      ...verdict(sheet, scribe),
      figures: figures(sheet, scribe),
      map: accessMap(sheet),
      principals: principals(sheet, scribe),
      ...basis(sheet, scribe, input),
    },
    limits,
    origin: assessmentOrigin(assessment, scribe.text),
    words: scribe.words,
    templates: input.templates,
  });
}

function head({ partner, engagement, assessment }: Sheet, scribe: Scribe, title: string, customer: string) {
  const version = engagement?.document.version;
  return {
    logo: logoOf(partner?.brand),
    brand: clip(scribe.text(partner?.brand?.name ?? partner?.name ?? ''), longest.name),
    kicker: scribe.say('kicker'),
    title,
    facts: [
      { label: scribe.say('customer'), value: clip(customer, longest.name) },
      { label: scribe.say('date'), value: engagement?.document.date ?? assessment.issuedAt },
      ...(version === undefined ? [] : [{ label: scribe.say('version'), value: clip(scribe.text(version), longest.name) }]),
    ],
  };
}

function verdict(sheet: Sheet, scribe: Scribe) {
  const { criteria, readiness } = sheet.assessment;
  const met = criteria.filter(({ outcome }) => outcome === 'pass').length;
  return {
    ready: readiness.ready,
    verdict: scribe.say(met === criteria.length ? 'verdict.all' : 'verdict.some', { met, open: criteria.length - met, total: criteria.length }),
    criteria: criteria.map((criterion) => ({
      id: criterion.id,
      title: scribe.text(criterion.title),
      chip: chipOf(sheet, criterion.outcome),
      summary: clip(lineOf(criterion, scribe), longest.summary),
    })),
  };
}

/** What speaks for it, or what stands against it first. */
function lineOf({ outcome, facts, reasons, summary }: CriterionResult, scribe: Scribe): string {
  const [first, ...others] = outcome === 'pass' ? facts : reasons;
  if (first === undefined) return scribe.message(summary);
  const more = outcome === 'pass' || others.length === 0 ? '' : ` ${scribe.say('more', { count: others.length })}`;
  return `${clip(scribe.message(first), longest.summary - more.length)}${more}`;
}

/** Who is in scope, and what each may do. */
function principals(sheet: Sheet, scribe: Scribe) {
  const { shown, left } = take(sheet.assessment.profiles, sheet.budget.principals);
  return {
    rows: shown.map((profile) => ({
      name: clip(scribe.text(subjectAt(sheet, profile.subject).name), longest.name),
      kind: scribe.say(isUser(profile) ? 'user' : 'role'),
      function: functionOf(sheet, profile),
      may: mayOf(sheet, profile),
    })),
    left: left === 0 ? '' : scribe.say('principals-left', { count: left }),
  };
}

/** What the two pages rest on, and where the rest stands. */
function basis({ assessment, budget }: Sheet, scribe: Scribe, input: RenderInput) {
  const { shown, left } = take(assessment.snapshots, budget.accounts);
  const { inScope, leftOut } = assessment.scope;
  const out = leftOut.reduce((sum, { count }) => sum + count, 0);
  return {
    snapshots: shown.map(({ id, digest, collectedAt }) =>
      scribe.say('snapshot', { id, digest: digest.slice(0, 16), time: collectedAt === null ? scribe.say('unknown-time') : writeTime(collectedAt) }),
    ),
    snapshotsLeft: left === 0 ? '' : scribe.say('snapshots-left', { count: left }),
    scope: scribe.say('scope', { count: inScope, out }),
    layers: scribe.say('layers', { layers: assessment.layersNotSeen.map((layer) => clip(scribe.message(layer), longest.layer)) }),
    rest: scribe.say('rest', { name: documentName('implementation', input), principals: inScope, claims: assessment.claims.length }),
  };
}
