import type { Quote } from '@iam-dossier/core/assessment';
import { actionsOf, add, expandActions, meets, noActions, type Actions, type ActionSet } from './action-set.ts';
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
const targetSets = new Map<string, { set: ActionSet; words: Actions }>();

/** Lines by which a principal may do everything, or give itself the right to. Conditions on who, where and when do not excuse. */
export function administratorQuotes(
  policies: readonly AnalysedPolicy[],
  granting: ReadonlySet<AnalysedStatement>,
  granted: Actions,
  self: Self,
  boundary: readonly AnalysedStatement[] | undefined,
): Quote[] {
  // Most principals change nothing of IAM.
  if (!meets(selfGiving(), granted)) return [];
  const targets = targetsOf(self).filter((target) => meets(target.set, granted) && passes(target, boundary));
  if (targets.length === 0) return [];
  return policies.flatMap((policy) =>
    policy.statements
      .filter((entry) => granting.has(entry) && entry.condition !== 'narrowing')
      .filter((entry) => targets.some((target) => givesSelf(entry, target)))
      .map((entry) => quoteOf(policy, entry)),
  );
}

let anySelfGiving: ActionSet | undefined;

function selfGiving(): ActionSet {
  anySelfGiving ??= expandActions({ negated: false, patterns: Object.values(actions).flat() }).set;
  return anySelfGiving;
}

/** An action on a principal or policy of its own by which a principal gives itself rights. */
interface Target {
  set: ActionSet;
  words: Actions;
  arns: readonly string[];
}

function targetsOf(self: Self): Target[] {
  const reachable = [
    { names: actions[self.type], arns: [self.arn] },
    { names: actions.group, arns: self.groupArns },
    { names: actions.policy, arns: self.ownPolicyArns },
  ];
  return reachable.filter(({ arns }) => arns.length > 0).flatMap(({ names, arns }) => names.map((action) => ({ ...targetOf(action), arns })));
}

function givesSelf(entry: AnalysedStatement, { words, arns }: Target): boolean {
  return meets(entry.actions, words) && arns.some((arn) => reaches(entry, arn));
}

/** A boundary that limits such an action by its target, or to other targets, holds the principal. */
function passes(target: Target, boundary: readonly AnalysedStatement[] | undefined): boolean {
  if (!boundary) return true;
  return boundary.some((entry) => entry.statement.effect === 'Allow' && entry.condition !== 'narrowing' && givesSelf(entry, target));
}

/** Whether the statement's resources take in an ARN. A policy variable stands for the caller: its own user. */
function reaches({ resource, breadth }: AnalysedStatement, arn: string): boolean {
  if (resource.negated) return !resource.patterns.some((pattern) => fitsGlob(pattern, arn));
  return breadth === 'all' || resource.patterns.some((pattern) => fitsGlob(withSelf(pattern, arn), arn));
}

function withSelf(pattern: string, arn: string): string {
  return pattern.replace(/\$\{aws:username\}/gi, arn.slice(arn.lastIndexOf('/') + 1));
}

function targetOf(action: string): { set: ActionSet; words: Actions } {
  const before = targetSets.get(action);
  if (before) return before;
  const target = { set: actionsOf(action), words: noActions() };
  add(target.words, target.set);
  targetSets.set(action, target);
  return target;
}
