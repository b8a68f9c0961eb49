import { DossierError } from '../errors/index.ts';
import { assemble } from '../importer/assemble/index.ts';
import type { Members } from '../importer/decode/members.ts';
import { Draft } from '../importer/draft.ts';
import { kindOfCall } from '../importer/kinds/index.ts';
import { ONLY } from '../importer/one.ts';
import { sortedBy } from '../json/order.ts';
import type { PartSource } from '../snapshot/parts.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { statusOf, type Failure } from './aws/failure.ts';
import { calls, type Call } from './calls/index.ts';
import type { Outcome } from './engine/task.ts';

/** What came of asking. */
export interface Gathered {
  outcomes: readonly Outcome[];
  /** The calls that were made, where there was something to make them for. */
  made: readonly Call[];
  /** Whether the calls about single principals were made for all that there are. */
  every: boolean;
}

/** The snapshot of what became of the calls. The order in which answers came plays no part. @throws DossierError `collect-refused` */
export function snapshotOf({ outcomes, made, every }: Gathered): Snapshot {
  const draft = new Draft('calls');
  const grouped = byCall(withoutReplaced(outcomes));
  if (outcomes.every(({ answer }) => answer === undefined)) throw nothingAnswered(outcomes);
  for (const [call, own] of grouped) readCall(call, own, draft);
  for (const call of made.filter((call) => call.when === 'full')) tellHowMany(call, grouped, every, draft);
  tellTimes(outcomes, draft);
  tellAbsent(made, draft);
  return assemble(draft, {});
}

function nothingAnswered(outcomes: readonly Outcome[]): DossierError {
  const codes = [...new Set(outcomes.flatMap(({ failure }) => failure?.code ?? []))].sort();
  return new DossierError('collect-refused', `no call was answered: ${codes.join(', ')}`);
}

/** A call whose answer is made up by another row of the table is no longer refused. */
function withoutReplaced(outcomes: readonly Outcome[]): Outcome[] {
  const replaced = new Set(outcomes.filter(({ task }) => task.call.insteadOf !== undefined).map(({ task }) => task.call.name));
  return outcomes.filter(({ task, failure }) => failure === undefined || task.call.insteadOf !== undefined || !replaced.has(task.call.name));
}

function byCall(outcomes: readonly Outcome[]): Map<Call, Outcome[]> {
  const groups = new Map<Call, Outcome[]>();
  for (const outcome of outcomes) {
    const group = groups.get(outcome.task.call);
    if (group) group.push(outcome);
    else groups.set(outcome.task.call, [outcome]);
  }
  return new Map(sortedBy([...groups], ([call]) => String(calls.indexOf(call)).padStart(4, '0')));
}

function readCall(call: Call, outcomes: readonly Outcome[], draft: Draft): void {
  draft.source = sourceOf(call, outcomes);
  const failures: Failure[] = [];
  for (const { answer, failure, nothing, cut } of outcomes) {
    if (answer !== undefined && !readAnswer(call, answer, draft)) failures.push({ kind: 'broken', code: 'UnreadableAnswer' });
    if (nothing === true && answer === undefined) tellNothing(call, draft);
    else if (failure !== undefined) failures.push(failure);
    if (cut !== undefined) shortfall(call, `${operationOf(call)}: ${cut}`, draft);
  }
  // What the calls were made for is not asked about again below: whoever gives each an answer gives all.
  for (const part of call.parts) draft.parts[part].everyUser = true;
  tellFailures(call, failures, outcomes.length, draft);
}

function sourceOf({ name }: Call, outcomes: readonly Outcome[]): PartSource {
  const [time] = outcomes.flatMap((outcome) => outcome.time ?? []).sort();
  const pages = outcomes.reduce((sum, outcome) => sum + outcome.pages, 0);
  return { kind: 'call', name, time: time ?? '1970-01-01T00:00:00Z', pages: Math.max(pages, 1) };
}

function readAnswer({ name, pages }: Call, answer: Members, draft: Draft): boolean {
  const kind = kindOfCall(name, answer, pages?.list);
  kind?.read(answer, draft);
  return kind !== undefined;
}

/** The one refusal that is an answer: AWS's default password policy is in force. */
function tellNothing(call: Call, draft: Draft): void {
  if (!call.parts.includes('passwordPolicy')) return;
  draft.open('passwordPolicy');
  draft.add('passwordPolicy', ONLY, { kind: 'default' });
}

function tellFailures(call: Call, failures: readonly Failure[], asked: number, draft: Draft): void {
  const [first] = sortedBy(failures, ({ code }) => code);
  if (first === undefined) return;
  const operation = operationOf(call);
  const codes = [...new Set(failures.map(({ code }) => code))].sort().join(', ');
  const some = call.each === undefined || failures.length === asked ? '' : ` for ${failures.length} of ${asked} that it was made for`;
  const message = `${operation} answered ${codes}${some}`;
  for (const part of call.parts) draft.refuse(part, { status: statusOf(first.kind), code: first.code, message });
  draft.note('warning', 'call-refused', `${message}: its data is missing`);
}

/** A list about single principals is whole when each of them all gave an answer; of none at all, when there are none. */
function tellHowMany(call: Call, grouped: ReadonlyMap<Call, readonly Outcome[]>, every: boolean, draft: Draft): void {
  const own = grouped.get(call) ?? [];
  const { each, insteadOf, starts } = call;
  if (each === undefined || insteadOf !== undefined || starts !== undefined) return;
  const parents = 'from' in each ? [...grouped].filter(([{ name }]) => name === each.from).flatMap(([, outcomes]) => outcomes) : [];
  const whole = every && parents.every(({ failure, cut }) => failure === undefined && cut === undefined);
  for (const part of call.parts) {
    const { shortfalls } = draft.parts[part];
    if (!whole && own.length > 0) shortfalls.push(`${operationOf(call)} was made for ${own.length} that were named or found`);
    if (!whole) draft.parts[part].everyUser = false;
    if (own.length > 0) continue;
    if (whole) draft.parts[part].finalAnswers += 1;
    else draft.parts[part].absence = 'what it is asked about one by one could not be read, or was not named';
  }
}

function shortfall(call: Call, why: string, draft: Draft): void {
  for (const part of call.parts) draft.parts[part].shortfalls.push(why);
}

function tellTimes(outcomes: readonly Outcome[], draft: Draft): void {
  const times = outcomes.flatMap(({ time }) => time ?? []).sort();
  const [first] = times;
  const last = times.at(-1);
  if (first === undefined || last === undefined) return;
  draft.collectedAt.push({ time: first, file: 'AWS' });
  draft.source = { kind: 'call', name: '', time: first, pages: 1 };
  if (outcomes.some(({ ownClock }) => ownClock === true))
    draft.note('warning', 'own-clock', 'answers came without the time of AWS; the clock of this machine stands for it');
  if (Date.parse(last) - Date.parse(first) > 86_400_000)
    draft.note('warning', 'times-apart', `the answers are of ${first} to ${last}, more than a day apart`);
  const empty = outcomes.filter(({ emptyPages }) => emptyPages !== undefined).map(({ task }) => task.call.name);
  for (const name of [...new Set(empty)].sort()) draft.note('warning', 'empty-page', `${name} gave empty pages in the middle of a list`, name);
}

/** Why parts are not there that nobody asked for. */
function tellAbsent(made: readonly Call[], draft: Draft): void {
  for (const { when, parts, name } of calls) {
    if (made.some((call) => call.name === name)) continue;
    const why =
      when === 'account' || when === 'full'
        ? 'it is asked for at full depth, or for principals that are named'
        : `it was not asked for (include ${when})`;
    for (const part of parts) draft.parts[part].absence ??= why;
  }
}

/** The operation, with what it is always asked for where that tells one call from another. */
function operationOf({ name, input = {} }: Call): string {
  const words = Object.values(input)
    .flat()
    .filter((value) => typeof value === 'string');
  return [name.slice(name.indexOf(':') + 1), ...words].join(' ');
}
