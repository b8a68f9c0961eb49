import type { Assessment, EscalationPathResult, EscalationResult } from '@iam-dossier/core/assessment';
import type { Run } from '../criteria/index.ts';
import type { PrincipalEscalations } from '../facts/escalations.ts';
import type { Escalation } from '../policy/escalation/index.ts';

/** Escalation of principals in scope; those of whom the same is true stand together. */
export function escalationsOf({ accounts }: Pick<Run, 'accounts'>): Assessment['escalations'] {
  const rows = new Map<readonly Escalation[], Map<string, EscalationResult>>();
  for (const account of accounts) {
    const fact = account.get('escalations');
    for (const principal of fact.known ? fact.value : []) {
      if (principal.inScope && (principal.escalations.length > 0 || principal.chain)) addTo(rows, principal);
    }
  }
  return [...rows.values()].flatMap((entry) => [...entry.values()]).sort((a, b) => (a.subjects[0] ?? 0) - (b.subjects[0] ?? 0));
}

function addTo(rows: Map<readonly Escalation[], Map<string, EscalationResult>>, { subject, escalations, chain }: PrincipalEscalations): void {
  const alike = rows.get(escalations) ?? new Map<string, EscalationResult>();
  rows.set(escalations, alike);
  const whole = chain ? { state: chain.state, count: chain.count, steps: chain.steps.map(({ path, to }) => ({ path, to })) } : null;
  const key = JSON.stringify(whole);
  const before = alike.get(key);
  if (before) before.subjects.push(subject);
  else alike.set(key, { subjects: [subject], paths: escalations.map(pathOf), chain: whole });
}

function pathOf({ id, variants, via, category, state, path, missing, guards, target, retired, accountBound }: Escalation): EscalationPathResult {
  return {
    id,
    variants: variants.map((variant) => variant.id),
    via,
    category,
    state,
    path,
    missing: [...missing],
    guards: [...guards],
    target,
    retired,
    accountBound,
  };
}
