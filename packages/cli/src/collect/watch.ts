import type { CollectEvent } from '@iam-dossier/core/collector';
import { counted } from '../terminal/counted.ts';
import type { Session } from '../terminal/session.ts';

/** Shows what happens while accounts are read: one line that changes, and with `verbose` a line for each answer. */
export class Watch {
  /** Complete answers by account: what a journal holds. */
  private readonly answers = new Map<string, number>();
  private readonly session: Session;
  private readonly several: boolean;
  private readonly begun = performance.now();
  private paused = 0;

  constructor(session: Session, several: boolean) {
    this.session = session;
    this.several = several;
  }

  /** Tells an event of the account that is called so. */
  see(label: string, event: CollectEvent): void {
    if (event.kind === 'answer') this.answers.set(label, (this.answers.get(label) ?? 0) + 1);
    if (this.session.verbose) this.tell(`${this.several ? `${label}  ` : ''}${lineOf(event)}`);
    this.step(this.several ? `${label}: ${stepOf(event)}` : stepOf(event));
  }

  step(text: string): void {
    if (this.paused === 0) this.session.progress.step(`${this.countText()}${seconds(performance.now() - this.begun)}  ${text}`);
  }

  answersOf(label: string): number {
    return this.answers.get(label) ?? 0;
  }

  elapsed(): number {
    return performance.now() - this.begun;
  }

  /** Keeps the line free for a question; what is returned gives it back. */
  readonly pause = (): (() => void) => {
    this.paused += 1;
    this.session.progress.done();
    return () => {
      this.paused -= 1;
    };
  };

  private countText(): string {
    const count = [...this.answers.values()].reduce((sum, one) => sum + one, 0);
    return count === 0 ? '' : `${counted(count, 'answer')}, `;
  }

  private tell(line: string): void {
    this.session.progress.done();
    this.session.announce(line);
  }
}

export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

function stepOf(event: CollectEvent): string {
  if (event.kind === 'start') return 'begun';
  if (event.kind === 'answer') return `${event.call}, ${counted(event.entries, 'entry', 'entries')}`;
  if (event.kind === 'retry') return `${event.call} again, after ${event.code}`;
  return event.kind === 'refused' ? `${event.call} ${event.status}` : `waiting: ${event.what}`;
}

function lineOf(event: CollectEvent): string {
  if (event.kind === 'start') return `account ${event.account} as ${event.arn}, at least ${counted(event.planned, 'call')}`;
  const call = `${event.call}${event.of === undefined ? '' : ` of ${event.of}`}`;
  if (event.kind === 'waiting') return `${call}: waiting, ${event.what}`;
  const request = event.requestId === undefined || event.requestId === '' ? '' : `, request ${event.requestId}`;
  if (event.kind === 'answer') return `${call}: ${counted(event.entries, 'entry', 'entries')}${request}`;
  if (event.kind === 'retry') return `${call}: ${event.code}, attempt ${event.attempt}${request}`;
  return `${call}: ${event.status}, ${event.code}${request}`;
}
