import { planCollection, type PlannedCall } from '@iam-dossier/core/collector';
import type { Result } from '../output/result.ts';
import { counted, grouped } from '../terminal/counted.ts';
import type { Session } from '../terminal/session.ts';
import { tableLines } from '../terminal/table.ts';
import { wrapped } from '../terminal/width.ts';
import type { Target } from './targets.ts';

/** The calls that would be made. Nothing is asked for it: neither credentials nor AWS. */
export function dryRun(targets: readonly Target[], engagement: boolean, session: Session): Result {
  const plans = targets.map((target) => ({ target, plan: planCollection(target) }));
  const least = plans.reduce((sum, { plan }) => sum + leastOf(plan), 0);
  return {
    exitCode: 0,
    json: {
      dryRun: true,
      accounts: plans.map(({ target, plan }) => ({
        ...placeOf(target),
        depth: target.depth,
        include: target.include,
        least: leastOf(plan),
        calls: plan,
      })),
      least,
      written: [],
    },
    lines: [
      ...plansLines(plans, session),
      ...(engagement && targets.some(({ depth }) => depth === 'account') ? ['', ...inScopeLines(session)] : []),
      '',
      `${counted(least, 'call')} at least${targets.length > 1 ? ` for ${counted(targets.length, 'account')}` : ''}. Nothing was asked, nothing was written.`,
      'The policy that allows them: iam-dossier permissions',
    ],
  };
}

type Planned = { target: Target; plan: PlannedCall[] };

/** Accounts that are read alike share a table. */
function plansLines(plans: readonly Planned[], session: Session): string[] {
  const kinds = new Map<string, Planned[]>();
  for (const one of plans) {
    const kind = [one.target.depth, ...one.target.include].join();
    kinds.set(kind, [...(kinds.get(kind) ?? []), one]);
  }
  return [...kinds.values()].flatMap((alike, index) => [
    ...(index === 0 ? [] : ['']),
    ...alike.map(({ target }) => headOf(target, session)),
    ...tableLines(
      (alike[0]?.plan ?? []).map(({ call, times, least }) => [least === 0 ? '' : grouped(least), call, times]),
      { columns: session.columns },
    ),
  ]);
}

function headOf(target: Target, { paint }: Session): string {
  const { credentials, endpoint, output } = target;
  const role =
    credentials.roleArn === undefined ? '' : ` by ${credentials.roleArn}${credentials.externalId === undefined ? '' : ', with its external id'}`;
  const profile = credentials.profile === undefined ? '' : ` with profile ${credentials.profile}`;
  const place = `${endpoint === undefined ? '' : ` at ${endpoint}`}${output === undefined ? '' : ` into ${output}`}`;
  return paint.bold(`${target.account === undefined ? 'The account' : `Account ${target.account}`}${role}${profile}${place}`);
}

function placeOf({ account, credentials, region, endpoint, output }: Target): Record<string, unknown> {
  const { roleArn, profile } = credentials;
  return { account, roleArn, profile, region, endpoint, output };
}

function inScopeLines({ columns }: Session): string[] {
  const whole = new Set(planCollection().map(({ call }) => call));
  const single = planCollection({ depth: 'full' }).filter(({ call }) => !whole.has(call));
  return wrapped(
    `Then, for the users and roles that the engagement has in scope: ${[...new Set(single.map(({ call }) => call))].join(', ')}`,
    columns,
  );
}

function leastOf(plan: readonly PlannedCall[]): number {
  return plan.reduce((sum, call) => sum + call.least, 0);
}
