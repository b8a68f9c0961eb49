import { timeline, type Happening } from '../charts/index.ts';
import { take } from '../view/index.ts';
import { leftWords, type Sheet } from './sheet.ts';

/** When accounts were read, and what was said when and until when, against the day of the documents. */
export function dossierTimeline(sheet: Sheet) {
  const { assessment, scribe, budget } = sheet;
  const all = [...read(sheet), ...said(sheet), ...holding(sheet)];
  const { shown, left } = take(all, budget.happenings);
  const told = shown.map(({ label, from, to }) => `${label}: ${to === undefined ? from : scribe.say('glance.span', { from, to })}`);
  return {
    id: 'chart-timeline',
    title: scribe.say('glance.timeline'),
    alternative: `${[...told, scribe.say('glance.issued', { date: assessment.issuedAt })].join('. ')}.`,
    note: [scribe.say('glance.timeline-note'), leftWords(sheet, left)].filter(Boolean).join(' '),
    ...timeline(shown, assessment.issuedAt, scribe.say('glance.issued', { date: assessment.issuedAt })),
  };
}

function read({ assessment, scribe }: Sheet): Happening[] {
  return assessment.snapshots.flatMap(({ account, collectedAt, credentialReportGeneratedTime }) => [
    ...(collectedAt === null
      ? []
      : [{ label: scribe.say('glance.collected', { account: account.id }), from: collectedAt.slice(0, 10), shade: 'read' as const }]),
    ...(credentialReportGeneratedTime === null
      ? []
      : [
          {
            label: scribe.say('glance.credential-report', { account: account.id }),
            from: credentialReportGeneratedTime.slice(0, 10),
            shade: 'read' as const,
          },
        ]),
  ]);
}

/** Statements of one day stand in one row. */
function said({ assessment, scribe }: Sheet): Happening[] {
  const keys = new Map<string, Set<string>>();
  for (const { key, date } of assessment.criteria.flatMap(({ statements }) => statements))
    keys.set(date, (keys.get(date) ?? new Set<string>()).add(key));
  const claims = new Map<string, number>();
  for (const { statement } of assessment.claims) claims.set(statement.date, (claims.get(statement.date) ?? 0) + 1);
  return [
    ...[...keys].map(([from, topics]) => ({ label: scribe.say('glance.statements', { count: topics.size }), from, shade: 'said' as const })),
    ...[...claims].map(([from, count]) => ({ label: scribe.say('glance.claims', { count }), from, shade: 'said' as const })),
  ];
}

/** What holds for a time: declared facts and waivers. Without an end, a declared fact is said on a day. */
function holding({ assessment, scribe }: Sheet): Happening[] {
  return [
    ...assessment.declaredFacts.map(({ fact }) => ({
      label: scribe.say(`fact.${fact.key}`),
      from: fact.date,
      ...(fact.expires === undefined || fact.expires < fact.date ? {} : { to: fact.expires }),
      shade: 'holds' as const,
    })),
    ...assessment.waivers.map(({ rule, date, expires }) => ({
      label: scribe.say('glance.waiver', { rule: scribe.text(rule) }),
      from: date,
      ...(expires < date ? {} : { to: expires }),
      shade: 'holds' as const,
    })),
  ];
}
