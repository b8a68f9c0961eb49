import type { Call, Pages, Told } from '../calls/index.ts';
import { CallFailure, statusOf, type Failure } from '../aws/failure.ts';
import { isMembers, type Members } from '../../importer/decode/members.ts';
import { requestOf, type Answer, type Asker } from './asker.ts';
import { timeOf, type Outcome, type Task } from './task.ts';

/** Far above what any account has; whoever gives more gives them without end. */
const MOST_PAGES = 10_000;
const MOST_EMPTY_PAGES = 50;

/** Asks for everything that a task is about: the one answer, or page after page. What came before a failure is kept. */
export async function walk(asker: Asker, task: Task): Promise<Outcome> {
  const walked = new Chain(asker, task);
  try {
    await walked.run();
    return walked.outcome();
  } catch (error) {
    if (!(error instanceof CallFailure)) throw error;
    return walked.outcome(error.failure);
  }
}

class Chain {
  private readonly asker: Asker;
  private readonly task: Task;
  private readonly call: Call;
  /** Asked without the parameters that an older back end may refuse. */
  private plainly = false;
  private token: string | undefined;
  private readonly seen = new Set<string>();
  private readonly entries: unknown[] = [];
  private first: Members | undefined;
  private pages = 0;
  private emptyPages = 0;
  private emptyInARow = 0;
  private times: { time: string; ownClock: boolean }[] = [];
  private cut: string | undefined;

  constructor(asker: Asker, task: Task) {
    this.asker = asker;
    this.task = task;
    this.call = task.call;
  }

  async run(): Promise<void> {
    do {
      const answer = await this.page();
      this.take(answer);
      this.token = this.nextToken(answer.value);
    } while (this.token !== undefined);
  }

  outcome(failure?: Failure): Outcome {
    const { task, call, pages } = this;
    const [first] = this.times.map(({ time }) => time).sort();
    const base = {
      task,
      pages,
      ...(first === undefined ? {} : { time: first }),
      ...(this.times.some(({ ownClock }) => ownClock) ? { ownClock: true } : {}),
    };
    const nothing = failure !== undefined && call.nothing?.codes.includes(failure.code) === true;
    if (failure !== undefined && !nothing) this.tellRefusal(failure);
    if (nothing) return { ...base, nothing, ...(call.nothing?.answer === undefined ? { failure } : { answer: tell(call.nothing.answer, task) }) };
    return {
      ...base,
      ...(pages === 0 ? {} : { answer: this.joined(failure !== undefined) }),
      ...(this.cut === undefined ? {} : { cut: this.cut }),
      ...(this.emptyPages === 0 ? {} : { emptyPages: this.emptyPages }),
      ...(failure === undefined ? {} : { failure }),
    };
  }

  private async page(): Promise<Answer> {
    const of = this.task.of === undefined ? {} : { of: this.task.of };
    try {
      return await this.asker.ask(this.call, this.params(), of);
    } catch (error) {
      if (!(error instanceof CallFailure) || !this.mayAskPlainly(error.failure)) throw error;
      const { code } = error.failure;
      this.asker.around.emit({ kind: 'retry', call: this.call.name, ...of, code, attempt: 1, ...requestOf(error.failure) });
      this.plainly = true;
      return this.asker.ask(this.call, this.params(), { ...of, attempts: 1 });
    }
  }

  /** Older back ends refuse parameters that they do not know, or break over them. */
  private mayAskPlainly({ kind }: Failure): boolean {
    return !this.plainly && (kind === 'invalid' || kind === 'broken') && this.call.optional !== undefined;
  }

  private params(): Members {
    const { input, pages, optional = [] } = this.call;
    const size = pages?.size === undefined ? {} : { [pages.size.parameter]: pages.size.value };
    const all: Members = { ...input, ...size, ...this.task.input };
    if (pages !== undefined && this.token !== undefined) all[pages.token] = this.token;
    return this.plainly ? Object.fromEntries(Object.entries(all).filter(([name]) => !optional.includes(name))) : all;
  }

  private take({ value, date, requestId }: Answer): void {
    const { pages, name } = this.call;
    this.pages += 1;
    this.times.push(timeOf(date));
    this.first ??= value;
    const list = pages === undefined ? undefined : value[pages.list];
    const entries = Array.isArray(list) ? (list as unknown[]) : [];
    for (const entry of entries) this.entries.push(entry);
    this.emptyInARow = entries.length === 0 ? this.emptyInARow + 1 : 0;
    const of = this.task.of === undefined ? {} : { of: this.task.of };
    const count = pages === undefined ? 1 : entries.length;
    this.asker.around.emit({ kind: 'answer', call: name, ...of, entries: count, requestId, done: this.asker.done });
  }

  /** The token of the next page, unless there is none, or it leads nowhere. */
  private nextToken(value: Members): string | undefined {
    const { pages } = this.call;
    if (pages === undefined) return undefined;
    const token = value[pages.token];
    const truncated = value['IsTruncated'] ?? value['isTruncated'];
    if (truncated === false || (truncated !== true && (typeof token !== 'string' || token === ''))) return undefined;
    if (typeof token !== 'string' || token === '') return this.end('it says that more follows, and not how to ask for it');
    if (this.seen.has(token)) return this.end(`it gave the same ${pages.token} twice`);
    this.seen.add(token);
    if (this.emptyInARow > 0) this.emptyPages += 1;
    if (this.emptyInARow >= MOST_EMPTY_PAGES) return this.end(`it gave ${MOST_EMPTY_PAGES} empty pages one after the other, and no end`);
    return this.pages >= MOST_PAGES ? this.end(`it came to no end in ${MOST_PAGES} pages`) : token;
  }

  private end(why: string): undefined {
    this.cut = why;
    return undefined;
  }

  private joined(failed: boolean): Members {
    const { pages } = this.call;
    const answer = pages === undefined ? (this.first ?? {}) : joinedPages(pages, this.first ?? {}, this.entries);
    const whole = tell(answer, this.task);
    return failed || this.cut !== undefined ? { ...whole, IsTruncated: true } : whole;
  }

  private tellRefusal(failure: Failure): void {
    const of = this.task.of === undefined ? {} : { of: this.task.of };
    const { code, kind } = failure;
    const status = statusOf(kind);
    this.asker.around.emit({ kind: 'refused', call: this.call.name, ...of, code, status, ...requestOf(failure) });
  }
}

/** Of the answers to a filter only the list counts that was asked for. */
function joinedPages({ list, token }: Pages, first: Members, entries: unknown[]): Members {
  const others = Object.entries(first).filter(([name, value]) => !Array.isArray(value) && ![token, 'IsTruncated', 'isTruncated'].includes(name));
  return { ...Object.fromEntries(others), [list]: entries };
}

/** Puts in what was asked for and the answer does not say. What AWS says stays. */
function tell(answer: Members, { call, input, known }: Task): Members {
  return (call.told ?? []).reduce((told, { parameter, member, list }: Told) => {
    const value = input[parameter] ?? known?.[parameter] ?? call.input?.[parameter];
    if (value === undefined) return told;
    if (list === undefined) return { [member]: value, ...told };
    const entries = told[list];
    if (!Array.isArray(entries)) return told;
    return { ...told, [list]: entries.map((entry: unknown) => (isMembers(entry) ? { [member]: value, ...entry } : entry)) };
  }, answer);
}
