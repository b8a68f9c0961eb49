import type { Assessment, EscalationPathResult, EscalationResult } from '@iam-dossier/core/assessment';
import { take } from '../view/index.ts';
import { fairShares } from './budget.ts';
import { escalationMap } from './escalation-map.ts';
import { cell, leftWords, subjectAt, type Sheet } from './sheet.ts';

const states = ['reachable', 'unverified', 'latent'] as const;
const categories = ['selfEscalation', 'principalAccess', 'newPassRole', 'existingPassRole'] as const;

export function hasEscalations({ escalations }: Assessment): boolean {
  return escalations.length > 0;
}

/** Ways to more permissions, the reachable first; those who share theirs stand together. */
export function escalationsView(sheet: Sheet) {
  const { assessment, budget, scribe } = sheet;
  const { shown, left } = take([...assessment.escalations].sort(worstFirst), budget.escalations);
  const rows = fairShares(
    budget.escalationPaths,
    shown.map(({ paths }) => paths.length),
  );
  const present = categories.filter((category) =>
    shown.some(({ paths }) => paths.some((path) => path.category === category && path.state !== 'latent')),
  );
  return {
    groups: shown.map((entry, index) => groupView(sheet, entry, rows[index] ?? 0, index + 1)),
    left: leftWords(sheet, left),
    mends: present.map((category) => ({ title: scribe.say(`escalations.category.${category}`), text: scribe.say(`escalations.mend.${category}`) })),
  };
}

function worstFirst(a: EscalationResult, b: EscalationResult): number {
  return worstOf(a) - worstOf(b) || (a.subjects[0] ?? 0) - (b.subjects[0] ?? 0);
}

function worstOf({ paths, chain }: EscalationResult): number {
  const found = [...paths.map(({ state }) => states.indexOf(state)), ...(chain ? [chain.state === 'reachable' ? 0 : 1] : [])];
  return Math.min(states.length, ...found);
}

function groupView(sheet: Sheet, entry: EscalationResult, most: number, number: number) {
  const { subjects, paths, chain } = entry;
  const { budget, scribe } = sheet;
  const who = take(subjects, budget.names);
  const rows = take(paths, most);
  return {
    who: who.shown.map((index) => subjectAt(sheet, index)),
    whoLeft: who.left === 0 ? '' : scribe.say('blockers.more', { count: who.left }),
    chain: chain ? scribe.say(`escalations.chain.${chain.state}`, { count: chain.count, steps: chainWords(sheet, chain) }) : '',
    map: escalationMap(sheet, entry, number),
    rows: rows.shown.map((path) => rowView(sheet, path)),
    left: leftWords(sheet, rows.left),
  };
}

function chainWords(sheet: Sheet, { count, steps }: NonNullable<EscalationResult['chain']>): string {
  const names = steps.flatMap(({ to }) => (to === null ? [] : [subjectAt(sheet, to).name]));
  return [...names, ...(count > steps.length ? ['…'] : [])].join(' → ');
}

function rowView(sheet: Sheet, { id, via, variants, state, path, missing, guards }: EscalationPathResult) {
  const { budget, scribe } = sheet;
  const beside = take([...missing, ...guards], budget.evidence);
  return {
    state,
    label: scribe.say(`escalations.state.${state}`),
    path: cell(sheet, scribe.words.message(path)),
    id: via === id ? id : `${id} · ${via}`,
    variants: variants.length === 0 ? '' : scribe.say('escalations.variants', { count: variants.length }),
    beside: beside.shown.map((message) => cell(sheet, scribe.words.message(message))),
    besideLeft: leftWords(sheet, beside.left),
  };
}
