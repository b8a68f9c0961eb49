import { canonicalJson } from '../../json/canonical.ts';
import type { Members } from '../decode/members.ts';
import type { Draft } from '../draft.ts';
import { ONLY } from '../one.ts';
import { columns } from './columns.ts';

/** One row for each user. Where two rows say different things nobody knows which holds: the cell counts as missing. */
export function joinReportRows(draft: Draft): void {
  const part = draft.parts.credentialReport;
  const report = part.entries.get(ONLY)?.value;
  if (!report) return;
  const differing: string[] = [];
  report['rows'] = [...byUser(report['rows'] as Members[])].map(([user, rows]) => {
    const { row, dropped } = joinRows(rows);
    if (dropped.length > 0) differing.push(`${user} (${dropped.map(columnOf).join(', ')})`);
    return row;
  });
  if (differing.length === 0) return;
  const shown = differing.slice(0, 3).join('; ') + (differing.length > 3 ? `; and ${differing.length - 3} more` : '');
  draft.note('warning', 'contradictory', `the credential report has rows that differ for one user; these cells count as missing: ${shown}`, '');
  part.contradictions.push(...differing);
}

function byUser(rows: readonly Members[]): Map<string, Members[]> {
  const groups = new Map<string, Members[]>();
  for (const row of rows) {
    const user = row['user'] as string;
    const group = groups.get(user);
    if (group) group.push(row);
    else groups.set(user, [row]);
  }
  return groups;
}

/** What all rows agree on, and the members on which they do not. */
function joinRows(rows: readonly Members[]): { row: Members; dropped: string[] } {
  const row: Members = {};
  const dropped = new Set<string>();
  for (const [member, value] of rows.flatMap((entry) => Object.entries(entry))) {
    if (row[member] === undefined) row[member] = value;
    else if (canonicalJson(row[member]) !== canonicalJson(value)) dropped.add(member);
  }
  for (const member of dropped) delete row[member];
  return { row, dropped: [...dropped] };
}

function columnOf(member: string): string {
  return Object.entries(columns).find(([, [name]]) => name === member)?.[0] ?? member;
}
