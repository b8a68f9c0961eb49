import { outcomes, type Outcome, type Profile } from '@iam-dossier/core/assessment';
import { ageInDays } from '@iam-dossier/core/time';
import { bars, type BarRow } from '../charts/index.ts';
import { lastUseOf } from '../view/index.ts';
import { dossierTimeline } from './dossier-timeline.ts';
import type { Sheet } from './sheet.ts';
import { outcomesOf } from './tested.ts';

/** What is seen rather than read: rules behind each criterion, ages and use of credentials, and when things were read and said. */
export function glanceView(sheet: Sheet) {
  return { charts: [posture(sheet), keyAges(sheet), recordedUse(sheet)], timeline: dossierTimeline(sheet) };
}

interface Chart {
  id: string;
  rows: readonly BarRow[];
  legend: readonly { shade: string; label: string }[];
}

function drawn({ scribe }: Sheet, { id, rows, legend }: Chart) {
  const labels = new Map(legend.map(({ shade, label }) => [shade, label]));
  const told = rows.map(({ mark, label, parts }) => {
    const counts = parts
      .filter(({ value }) => value > 0)
      .map(({ shade, value }) => [labels.get(shade), scribe.words.number(value)].filter((text) => text !== undefined).join(' '));
    return `${[mark, label].filter((text) => text !== undefined).join(' ')}: ${counts.length === 0 ? scribe.words.number(0) : counts.join(', ')}`;
  });
  const shades = new Set(rows.flatMap(({ parts }) => parts.filter(({ value }) => value > 0).map(({ shade }) => shade)));
  const shown = legend.filter(({ shade }) => shades.has(shade));
  return {
    id: `chart-${id}`,
    title: scribe.say(`glance.${id}`),
    alternative: `${told.join('. ')}.`,
    note: scribe.say(`glance.${id}-note`),
    none: rows.every(({ parts }) => parts.every(({ value }) => value === 0)) ? scribe.say(`glance.${id}-none`) : '',
    ...bars(rows, legend.length > 1 ? shown : [], (value) => scribe.words.number(value)),
  };
}

/** Each rule counts once, by the worst it found. */
function posture(sheet: Sheet) {
  const { assessment, scribe } = sheet;
  const worst = new Map(assessment.rules.map((rule) => [rule.id, outcomes.find((outcome) => outcomesOf(rule).includes(outcome)) ?? 'notApplicable']));
  const rows = assessment.criteria.map(({ id, title, rules }) => ({
    mark: id,
    label: scribe.text(title),
    parts: outcomes.map((outcome) => ({ shade: outcome, value: rules.filter((rule) => worst.get(rule) === outcome).length })),
  }));
  return drawn(sheet, {
    id: 'posture',
    rows,
    legend: outcomes.map((outcome: Outcome) => ({ shade: outcome, label: scribe.say(`outcome.${outcome}`) })),
  });
}

const keyBuckets = [90, 180, 365, Infinity] as const;

function keyAges(sheet: Sheet) {
  const { assessment, scribe } = sheet;
  const ages = assessment.profiles.flatMap((profile) => keyAgesOf(sheet, profile));
  return drawn(sheet, {
    id: 'keys',
    rows: byAge(sheet, [{ shade: 'plain', ages }], keyBuckets),
    legend: [{ shade: 'plain', label: scribe.say('glance.key') }],
  });
}

/** Keys of a user that are not known count once; a key may be one that is active as long as its status is not known. */
function keyAgesOf(sheet: Sheet, profile: Profile): Age[] {
  if (profile.accessKeys === null) return ['unknown'];
  return (profile.accessKeys ?? []).flatMap(({ status, created }) => {
    if (status === 'unknown') return ['unknown' as const];
    return status === 'active' ? [ageOf(sheet, profile, created.state === 'known' ? created.at : null)] : [];
  });
}

const useBuckets = [30, 90, 365, Infinity] as const;

/** The last recorded use of users and roles in scope. */
function recordedUse(sheet: Sheet) {
  const { assessment, scribe } = sheet;
  const [users, roles] = [true, false].map((wanted) => assessment.profiles.filter(({ console }) => (console !== undefined) === wanted));
  const series = [
    { shade: 'users', label: scribe.say('glance.users'), ages: (users ?? []).map((profile) => useOf(sheet, profile)) },
    { shade: 'roles', label: scribe.say('glance.roles'), ages: (roles ?? []).map((profile) => useOf(sheet, profile)) },
  ];
  const none = {
    label: scribe.say('no-use'),
    parts: series.map(({ shade, ages }) => ({ shade, value: ages.filter((age) => age === 'none').length })),
  };
  const rows = byAge(sheet, series, useBuckets);
  return drawn(sheet, { id: 'use', rows: [...rows.slice(0, -1), none, ...rows.slice(-1)], legend: series });
}

type Age = number | 'none' | 'unknown';

/** A row for each span of days, and one for what is not known. */
function byAge({ scribe }: Sheet, series: readonly { shade: string; ages: readonly Age[] }[], buckets: readonly number[]): BarRow[] {
  const known = buckets.map((limit, index) => {
    const from = index === 0 ? 0 : (buckets[index - 1] ?? 0) + 1;
    const label = limit === Infinity ? scribe.say('glance.over', { days: from - 1 }) : scribe.say('glance.days', { from, to: limit });
    return {
      label,
      parts: series.map(({ shade, ages }) => ({ shade, value: ages.filter((age) => typeof age === 'number' && age >= from && age <= limit).length })),
    };
  });
  const unknown = series.map(({ shade, ages }) => ({ shade, value: ages.filter((age) => age === 'unknown').length }));
  return [...known, { label: scribe.say('not-in-data'), parts: unknown }];
}

function ageOf({ assessment }: Sheet, { subject }: Profile, time: string | null): Age {
  const asOf = assessment.snapshots[assessment.subjects[subject]?.pointer.snapshot ?? -1]?.asOf ?? null;
  return time === null || asOf === null ? 'unknown' : Math.max(0, ageInDays(time, asOf));
}

function useOf(sheet: Sheet, profile: Profile): Age {
  const use = lastUseOf(profile);
  return use.state === 'known' ? ageOf(sheet, profile, use.at) : use.state;
}
