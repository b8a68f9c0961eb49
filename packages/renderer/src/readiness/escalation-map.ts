import type { EscalationPathResult, EscalationResult } from '@iam-dossier/core/assessment';
import { flowMap, type MapLink, type MapNode } from '../charts/index.ts';
import { take } from '../view/index.ts';
import { subjectAt, type Sheet } from './sheet.ts';

const widths = { who: 150, way: 290, end: 172 };

/**
 * The ways of a group of principals to more permissions, drawn; the table below them says the same. `null` where all of them
 * lack something. `number` tells the drawings of a document apart.
 */
export function escalationMap(sheet: Sheet, { subjects, paths }: EscalationResult, number: number) {
  const { scribe, budget } = sheet;
  const open = paths.filter(({ state }) => state !== 'latent');
  const { shown, left } = take(open, budget.drawnPaths);
  if (shown.length === 0) return null;
  const ends = new Map<string, MapNode>();
  const links: MapLink[] = [];
  const ways = shown.map((path, index) => {
    const style = path.state === 'reachable' ? ('firm' as const) : ('open' as const);
    const end = endNode(sheet, path);
    ends.set(end.id, end);
    links.push({ from: 'who', to: `way ${index}`, style }, { from: `way ${index}`, to: end.id, style });
    return wayNode(sheet, path, index);
  });
  const columns = [
    { title: '', width: widths.who, nodes: [whoNode(sheet, subjects)] },
    { title: scribe.say('escalations.map.way'), width: widths.way, nodes: ways },
    { title: scribe.say('escalations.map.end'), width: widths.end, nodes: [...ends.values()] },
  ];
  const note = [scribe.say('escalations.map.lines'), ...(left > 0 ? [scribe.say('escalations.map.left', { count: left })] : [])].join(' ');
  const alternative = scribe.say('escalations.map.text', { count: open.length, reachable: open.filter(({ state }) => state === 'reachable').length });
  return { id: `escalation-map-${number}`, title: scribe.say('escalations.map.title'), alternative, note, ...flowMap(columns, links) };
}

function whoNode(sheet: Sheet, subjects: readonly number[]): MapNode {
  const { shown, left } = take(subjects, sheet.budget.names);
  const names = shown.map((index) => ({ text: subjectAt(sheet, index).name, style: 'mono' as const, lines: 3 }));
  return { id: 'who', texts: left === 0 ? names : [...names, { text: sheet.scribe.say('blockers.more', { count: left }), style: 'faint' }] };
}

function wayNode({ scribe }: Sheet, { id, path }: EscalationPathResult, index: number): MapNode {
  return {
    id: `way ${index}`,
    texts: [
      { text: scribe.message(path), lines: 4 },
      { text: id, style: 'faint' },
    ],
  };
}

/** Whom it leads to; where the data names nobody, what it gives. */
function endNode({ scribe }: Sheet, { target }: EscalationPathResult): MapNode {
  if (target === null) return { id: 'more', texts: [{ text: scribe.say('escalations.map.more') }] };
  const [, type = '', ...name] = /^[^/]*:(\w+)\/(.+)$/.exec(target) ?? [target, '', target];
  return {
    id: `end ${target}`,
    texts: [
      { text: type, style: 'faint' },
      { text: scribe.text(name.join('')), style: 'mono', lines: 3 },
    ],
  };
}
