import type { AccessPath } from '@iam-dossier/core/assessment';
import { flowMap, type MapLink, type MapNode } from '../charts/index.ts';
import { take } from '../view/index.ts';
import { functionOf } from './panel.ts';
import { leftWords, subjectAt, type Sheet } from './sheet.ts';
import { fromOf } from './ways-in.ts';

const widths = { people: 168, way: 212, end: 232 };

/** The ways from people to principals, drawn; the table below it says the same. `null` where no way is known. */
export function accessMap(sheet: Sheet) {
  const { assessment, scribe, budget } = sheet;
  const { shown, left } = take(assessment.accessPaths, budget.mapWays);
  if (shown.length === 0) return null;
  const people = new Map<string, MapNode>();
  const ends = new Map<string, MapNode>();
  const links: MapLink[] = [];
  const room = Math.max(1, Math.floor(budget.mapEnds / shown.length));
  for (const [index, path] of shown.entries()) {
    const way = `way ${index}`;
    const who = whoNode(sheet, path);
    people.set(who.id, who);
    links.push({ from: who.id, to: way, style: styleOf(path) });
    const reached = take(path.ends, room);
    for (const node of reached.shown.map((end) => endNode(sheet, end))) {
      ends.set(node.id, node);
      links.push({ from: way, to: node.id, style: 'firm' });
    }
    if (reached.left > 0) {
      const rest: MapNode = { id: `rest ${index}`, texts: [{ text: scribe.say('map.more', { count: reached.left }), style: 'faint' }] };
      ends.set(rest.id, rest);
      links.push({ from: way, to: rest.id, style: 'firm' });
    }
  }
  const columns = [
    { title: scribe.say('paths.people'), width: widths.people, nodes: [...people.values()] },
    { title: scribe.say('paths.way'), width: widths.way, nodes: shown.map((path, index) => wayNode(sheet, path, index)) },
    { title: scribe.say('paths.ends'), width: widths.end, nodes: [...ends.values()] },
  ];
  const styles = new Set(shown.map(styleOf));
  return {
    id: 'access-map',
    title: scribe.say('map.title'),
    alternative: scribe.say('map.text', {
      ways: assessment.accessPaths.length,
      people: people.size,
      ends: new Set(shown.flatMap((path) => path.ends)).size,
    }),
    note: [...(styles.size > 1 || !styles.has('firm') ? [scribe.say('map.lines')] : []), leftWords(sheet, 'map-ways', left)]
      .filter(Boolean)
      .join(' '),
    ...flowMap(columns, links),
  };
}

function styleOf({ known }: AccessPath): MapLink['style'] {
  if (known === 'measured' || known === 'partly') return 'firm';
  return known === 'declared' ? 'said' : 'open';
}

/** Ways of the same people begin at the same box. */
function whoNode({ scribe, budget }: Sheet, { people, unnamed, known, kind }: AccessPath): MapNode {
  const { shown, left } = take(people, budget.mapNames);
  const names = shown.map((name) => ({ text: scribe.text(name), style: 'strong' as const }));
  const rest = [
    ...(left > 0 ? [scribe.say('map.more', { count: left })] : []),
    ...(unnamed > 0 ? [scribe.say('path.unnamed', { count: unnamed })] : []),
    ...(people.length + unnamed > 0 ? [] : [scribe.say(nobodyWords(known, kind))]),
  ];
  const texts = [...names, ...rest.map((text) => ({ text, style: 'faint' as const, lines: 3 }))];
  return { id: `who ${texts.map(({ text }) => text).join('\n')}`, texts };
}

function nobodyWords(known: AccessPath['known'], kind: AccessPath['kind']): string {
  if (known !== 'measured') return `path.${known}`;
  return kind === 'account' ? 'path.nobody-there' : 'path.nobody-declared';
}

function wayNode(sheet: Sheet, { kind, from, party, through }: AccessPath, index: number): MapNode {
  const { scribe, budget } = sheet;
  const passed = take(through, budget.mapNames);
  const source = kind === 'user' ? '' : fromOf(sheet, { kind, from, party, sameAccount: false });
  return {
    id: `way ${index}`,
    texts: [
      { text: scribe.say(kind === 'user' ? 'path.user' : `way.${kind}`) },
      ...(source === '' ? [] : [{ text: source, style: 'mono' as const, lines: 3 }]),
      ...passed.shown.map((role) => ({
        text: scribe.say('path.through', { names: scribe.text(subjectAt(sheet, role).name) }),
        style: 'faint' as const,
        lines: 3,
      })),
      ...(passed.left === 0 ? [] : [{ text: scribe.say('map.more', { count: passed.left }), style: 'faint' as const }]),
    ],
  };
}

function endNode(sheet: Sheet, end: number): MapNode {
  const { assessment, scribe } = sheet;
  const profile = assessment.profiles.find(({ subject }) => subject === end);
  const role = profile === undefined ? '' : functionOf(sheet, profile);
  return {
    id: `end ${end}`,
    texts: [
      { text: scribe.text(subjectAt(sheet, end).name), style: 'mono', lines: 3 },
      ...(role === '' ? [] : [{ text: sentenceCase(role), style: 'faint' as const }]),
    ],
  };
}

/** Functions are worded to stand within a sentence. */
function sentenceCase(text: string): string {
  const [first = '', ...rest] = text;
  return first.toUpperCase() + rest.join('');
}
