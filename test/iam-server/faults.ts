import type { Fault } from './options.ts';

/** Decides for each call whether one of the faults is due. */
export class Faults {
  private faults: { fault: Fault; seen: number }[] = [];

  add(fault: Fault): void {
    this.faults.push({ fault, seen: 0 });
  }

  clear(): void {
    this.faults = [];
  }

  /** Each fault counts the calls that it is aimed at; the first that is due holds. */
  due(service: string, operation: string): Fault | undefined {
    let found: Fault | undefined;
    for (const entry of this.faults) {
      const { fault } = entry;
      if (![operation, `${service}:${operation}`, '*'].includes(fault.operation)) continue;
      entry.seen += 1;
      const { after = 0, times = Infinity } = fault;
      if (entry.seen > after && entry.seen <= after + times) found ??= fault;
    }
    return found;
  }
}
