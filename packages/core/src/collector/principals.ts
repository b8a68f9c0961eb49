import { isMembers } from '../importer/decode/members.ts';
import type { Outcome } from './engine/task.ts';

const lists = { users: ['UserDetailList', 'Users'], roles: ['RoleDetailList', 'Roles'] } as const;

export interface Principals {
  /** ARNs, ascending. */
  arns: string[];
  /** Whether these are all users and roles that there are. */
  whole: boolean;
}

/** The users and roles that the answers about the account name. */
export function principalsIn(outcomes: readonly Outcome[]): Principals {
  const arns = Object.values(lists)
    .flat()
    .flatMap((list) => outcomes.flatMap(({ answer }) => arnsIn(answer?.[list])));
  return { arns: [...new Set(arns)].sort(), whole: Object.values(lists).every((names) => names.some((list) => isWhole(list, outcomes))) };
}

function arnsIn(list: unknown): string[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry: unknown) => (isMembers(entry) && typeof entry['Arn'] === 'string' ? [entry['Arn']] : []));
}

function isWhole(list: string, outcomes: readonly Outcome[]): boolean {
  return outcomes.some(({ answer, failure, cut }) => answer?.[list] !== undefined && failure === undefined && cut === undefined);
}
