import type { AccessModel } from '@iam-dossier/core/engagement';
import { fit, linesIn, take } from '../view/index.ts';
import { accessMap } from './access-map.ts';
import { pathsTable } from './access-paths.ts';
import { measuredOn } from './measured.ts';
import { peopleTable } from './people.ts';
import { cell, leftWords, panelId, subjectAt, type Sheet } from './sheet.ts';
import { declaredOn } from './statements.ts';
import { wayInRow, waysByRole, type WayInRow } from './ways-in.ts';

const topics = ['console', 'programmatic', 'temporaryCredentials', 'federation', 'dedicatedCredentials'] as const satisfies (keyof AccessModel)[];

/** How the partner comes in: what is declared beside what was measured, topic by topic. */
export function accessApproach(sheet: Sheet) {
  const { scribe } = sheet;
  return {
    lead: scribe.say('approach.lead'),
    topics: topics.map((topic) => ({ title: scribe.say(`topic.${topic}`), declared: declaredOn(sheet, topic), measured: measuredOn(sheet, topic) })),
    people: peopleTable(sheet),
    map: accessMap(sheet),
    paths: pathsTable(sheet),
    ways: waysTable(sheet),
  };
}

/** Who may assume each role in scope. */
function waysTable(sheet: Sheet) {
  const { scribe, budget } = sheet;
  const roles = [...waysByRole(sheet)];
  const drawn = take(roles, budget.waysIn.most).shown.map(([role, ways]) => {
    const some = take(ways, budget.waysInOfRole);
    return {
      id: panelId(role),
      name: cell(sheet, subjectAt(sheet, role).name),
      ways: some.shown.map((way) => wayInRow(sheet, way)),
      left: leftWords(sheet, 'ways', some.left),
    };
  });
  const { shown } = fit(drawn, budget.waysIn, ({ name, ways }) => Math.max(linesIn(30, name), ...ways.map(linesOfWay)) * ways.length);
  return { none: roles.length === 0 ? scribe.say('ways.none') : '', rows: shown, left: leftWords(sheet, 'roles', roles.length - shown.length) };
}

/** Letters that fit into the columns of the table: who comes in, and on which conditions. */
function linesOfWay({ kind, from, conditions }: WayInRow): number {
  return 1 + Math.max(linesIn(38, kind, from), linesIn(22, conditions));
}
