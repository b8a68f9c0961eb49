import type { Application } from '@iam-dossier/core/application';
import { outcomes, type Assessment, type CriterionId, type Message, type Outcome } from '@iam-dossier/core/assessment';
import type { Engagement } from '@iam-dossier/core/engagement';
import type { Partner } from '@iam-dossier/core/partner';
import type { RenderedDocument } from '../document.ts';
import { assembleDocument, type TemplateOverlay } from '../html/index.ts';
import { noMask } from '../mask/index.ts';
import { footerOf, openScribe, type Scribe } from '../view/index.ts';
import { openWords } from '../words/index.ts';

/** An application judged as a whole: as `judgeApplication` of the evaluator gives it. */
export interface JudgedApplication {
  ready: boolean;
  criteria: readonly { id: CriterionId; outcomes: readonly Outcome[]; best: Outcome }[];
  readyExamples: readonly number[];
  items: readonly {
    submission: string;
    item: NonNullable<Application['previousSubmissions']>[number]['actionItems'][number];
    state: 'answered' | 'unanswered' | 'contradicted';
    message: Message;
  }[];
  usableUntil: string | null;
  reasons: readonly Message[];
  warnings: readonly Message[];
}

export interface ApplicationRenderInput {
  application: Application;
  result: JudgedApplication;
  /** In the order of the application. `folder`: where its documents lie, beside this one. */
  examples: readonly { engagement: Engagement; assessment: Assessment; folder: string }[];
  partner?: Partner | undefined;
  issuedAt: string;
  /** Default `en`. Messages must be in it: see `translateMessages` of the evaluator. */
  locale?: string | undefined;
  templates?: TemplateOverlay | undefined;
}

/** The application on one sheet, for the partner alone: every example against every criterion, what stands in the way, and the action items of earlier submissions. */
export function renderApplication(input: ApplicationRenderInput): RenderedDocument {
  const { application, result, partner, issuedAt, locale = 'en', templates } = input;
  const words = openWords(locale);
  const scribe = openScribe('application', words, noMask);
  const designation = scribe.text(application.designation);
  return assembleDocument({
    template: 'application',
    name: `ACCT-002-application-${application.id}`,
    title: scribe.say('title', { designation }),
    subject: scribe.say('subject'),
    keywords: scribe.say('keywords'),
    author: scribe.text(partner?.legalName ?? partner?.name ?? ''),
    date: issuedAt,
    draft: false,
    audience: 'internal',
    brand: partner?.brand,
    running: { left: scribe.say('running', { designation }), right: '', foot: footerOf(partner?.brand, words) || scribe.text(partner?.name ?? '') },
    view: {
      brand: scribe.text(partner?.brand?.name ?? partner?.name ?? ''),
      issued: scribe.say('issued', { date: issuedAt }),
      designation,
      facts: facts(input, scribe),
      ready: result.ready,
      verdict: scribe.say(result.ready ? 'verdict.ready' : 'verdict.open', { count: result.reasons.length }),
      reasons: result.reasons.map((message) => scribe.message(message)),
      warnings: result.warnings.map((message) => scribe.message(message)),
      ...matrix(input, scribe),
      items: items(input, scribe),
    },
    origin: originOf(input),
    words,
    templates,
  });
}

function facts({ application, result, examples }: ApplicationRenderInput, scribe: Scribe) {
  const { release } = application.checklist;
  const row = (label: string, text: string) => ({ label: scribe.say(`fact.${label}`), values: [{ text, mono: false }], undeclared: false });
  return [
    row('designation', scribe.text(application.designation)),
    row('release', scribe.text(release)),
    row('usable', result.usableUntil ?? scribe.say('unknown')),
    ...(application.submitBy === undefined ? [] : [row('submit', application.submitBy)]),
    row('examples', scribe.say('examples', { count: examples.length, ready: result.readyExamples.length })),
  ];
}

/** A row for each example, a column for each criterion. */
function matrix({ result, examples }: ApplicationRenderInput, scribe: Scribe) {
  const chip = (outcome: Outcome) => ({ outcome, label: scribe.say(`outcome.${outcome}`) });
  const present = new Set(result.criteria.flatMap((criterion) => criterion.outcomes));
  return {
    examples: examples.map(({ engagement, assessment, folder }, index) => {
      const good = result.readyExamples.includes(index);
      return {
        customer: scribe.text(engagement.customer.name),
        folder: scribe.text(folder),
        good,
        ready: good ? scribe.say('example.ready') : scribe.say('example.open', { count: assessment.readiness.blockers.length }),
        chips: result.criteria.map((criterion) => chip(criterion.outcomes[index] ?? 'notEvaluated')),
      };
    }),
    criteria: result.criteria.map(({ id, best }) => ({ id, best: chip(best) })),
    legend: outcomes.filter((outcome) => present.has(outcome)).map(chip),
  };
}

function items({ result }: ApplicationRenderInput, scribe: Scribe) {
  return result.items.map(({ submission, item, state, message }) => ({
    title: scribe.say('answers.item', { id: scribe.text(item.id), date: submission }),
    criterion: item.criterion ?? '',
    text: scribe.declared(item.text),
    answer:
      item.answer === undefined
        ? null
        : {
            blocks: scribe.blocks(item.answer.text, `previousSubmissions.${item.id}.answer`),
            by: scribe.say('by', { author: scribe.text(item.answer.author), date: item.answer.date }),
          },
    state,
    label: scribe.say(`state.${state}`),
    message: scribe.message(message),
  }));
}

function originOf({ examples, issuedAt }: ApplicationRenderInput) {
  return {
    issuedAt,
    examples: examples.map(({ engagement, assessment }) => ({
      engagement: { id: engagement.id, digest: assessment.engagement?.digest ?? null },
      snapshots: assessment.snapshots.map(({ id, digest }) => ({ id, digest })),
    })),
  };
}
