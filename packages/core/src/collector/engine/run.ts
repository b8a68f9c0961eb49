import { isMembers, type Members } from '../../importer/decode/members.ts';
import { sortedBy } from '../../json/order.ts';
import type { Call, CallName, EachEntry, EachPrincipal } from '../calls/index.ts';
import { isUserArn } from '../plan.ts';
import type { Asker } from './asker.ts';
import { walk } from './chain.ts';
import { mapSome } from './gate.ts';
import { keyOf, type KeptOutcome, type Outcome, type Task } from './task.ts';
import { work } from './work.ts';

/** Keeps outcomes that are whole, and gives back those of an earlier run. */
export interface Keeper {
  kept: (key: string) => KeptOutcome | undefined;
  keep: (key: string, outcome: Outcome) => void;
}

const TASKS_AT_ONCE = 32;
/** Principals in a row for which a call is refused in the same way, after which the others are not asked about. */
const MOST_REFUSED = 20;
/** How often a call may lead to itself: organizations have five levels of units. */
const MOST_ROUNDS = 20;

/** Makes the calls of a table, those that follow from answers too, and gives what became of each in the order of the plan. */
export class Runner {
  private readonly asker: Asker;
  private readonly keeper: Keeper;
  /** The account that is read, as soon as it is known. */
  account: Promise<string | null> = Promise.resolve(null);
  private readonly made = new Map<Call, Promise<Outcome[]>>();

  constructor(asker: Asker, keeper: Keeper) {
    this.asker = asker;
    this.keeper = keeper;
  }

  /**
   * What became of the calls, in their order, and of each in the order of what it was made for. A call is made once, however
   * often it is handed in; one that starts work brings along the call that asks for what came of it.
   */
  async run(calls: readonly Call[], principals: readonly string[] = []): Promise<Outcome[]> {
    const started = new Set(calls.map(({ starts }) => starts));
    const made = calls.flatMap((call) => (started.has(call.name) ? [] : [this.of(call, calls, principals)]));
    return (await Promise.all(made)).flat();
  }

  private of(call: Call, calls: readonly Call[], principals: readonly string[]): Promise<Outcome[]> {
    const known = this.made.get(call);
    if (known) return known;
    const making = this.make(call, calls, principals);
    this.made.set(call, making);
    return making;
  }

  private async make(call: Call, calls: readonly Call[], principals: readonly string[]): Promise<Outcome[]> {
    // What it follows from stands before it in the table, and has been begun.
    if (call.insteadOf !== undefined && !(await this.wasRefused(call))) return [];
    const done = calls.find(({ name }) => name === call.starts);
    const tasks = await this.tasksOf(call, principals);
    const row = new Row();
    const made: Outcome[] = [];
    const seen = new Set<string>();
    for (let rest = unseen(tasks, seen), rounds = 1; rest.length > 0; rounds += 1) {
      const outcomes = await mapSome(rest, TASKS_AT_ONCE, async (task) => row.saw(row.skip(task) ?? (await this.once(task, done))));
      rest = unseen(
        outcomes.flatMap((outcome) => furtherTasks(call, outcome)),
        seen,
      );
      const ends = rounds === MOST_ROUNDS && rest.length > 0;
      made.push(...(ends ? outcomes.map((outcome) => ({ ...outcome, cut: `it leads on for more than ${MOST_ROUNDS} levels` })) : outcomes));
      if (ends) break;
    }
    return made;
  }

  private async once(task: Task, done: Call | undefined): Promise<Outcome> {
    const key = keyOf(task);
    const kept = this.keeper.kept(key);
    if (kept) return { ...kept, task: done === undefined ? task : { ...task, call: done, known: task.input } };
    const outcome = done === undefined ? await walk(this.asker, task) : await work(this.asker, task, done);
    if (outcome.failure === undefined && outcome.cut === undefined) this.keeper.keep(key, outcome);
    return outcome;
  }

  private async wasRefused(call: Call): Promise<boolean> {
    const outcomes = await this.outcomesOf(call.name, call);
    return outcomes.some(({ failure }) => failure !== undefined);
  }

  private async outcomesOf(name: CallName, but?: Call): Promise<Outcome[]> {
    const named = [...this.made].filter(([call]) => call.name === name && call !== but).map(([, outcomes]) => outcomes);
    return (await Promise.all(named)).flat();
  }

  private async tasksOf(call: Call, principals: readonly string[]): Promise<Task[]> {
    const { each, account } = call;
    const own = account === undefined ? {} : { [account]: await this.account };
    if (each === undefined) return [{ call, input: own }];
    if ('every' in each) return principalTasks(call, each, principals);
    return (await this.outcomesOf(each.from)).flatMap((outcome) => entryTasks(call, each, own, outcome));
  }
}

/** Stops a call that is refused for one principal after the other. */
class Row {
  private refused = 0;
  private last: Outcome['failure'];

  saw(outcome: Outcome): Outcome {
    const { failure } = outcome;
    const counts = failure !== undefined && (failure.kind === 'denied' || failure.kind === 'broken' || failure.kind === 'unsupported');
    this.refused = counts ? this.refused + (failure.kind === 'unsupported' ? MOST_REFUSED : 1) : 0;
    this.last = failure;
    return outcome;
  }

  skip(task: Task): Outcome | undefined {
    if (this.refused < MOST_REFUSED || this.last === undefined) return undefined;
    return { task, pages: 0, failure: this.last };
  }
}

function principalTasks(call: Call, each: EachPrincipal, principals: readonly string[]): Task[] {
  const asked = each.every === 'user' ? principals.filter(isUserArn) : principals;
  const value = (arn: string) => (each.parameter === 'Arn' ? arn : arn.slice(arn.lastIndexOf('/') + 1));
  return sortedBy(asked, (arn) => arn).map((arn) => ({ call, input: { [each.parameter]: value(arn) }, of: arn }));
}

/** One task for each entry. */
function entryTasks(call: Call, { list, member, parameter, only, also }: EachEntry, own: Members, { answer, task: from }: Outcome): Task[] {
  if (answer === undefined) return [];
  const entries: unknown[] = list === undefined ? [answer] : Array.isArray(answer[list]) ? answer[list] : [];
  const inherited: Members = Object.fromEntries((call.inherit ?? []).map((name) => [name, from.input[name] ?? from.known?.[name]]));
  return entries
    .filter((entry) => isWanted(entry, only))
    .flatMap((entry) => {
      const value = member === undefined ? entry : isMembers(entry) ? entry[member] : undefined;
      if (typeof value !== 'string' || value === '') return [];
      const beside = Object.fromEntries((also ?? []).map((name) => [name, isMembers(entry) ? entry[name] : undefined]));
      return [{ call, input: { ...own, ...inherited, [parameter]: value }, known: { ...from.known, ...from.input, ...beside }, of: value }];
    });
}

function isWanted(entry: unknown, only: EachEntry['only'] = {}): boolean {
  return Object.entries(only).every(([name, value]) => isMembers(entry) && entry[name] === value);
}

/** The same call for what its own answer leads to. */
function furtherTasks(call: Call, { answer, task }: Outcome): Task[] {
  const each = call.each !== undefined && 'from' in call.each ? call.each : undefined;
  const list = each?.again === undefined ? undefined : answer?.[each.again.list];
  if (each?.again === undefined || !Array.isArray(list)) return [];
  const { member } = each.again;
  const values = list
    .map((entry: unknown) => (isMembers(entry) ? entry[member] : undefined))
    .filter((value) => typeof value === 'string' && value !== '');
  return values.map((value) => ({ ...task, input: { ...task.input, [each.parameter]: value }, of: value as string }));
}

/** What is named in several answers, or leads back to where it came from, is asked about once. */
function unseen(tasks: readonly Task[], seen: Set<string>): Task[] {
  return tasks.filter((task) => {
    const key = keyOf(task);
    const first = !seen.has(key);
    seen.add(key);
    return first;
  });
}
