import { setTimeout as sleep } from 'node:timers/promises';
import { DossierError } from '../../errors/index.ts';
import { CallFailure, type Failure } from '../aws/failure.ts';

/** Attempts in a row that got no answer at all, and calls given up for it, after which nobody is asked any more. */
const MOST_SILENT = 40;
const MOST_UNANSWERED = 5;

/** Whether calls may still be made, and an end to those under way when not. */
export class Halt {
  /** Why no further call is made. */
  failure: Failure | undefined;
  private cancelled = false;
  private fatal: Error | undefined;
  private answered = false;
  private unanswered = 0;
  private silent = 0;
  /** Work under way, and whether it goes on when nobody else is asked any more. */
  private readonly underWay = new Map<AbortController, boolean>();

  constructor(signal?: AbortSignal) {
    if (signal?.aborted === true) this.cancel();
    else signal?.addEventListener('abort', () => this.cancel(), { once: true });
  }

  /** @throws DossierError when it was cancelled or ended, CallFailure when no further call is to be made, but for `always` */
  check(always = false): void {
    if (this.fatal !== undefined) throw this.fatal;
    if (this.cancelled) throw new DossierError('collect-cancelled', 'collecting was cancelled');
    if (this.failure !== undefined && !always) throw new CallFailure(this.failure);
  }

  /** No further calls: they fail with this. Those under way may still be answered. */
  stop(failure: Failure): void {
    this.failure ??= failure;
  }

  /** Ends everything with an error. */
  end(error: unknown): void {
    this.fatal ??= error instanceof Error ? error : new Error(String(error));
    this.abort();
  }

  sawAnswer(): void {
    this.answered = true;
    this.unanswered = 0;
    this.silent = 0;
  }

  /** An attempt that reached nobody. */
  sawSilence(failure: Failure): void {
    this.silent += 1;
    if (this.silent >= MOST_SILENT) this.giveUp(failure);
  }

  /** A call whose every attempt reached nobody: when nobody ever answered, or several calls went so, the rest will too. */
  sawNobody(failure: Failure): void {
    this.unanswered += 1;
    if (!this.answered || this.unanswered >= MOST_UNANSWERED) this.giveUp(failure);
  }

  /** Work that is given up when everything is; with `always` only when collecting was cancelled or ended. */
  async during<T>(work: (controller: AbortController) => Promise<T>, always = false): Promise<T> {
    const controller = new AbortController();
    this.underWay.set(controller, always);
    try {
      return await work(controller);
    } finally {
      this.underWay.delete(controller);
    }
  }

  async wait(milliseconds: number, always = false): Promise<void> {
    this.check(always);
    // Woken early, the check tells why.
    await this.during(({ signal }) => sleep(milliseconds, undefined, { signal }), always).catch(() => undefined);
    this.check(always);
  }

  private giveUp(failure: Failure): void {
    this.stop(failure);
    for (const [controller, always] of this.underWay) if (!always) controller.abort();
  }

  private cancel(): void {
    this.cancelled = true;
    this.abort();
  }

  private abort(): void {
    for (const controller of this.underWay.keys()) controller.abort();
  }
}
