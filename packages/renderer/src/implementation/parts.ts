import { noFile, partCalls, partNames, type Part, type PartName, type Parts, type PartSource } from '@iam-dossier/core/assessment';
import { clip, take, writeTime } from '../view/index.ts';
import { leftWords, type Sheet } from './sheet.ts';

/** What a snapshot holds: each part with its call, its count and the sources it was read from, by number. */
export function partsView(sheet: Sheet, parts: Parts) {
  const { budget } = sheet;
  const there = partNames.filter((name) => isTold(parts[name]));
  const sources = sourcesOf(parts);
  const numbers = new Map(sources.map((source, index) => [keyOf(source), index + 1]));
  const listed = take(sources, budget.sources);
  return {
    parts: there.map((name) => partRow(sheet, name, parts[name], numbers)),
    absent: absentParts(sheet, parts),
    sources: listed.shown.map((source, index) => sourceRow(sheet, source, index + 1)),
    sourcesLeft: leftWords(sheet, 'sources', listed.left),
  };
}

/** Parts that nobody handed in stand in one list for each reason, not in rows. */
function isTold({ status, sources }: Part): boolean {
  return status !== 'missing' || sources.length > 0;
}

function absentParts({ scribe, budget }: Sheet, parts: Parts): { title: string; names: string[] }[] {
  const byReason = new Map<string, string[]>();
  for (const name of partNames.filter((candidate) => !isTold(parts[candidate]))) {
    const { reason: why = '' } = parts[name];
    const reason = why === noFile ? '' : clip(scribe.text(why), budget.cell);
    byReason.set(reason, [...(byReason.get(reason) ?? []), scribe.say(`part.${name}`)]);
  }
  return [...byReason].map(([reason, names]) => ({
    title: scribe.say(reason === '' ? 'provenance.absent' : 'provenance.absent-why', { reason }),
    names,
  }));
}

function partRow(sheet: Sheet, name: PartName, part: Part, numbers: ReadonlyMap<string, number>) {
  const { scribe, budget } = sheet;
  const places = take(
    part.sources.flatMap((source) => numbers.get(keyOf(source)) ?? []),
    budget.namesOfFunction,
  );
  const why = [part.reason, part.code]
    .filter((text) => text !== undefined)
    .map((text) => scribe.text(text))
    .join(' ');
  return {
    name: scribe.say(`part.${name}`),
    calls: partCalls[name].map((call) => call.split(':')[1] ?? call),
    status: scribe.say(`part-status.${part.status}`),
    complete: part.status === 'complete',
    count: part.count === undefined ? '' : scribe.words.number(part.count),
    time: part.time === undefined ? '' : writeTime(part.time),
    why: clip(why, budget.sentence),
    sources: [...places.shown.map(String), ...(places.left === 0 ? [] : [leftWords(sheet, 'source-numbers', places.left)])].join(', '),
  };
}

function sourcesOf(parts: Parts): PartSource[] {
  const byKey = new Map(partNames.flatMap((name) => parts[name].sources).map((source) => [keyOf(source), source]));
  return [...byKey.values()];
}

function keyOf(source: PartSource): string {
  return source.kind === 'file' ? `file ${source.sha256} ${source.name}` : `call ${source.name} ${source.time}`;
}

function sourceRow(sheet: Sheet, source: PartSource, number: number) {
  const { scribe, budget } = sheet;
  const name = clip(scribe.text(source.name), budget.cell);
  if (source.kind === 'call')
    return { number, name, digest: '', size: scribe.say('source.call', { time: writeTime(source.time), pages: source.pages }) };
  return { number, name, digest: source.sha256, size: scribe.say('source.bytes', { count: source.bytes }) };
}
