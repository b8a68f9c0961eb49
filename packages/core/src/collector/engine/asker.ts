import { whoAmI, type Call, type CallName, type Service } from '../calls/index.ts';
import { commandOf, openClient, timeHeaderOf, type AwsClient, type ClientSettings } from '../aws/client.ts';
import { CallFailure, failureOf, type Failure, type FailureKind } from '../aws/failure.ts';
import { plainAnswer } from '../aws/plain.ts';
import type { CollectEvent } from '../options.ts';
import { Gate } from './gate.ts';
import type { Halt } from './halt.ts';
import type { Limits } from './limits.ts';

/** One answer of AWS. */
export interface Answer {
  value: Record<string, unknown>;
  /** The `Date` header. */
  date: string | undefined;
  requestId: string;
}

export interface Surroundings {
  settings: ClientSettings;
  limits: Limits;
  halt: Halt;
  emit: (event: CollectEvent) => void;
  /** Calls at a time about single things; the others go side by side, but for this. */
  concurrency: number | undefined;
}

const AT_ONCE_FOR_THE_ACCOUNT = 24;
const AT_ONCE_FOR_SINGLE_THINGS = 8;
const LONGEST_PAUSE = 20_000;

/** Sends the calls of the table, each as often as it takes, and counts what is sent. */
export class Asker {
  readonly counts = new Map<CallName, number>();
  readonly around: Surroundings;
  done = 0;
  private readonly clients = new Map<Service, Promise<AwsClient>>();
  private readonly once: Gate;
  private readonly each: Gate;

  constructor(around: Surroundings) {
    this.around = around;
    this.each = new Gate(around.concurrency ?? AT_ONCE_FOR_SINGLE_THINGS);
    this.once = around.concurrency === undefined ? new Gate(AT_ONCE_FOR_THE_ACCOUNT) : this.each;
  }

  get attempts(): number {
    return [...this.counts.values()].reduce((sum, count) => sum + count, 0);
  }

  /** @throws CallFailure when no attempt went well, DossierError when collecting ends */
  async ask(call: Call, input: object, { of, attempts }: { of?: string; attempts?: number } = {}): Promise<Answer> {
    const { halt, emit } = this.around;
    const gate = call.each === undefined ? this.once : this.each;
    // Whose account this is must be known to say anything of what was answered.
    const always = call.name === whoAmI;
    for (let attempt = 1; ; attempt += 1) {
      try {
        const answer = await gate.run(() => this.attempt(call, input, always));
        this.sawAnswer(gate);
        return answer;
      } catch (error) {
        halt.check(always);
        const failure = failureOf(error);
        this.sawFailure(failure, gate);
        if (attempt >= Math.min(attempts ?? Infinity, this.mostAttempts(failure))) throw this.givenUp(failure, error);
        emit({ kind: 'retry', call: call.name, ...(of === undefined ? {} : { of }), code: failure.code, attempt, ...requestOf(failure) });
      }
      await halt.wait(this.pauseAfter(attempt), always);
    }
  }

  /** Closes what is open. */
  async close(): Promise<void> {
    for (const client of this.clients.values()) (await client).destroy();
  }

  private async attempt({ name }: Call, input: object, always: boolean): Promise<Answer> {
    const { halt, limits } = this.around;
    halt.check(always);
    const [client, command] = await Promise.all([this.clientOf(name), commandOf(name, input)]);
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
    const send = (controller: AbortController) => withinTime(limits.whole, controller, client.send(command, { abortSignal: controller.signal }));
    const output = await halt.during(send, always);
    const value = plainAnswer(output);
    // In XML, a page that is no answer of the call reads as one with nothing in it.
    if (Object.keys(value).length === 0 && /^(iam|sts):/.test(name)) throw new CallFailure({ kind: 'broken', code: 'EmptyAnswer' });
    const { requestId = '' } = (output as { $metadata?: { requestId?: string } }).$metadata ?? {};
    return { value, date: timeHeaderOf(output), requestId };
  }

  private clientOf(name: CallName): Promise<AwsClient> {
    const service = name.split(':')[0] as Service;
    const known = this.clients.get(service);
    if (known) return known;
    const opened = openClient(service, this.around.settings);
    this.clients.set(service, opened);
    return opened;
  }

  private sawAnswer(gate: Gate): void {
    this.done += 1;
    this.around.halt.sawAnswer();
    gate.speed();
  }

  private sawFailure(failure: Failure, gate: Gate): void {
    const { halt } = this.around;
    if (failure.kind === 'throttled') gate.slow();
    if (failure.kind === 'expired') halt.stop(failure);
    else if (failure.kind === 'unreachable') halt.sawSilence(failure);
    else halt.sawAnswer();
  }

  private mostAttempts({ kind, code }: Failure): number {
    const { attempts } = this.around.limits;
    const most: Partial<Record<FailureKind, number>> = { throttled: attempts * 2, broken: attempts, unreachable: attempts, credentials: 2 };
    // A server that hangs is not worth the whole patience: each attempt has taken its full time.
    return code === 'Timeout' ? Math.min(3, attempts) : (most[kind] ?? 1);
  }

  private givenUp(failure: Failure, cause: unknown): CallFailure {
    if (failure.kind === 'unreachable') this.around.halt.sawNobody(failure);
    return new CallFailure(failure, cause);
  }

  /** Doubling, and never the same for calls that were refused together. */
  private pauseAfter(attempt: number): number {
    const longest = Math.min(LONGEST_PAUSE, this.around.limits.pause * 2 ** (attempt - 1));
    return longest * (0.5 + Math.random() / 2);
  }
}

export function requestOf({ requestId }: Failure): { requestId?: string } {
  return requestId === undefined ? {} : { requestId };
}

/** A promise that is given up after a time, whatever it waits for. */
async function withinTime<T>(milliseconds: number, controller: AbortController, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const giveUp = (code: string) => reject(new CallFailure({ kind: 'unreachable', code }));
    timer = setTimeout(() => {
      giveUp('Timeout');
      controller.abort();
    }, milliseconds);
    controller.signal.addEventListener('abort', () => giveUp('Aborted'), { once: true });
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    late.catch(() => undefined);
    work.catch(() => undefined);
  }
}
