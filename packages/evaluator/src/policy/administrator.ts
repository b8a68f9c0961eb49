import type { Quote } from '@iam-dossier/core/assessment';
import { actionsOf, meets, noActions, add, type Actions, type ActionSet } from './action-set.ts';
import type { AnalysedStatement } from './document.ts';
import { fitsGlob } from './glob.ts';
import { quoteOf, type AnalysedPolicy } from './policy-in-force.ts';

/** Whose permissions are judged: what may be changed about it makes an administrator of it. */
export interface Self {
  type: 'user' | 'role';
  arn: string;
  /** ARNs of its groups. */
  groupArns: readonly string[];
  /** ARNs of customer managed policies in force on it: a new version of one is in force at once. */
  ownPolicyArns: readonly string[];
}

const actions = {
  user: ['iam:AttachUserPolicy', 'iam:PutUserPolicy'],
  role: ['iam:AttachRolePolicy', 'iam:PutRolePolicy'],
  group: ['iam:AttachGroupPolicy', 'iam:PutGroupPolicy'],
  policy: ['iam:CreatePolicyVersion'],
} as const;
const sets = new Map<string, ActionSet>();

/** Lines by which a principal may do everything, or give itself the right to. Conditions on who, where and when do not excuse. */
export function administratorQuotes(
  policies: readonly AnalysedPolicy[],
  granting: ReadonlySet<AnalysedStatement>,
  granted: Actions,
  self: Self,
): Quote[] {
  const targets = targetsOf(self);
  return policies.flatMap((policy) =>
    policy.statements
      .filter((entry) => granting.has(entry) && entry.condition !== 'narrowing')
      .filter((entry) => targets.some(({ action, arns }) => givesSelf(entry, action, arns, granted)))
      .map((entry) => quoteOf(policy, entry)),
  );
}

function targetsOf(self: Self): { action: string; arns: readonly string[] }[] {
  const reachable = [
    { names: actions[self.type], arns: [self.arn] },
    { names: actions.group, arns: self.groupArns },
    { names: actions.policy, arns: self.ownPolicyArns },
  ];
  return reachable.filter(({ arns }) => arns.length > 0).flatMap(({ names, arns }) => names.map((action) => ({ action, arns })));
}

function givesSelf(entry: AnalysedStatement, action: string, arns: readonly string[], granted: Actions): boolean {
  const set = setOf(action);
  return meets(set, granted) && meets(entry.actions, wordsOf(set)) && arns.some((arn) => reaches(entry, arn));
}

/** Whether the statement's resources take in an ARN. A policy variable stands for the caller: its own user. */
function reaches({ resource, breadth }: AnalysedStatement, arn: string): boolean {
  if (resource.negated) return !resource.patterns.some((pattern) => fitsGlob(pattern, arn));
  return breadth === 'all' || resource.patterns.some((pattern) => fitsGlob(withSelf(pattern, arn), arn));
}

function withSelf(pattern: string, arn: string): string {
  return pattern.replace(/\$\{aws:username\}/gi, arn.slice(arn.lastIndexOf('/') + 1));
}

function setOf(action: string): ActionSet {
  const before = sets.get(action);
  if (before) return before;
  const set = actionsOf(action);
  sets.set(action, set);
  return set;
}

function wordsOf(set: ActionSet): Actions {
  const words = noActions();
  add(words, set);
  return words;
}
