import type { Quote } from '@iam-dossier/core/assessment';
import { canonicalJson, resolvePointer } from '@iam-dossier/core/json';
import { add, copyOf, meets, noActions, remove, type Actions } from './action-set.ts';
import { denyRequiresMfa, missesAccessKeys, speaksOfMfa } from './conditions.ts';
import { statementPath, type AnalysedStatement } from './document.ts';
import type { AnalysedPolicy } from './policy-in-force.ts';

/** Conditions on MFA that stand on what is granted. */
export interface MfaGuards {
  /** Lines that access keys slip past: a Deny that tests `Bool`, an Allow that tests `BoolIfExists`. */
  loose: readonly Quote[];
  /** A Deny that binds every request stands there. */
  strict: boolean;
}

export const noGuards: MfaGuards = { loose: [], strict: false };

/** Weighs denies of every policy and of the boundary; what a strict one stops, a loose one cannot let through. */
export function mfaGuards(policies: readonly AnalysedPolicy[], granting: ReadonlySet<AnalysedStatement>, granted: Actions): MfaGuards {
  const touching: { policy: AnalysedPolicy; entry: AnalysedStatement }[] = [];
  for (const policy of policies) {
    for (const entry of policy.statements) {
      if (entry.condition === 'none' || !speaksOfMfa(entry.statement.conditions)) continue;
      if ((entry.statement.effect === 'Deny' || granting.has(entry)) && meets(entry.actions, granted)) touching.push({ policy, entry });
    }
  }
  if (touching.length === 0) return noGuards;
  const strict = touching.filter(({ entry }) => entry.statement.effect === 'Deny' && denyRequiresMfa(entry.statement.conditions));
  const open = leftOpen(granted, strict);
  const loose = touching.filter(({ entry }) => missesAccessKeys(entry.statement.effect, entry.statement.conditions) && meets(entry.actions, open));
  return { loose: loose.map(({ policy, entry }) => conditionQuote(policy, entry)), strict: strict.length > 0 };
}

/** What is granted and no strict Deny stops everywhere. */
function leftOpen(granted: Actions, strict: readonly { entry: AnalysedStatement }[]): Actions {
  const stopped = noActions();
  for (const { entry } of strict) if (entry.breadth === 'all' && !entry.resource.negated) add(stopped, entry.actions);
  const open = copyOf(granted);
  remove(open, stopped);
  return open;
}

function conditionQuote({ policy }: AnalysedPolicy, { statement }: AnalysedStatement): Quote {
  const { policyName, policyArn, document } = policy;
  const path = `${statementPath(document.document, statement.index)}/Condition`;
  const text = canonicalJson(resolvePointer(document.document, path) ?? null);
  return { document: document.digest, policyName, ...(policyArn === undefined ? {} : { policyArn }), path, text };
}
