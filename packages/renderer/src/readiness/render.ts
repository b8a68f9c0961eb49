import type { RenderedDocument } from '../document.ts';
import { assembleDocument } from '../html/index.ts';
import { noMask } from '../mask/index.ts';
import { assessmentOrigin } from '../provenance/index.ts';
import { checkInput, documentName, fullLimits, localeOf, type Extent, type RenderInput } from '../render/index.ts';
import { clip, footerOf, openScribe, take, type Scribe } from '../view/index.ts';
import { openWords } from '../words/index.ts';
import { provenanceView, settingsView, warningsView } from './basis.ts';
import { blockersView } from './blockers.ts';
import { fullBudget, printBudget, screenBudget, type ReadinessBudget } from './budget.ts';
import { exhibitView } from './exhibit.ts';
import { claimsView, decisionsView, hasClaims, hasDecisions } from './declarations.ts';
import { escalationsView, hasEscalations } from './escalations.ts';
import { findingsView } from './findings.ts';
import { glanceView } from './glance.ts';
import { notEvaluatedView } from './not-evaluated.ts';
import { planView } from './plan.ts';
import type { Sheet } from './sheet.ts';
import { verdictView } from './verdict.ts';

/** The partner's own report, never for AWS: what stands against a submission, with evidence and the steps that mend it. */
export function renderReadiness(input: RenderInput, extent: Extent = 'submission'): RenderedDocument {
  checkInput(input);
  const { assessment, engagement, partner } = input;
  const words = openWords(localeOf(input));
  const scribe = openScribe('readiness', words, noMask);
  const name = documentName('readiness', input);
  const subject = clip(scribe.text(engagement?.customer.name ?? accountsOf(input, scribe)), longestSubject);
  const digests = assessment.snapshots.slice(0, 2).map((snapshot) => snapshot.id);
  return assembleDocument({
    template: 'readiness',
    name,
    title: scribe.say('title', { subject }),
    subject: scribe.say('subject-line'),
    keywords: scribe.say('keywords'),
    author: partner?.legalName ?? partner?.name ?? '',
    date: assessment.issuedAt,
    draft: false,
    audience: 'internal',
    brand: partner?.brand,
    running: {
      left: scribe.say('running', { subject: clip(subject, 45) }),
      right: [...(partner?.brand?.classification === undefined ? [] : [words.text(partner.brand.classification)]), digests.join(' ')].join(' · '),
      foot: footerOf(partner?.brand, words) || (partner?.name ?? ''),
    },
    view: viewOf(input, subject, scribe, screenBudget),
    printView: viewOf(input, subject, scribe, extent === 'full' ? fullBudget : printBudget),
    ...(extent === 'full' ? { limits: fullLimits } : {}),
    origin: assessmentOrigin(assessment, noMask),
    words,
    templates: input.templates,
  });
}

const longestSubject = 80;

function accountsOf({ assessment }: RenderInput, scribe: Scribe): string {
  const { shown, left } = take(assessment.snapshots, 2);
  const ids = shown.map((snapshot) => snapshot.account.id).join(', ');
  return left === 0 ? ids : scribe.say('accounts-more', { ids, count: left });
}

const sections = [
  'blockers',
  'plan',
  'glance',
  'claims',
  'findings',
  'supporting',
  'escalations',
  'exhibit',
  'decisions',
  'warnings',
  'not-evaluated',
  'held',
  'settings',
  'provenance',
] as const;

function viewOf(input: RenderInput, subject: string, scribe: Scribe, budget: ReadinessBudget) {
  const { assessment, partner } = input;
  const sheet: Sheet = { assessment, scribe, budget };
  const findings = findingsView(sheet);
  const shown = new Set([...findings.criterion, ...findings.supporting].map(({ id }) => id));
  const plan = planView(sheet);
  const left = {
    plan: plan === null,
    claims: !hasClaims(assessment),
    escalations: !hasEscalations(assessment),
    decisions: !hasDecisions(assessment),
  } as Partial<Record<(typeof sections)[number], boolean>>;
  const contents = sections
    .filter((id) => left[id] !== true)
    .map((id, index) => ({ id, number: `${index + 1}`, title: scribe.say(`section.${id}`) }));
  const headings = Object.fromEntries(contents.map((entry) => [entry.id.replaceAll('-', ''), entry]));
  return {
    head: { brand: partner?.brand?.name ?? partner?.name ?? '', subject, issued: scribe.say('issued', { date: assessment.issuedAt }) },
    verdict: verdictView(sheet),
    contents,
    headings,
    blockers: blockersView(sheet, shown),
    plan,
    glance: glanceView(sheet),
    claims: hasClaims(assessment) ? claimsView(sheet) : null,
    decisions: hasDecisions(assessment) ? decisionsView(sheet) : null,
    findings,
    escalations: hasEscalations(assessment) ? escalationsView(sheet) : null,
    exhibit: exhibitView(sheet),
    warnings: warningsView(sheet),
    notEvaluated: notEvaluatedView(sheet, shown),
    settings: settingsView(sheet),
    provenance: provenanceView(sheet),
  };
}
