import type { PartName } from '../snapshot/parts.ts';
import { callsFor, type Call, type Scope } from './calls/index.ts';

export interface PlannedCall {
  call: string;
  part: PartName[];
  /** "once", "once per 1,000 users", "once for each user". */
  times: string;
  /** The fewest requests it can take. */
  least: number;
}

export interface PlanOptions extends Scope {
  /** ARNs of the users and roles that are asked about one by one at depth `account`. */
  principals?: readonly string[];
}

/** The calls that will be made, in their order. Of those made for each of what is not yet known, `least` is 0. */
export function planCollection(options: PlanOptions = {}): PlannedCall[] {
  const named = options.depth === 'full' ? undefined : (options.principals ?? []);
  return callsFor(options, named !== undefined && named.length > 0).map((call) => ({
    call: call.name,
    part: [...call.parts],
    times: timesOf(call, named),
    least: leastOf(call, named),
  }));
}

/** The fewest requests of a plan. */
export function leastCalls(plan: readonly PlannedCall[]): number {
  return plan.reduce((sum, { least }) => sum + least, 0);
}

function timesOf(call: Call, named: readonly string[] | undefined): string {
  const { each, pages, insteadOf } = call;
  if (each === undefined) return pages?.size === undefined ? 'once' : `once per ${thousands(pages.size.value)} ${pages.of}`;
  const times = 'from' in each ? `once for each ${each.noun}` : timesOfEvery(each.every, named);
  return insteadOf === undefined ? times : `${times}, where they are not given all at once`;
}

function timesOfEvery(every: 'user' | 'principal', named: readonly string[] | undefined): string {
  const noun = every === 'user' ? 'user' : 'user and role';
  return named === undefined ? `once for each ${noun}` : `once for each ${noun} that is named (${countOf(every, named)})`;
}

function leastOf({ each, insteadOf }: Call, named: readonly string[] | undefined): number {
  if (each === undefined) return 1;
  return 'from' in each || insteadOf !== undefined || named === undefined ? 0 : countOf(each.every, named);
}

function countOf(every: 'user' | 'principal', named: readonly string[]): number {
  return named.filter((arn) => every === 'principal' || isUserArn(arn)).length;
}

export function isUserArn(arn: string): boolean {
  return /^arn:[^:]*:iam::\d{12}:user\//.test(arn);
}

function thousands(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
