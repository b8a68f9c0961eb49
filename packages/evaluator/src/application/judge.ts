import type { ActionItem, Application } from '@iam-dossier/core/application';
import { outcomes, type Assessment, type CriterionId, type Message, type Outcome } from '@iam-dossier/core/assessment';
import type { Engagement } from '@iam-dossier/core/engagement';
import { DossierError } from '@iam-dossier/core/errors';
import { calendarDaysBetween, isIsoDate } from '@iam-dossier/core/time';
import { applicationWords } from '../words/application.ts';
import { say } from '../words/format.ts';
import { usableUntil } from './usable-until.ts';

export interface ApplicationInput {
  application: Application;
  /** In the order of `application.examples`. */
  examples: readonly { engagement: Engagement; assessment: Assessment }[];
  /** `YYYY-MM-DD`. */
  issuedAt: string;
}

/** What became of a reviewer's action item. `contradicted`: it is answered, and the criterion is met in no example. */
export interface JudgedItem {
  submission: string;
  item: ActionItem;
  state: 'answered' | 'unanswered' | 'contradicted';
  message: Message;
}

/** All examples together: one that meets every criterion is enough. */
export interface ApplicationResult {
  ready: boolean;
  /** Of each criterion what each example has, and the best of it. */
  criteria: { id: CriterionId; outcomes: Outcome[]; best: Outcome }[];
  /** Positions of examples that are ready. */
  readyExamples: number[];
  items: JudgedItem[];
  /** The last day of the checklist release; `null` when not known. */
  usableUntil: string | null;
  reasons: Message[];
  warnings: Message[];
}

const say1 = (id: keyof typeof applicationWords, data?: Parameters<typeof say>[2]) => say(applicationWords, id, data);
/** Service Delivery asks for two examples. */
const usualExamples = 2;
const SOON = 45;

/**
 * Judges the examples of an application together. Pure.
 * @throws DossierError `usage` for a date that is none
 */
export function judgeApplication(input: ApplicationInput): ApplicationResult {
  const { examples, issuedAt } = input;
  if (!isIsoDate(issuedAt)) throw new DossierError('usage', `${JSON.stringify(issuedAt)} is not a date such as 2026-10-01`);
  const criteria = criteriaOf(examples);
  const readyExamples = examples.flatMap(({ assessment }, index) => (assessment.readiness.ready ? [index] : []));
  const items = itemsOf(input, criteria);
  const last = usableUntil(input.application.checklist);
  const reasons = [...exampleReasons(input, readyExamples), ...customerReasons(input), ...itemReasons(items), ...releaseReasons(input, last)];
  const warnings = [...exampleWarnings(input, readyExamples), ...releaseWarnings(input, last)];
  return { ready: reasons.length === 0, criteria, readyExamples, items, usableUntil: last, reasons, warnings };
}

function criteriaOf(examples: ApplicationInput['examples']): ApplicationResult['criteria'] {
  const [first] = examples;
  return (first?.assessment.criteria ?? []).map(({ id }) => {
    const own = examples.map(({ assessment }) => assessment.criteria.find((criterion) => criterion.id === id)?.outcome ?? 'notEvaluated');
    const best = own.reduce((a, b) => (rank(b) > rank(a) ? b : a));
    return { id, outcomes: own, best };
  });
}

/** A criterion that does not apply is met by nothing. */
function rank(outcome: Outcome): number {
  return outcome === 'notApplicable' ? -1 : outcomes.indexOf(outcome);
}

function exampleReasons({ examples }: ApplicationInput, ready: readonly number[]): Message[] {
  if (ready.length > 0) return [];
  const open = examples.map(({ assessment }) => assessment.readiness.blockers.length);
  const nearest = open.indexOf(Math.min(...open));
  return [say1('no-example', { count: examples.length, nearest: examples[nearest]?.engagement.id ?? '', blockers: open[nearest] ?? 0 })];
}

/** Customers of examples are different legal entities. */
function customerReasons({ examples }: ApplicationInput): Message[] {
  const ids = new Map<string, string[]>();
  for (const { engagement } of examples) {
    const customer = engagement.customer.name.trim().toLowerCase();
    ids.set(customer, [...(ids.get(customer) ?? []), engagement.id]);
  }
  return [...ids.values()].filter((own) => own.length > 1).map((own) => say1('same-customer', { examples: own }));
}

function itemsOf({ application }: ApplicationInput, criteria: ApplicationResult['criteria']): JudgedItem[] {
  return (application.previousSubmissions ?? []).flatMap(({ date, actionItems }) =>
    actionItems.map((item): JudgedItem => {
      const data = { item: item.id, date };
      const best = criteria.find(({ id }) => id === item.criterion)?.best;
      if (item.answer === undefined) return { submission: date, item, state: 'unanswered', message: say1('item-unanswered', data) };
      const told = { ...data, author: item.answer.author, answered: item.answer.date };
      if (item.criterion === undefined) return { submission: date, item, state: 'answered', message: say1('item-answered', told) };
      const about = { ...told, criterion: item.criterion };
      if (best !== 'pass') return { submission: date, item, state: 'contradicted', message: say1('item-contradicted', about) };
      return { submission: date, item, state: 'answered', message: say1('item-measured', about) };
    }),
  );
}

function itemReasons(items: readonly JudgedItem[]): Message[] {
  return items.filter(({ state }) => state !== 'answered').map(({ message }) => message);
}

function releaseReasons({ application, issuedAt }: ApplicationInput, last: string | null): Message[] {
  const day = application.submitBy ?? issuedAt;
  return last === null || day <= last ? [] : [say1('release-over', { release: application.checklist.release, last, day })];
}

function releaseWarnings({ application, examples, issuedAt }: ApplicationInput, last: string | null): Message[] {
  const { release } = application.checklist;
  const day = application.submitBy ?? issuedAt;
  const left = last === null ? null : calendarDaysBetween(day, last);
  const others = examples.filter(({ engagement }) => {
    const { designation, release: own } = engagement.checklist ?? {};
    return (designation !== undefined && designation !== application.designation) || (own !== undefined && own !== release);
  });
  return [
    ...(last === null ? [say1('release-unknown', { release })] : []),
    ...(left !== null && left >= 0 && left <= SOON ? [say1('release-ends', { release, last: last ?? '', days: left })] : []),
    ...others.map(({ engagement }) => say1('other-designation', { example: engagement.id })),
  ];
}

function exampleWarnings({ examples }: ApplicationInput, ready: readonly number[]): Message[] {
  const open = examples.filter((_, index) => !ready.includes(index));
  return [
    ...(examples.length < usualExamples ? [say1('few-examples', { count: examples.length, usual: usualExamples })] : []),
    ...(ready.length === 0
      ? []
      : open.map(({ engagement, assessment }) => say1('example-open', { example: engagement.id, blockers: assessment.readiness.blockers.length }))),
  ];
}
