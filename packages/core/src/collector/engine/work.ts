import { performance } from 'node:perf_hooks';
import type { Call, Poll } from '../calls/index.ts';
import { CallFailure, type Failure } from '../aws/failure.ts';
import type { Asker } from './asker.ts';
import { walk } from './chain.ts';
import type { Outcome, Task } from './task.ts';

const LONGEST_POLL = 5000;
const MOST_RESTARTS = 3;

/** Has AWS begin some work, waits until it is done, and asks for what came of it. There is a limit in time. */
export async function work(asker: Asker, task: Task, done: Call): Promise<Outcome> {
  const clock = new Clock(asker, task);
  for (let restarts = 0; ; restarts += 1) {
    const begun = await begin(asker, task, clock);
    // What was made earlier may be there even for somebody who may not have it made.
    if (begun.failure !== undefined && done.each !== undefined) return { ...begun, task: resultTask(task, done, {}) };
    const outcome = await result(asker, resultTask(task, done, begun.answer ?? {}), clock);
    const again = outcome.failure !== undefined && done.poll?.restartCodes?.includes(outcome.failure.code) === true;
    if (begun.failure !== undefined) return outcome.failure === undefined ? outcome : { ...outcome, failure: begun.failure };
    if (!again || restarts >= MOST_RESTARTS || !(await clock.wait('it has to be made anew'))) return outcome;
  }
}

async function begin(asker: Asker, task: Task, clock: Clock): Promise<Outcome> {
  for (;;) {
    const outcome = await walk(asker, task);
    if (outcome.failure !== undefined || !isBusy(task.call.poll, outcome)) return outcome;
    if (!(await clock.wait('AWS is making it'))) return { ...outcome, failure: lateness };
  }
}

async function result(asker: Asker, task: Task, clock: Clock): Promise<Outcome> {
  for (;;) {
    const outcome = await walk(asker, task);
    if (!isBusy(task.call.poll, outcome)) return failedWork(task.call.poll, outcome);
    if (!(await clock.wait('AWS is making it'))) return { task, pages: 0, failure: lateness };
  }
}

const lateness: Failure = { kind: 'refused', code: 'NotReady' };

function isBusy(poll: Poll | undefined, { answer, failure }: Outcome): boolean {
  if (failure !== undefined) return poll?.busyCodes?.includes(failure.code) === true;
  return poll?.member !== undefined && poll.busy?.includes(String(answer?.[poll.member])) === true;
}

/** An answer that says that the work came to nothing. */
function failedWork(poll: Poll | undefined, outcome: Outcome): Outcome {
  const { answer } = outcome;
  if (poll?.member === undefined || poll.failed?.includes(String(answer?.[poll.member])) !== true) return outcome;
  const { Code: code } = (answer?.['Error'] ?? {}) as { Code?: unknown };
  const failure = { kind: 'refused', code: typeof code === 'string' && /^[A-Za-z0-9._-]{1,80}$/.test(code) ? code : 'JobFailed' } as const;
  return { task: outcome.task, pages: 0, failure };
}

/** The task of asking for what came of the work. */
function resultTask(started: Task, call: Call, answer: Readonly<Record<string, unknown>>): Task {
  const { each } = call;
  const input = each !== undefined && 'from' in each ? { [each.parameter]: answer[each.member ?? ''] } : {};
  return { call, input, known: started.input, ...(started.of === undefined ? {} : { of: started.of }) };
}

/** Waits longer from time to time, and not for ever. */
class Clock {
  private readonly asker: Asker;
  private readonly task: Task;
  private readonly ends: number;
  private pause: number;

  constructor(asker: Asker, task: Task) {
    const { limits } = asker.around;
    this.asker = asker;
    this.task = task;
    this.ends = performance.now() + limits.work;
    this.pause = limits.poll;
  }

  /** False once the time is over. */
  async wait(what: string): Promise<boolean> {
    const { halt, emit } = this.asker.around;
    const { call, of } = this.task;
    if (performance.now() >= this.ends) return false;
    emit({ kind: 'waiting', call: call.name, ...(of === undefined ? {} : { of }), what });
    try {
      await halt.wait(this.pause);
    } catch (error) {
      if (error instanceof CallFailure) return true;
      throw error;
    }
    this.pause = Math.min(this.pause * 2, LONGEST_POLL);
    return true;
  }
}
