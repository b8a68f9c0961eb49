import { linesIn } from '../view/index.ts';
import type { principalPanel } from './panel.ts';

/** Letters in a printed line: of the whole panel in its mono face, of one of its four columns, of the columns of its table. */
const width = { panel: 84, column: 25, wide: 104, policy: 44, via: 22 } as const;
const frame = 12;
const tableHead = 3;
const columns = 4;

/** Printed lines a panel takes, estimated. */
export function panelLines({ arn, may, facts, trust, permissions }: ReturnType<typeof principalPanel>): number {
  const heights = facts.map(({ label, lines }) => linesIn(width.column, label, ...lines) + 0.8);
  const rows = heights.flatMap((_, index) => (index % columns === 0 ? [Math.max(...heights.slice(index, index + columns))] : []));
  const trusted =
    trust === null ? 0 : 1 + trust.rows.reduce((sum, { kind, from, conditions }) => sum + linesIn(width.wide, `${kind} ${from} ${conditions}`), 0);
  const policies = permissions.rows.map(
    ({ name, document, via }) => 0.6 + Math.max(linesIn(width.policy, name, ...(document === '' ? [] : [document])), linesIn(width.via, ...via)),
  );
  return frame + (may === '' ? 0 : linesIn(width.wide, may)) + linesIn(width.panel, arn) + sumOf(rows) + trusted + tableHead + sumOf(policies);
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
