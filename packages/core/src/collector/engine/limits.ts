import type { CollectLimits } from '../options.ts';

/** Every limit, with `whole`: the time for one answer, however steadily it trickles. */
export type Limits = Required<CollectLimits> & { whole: number };

export function limitsOf(given: CollectLimits = {}): Limits {
  const { connect = 5000, answer = 20_000, attempts = 5, pause = 200, poll = 100, work = 600_000 } = given;
  return { connect, answer, attempts, pause, poll, work, whole: answer * 6 };
}
