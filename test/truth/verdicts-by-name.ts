import type { Snapshot } from '@iam-dossier/core/snapshot';
import { evaluate } from '@iam-dossier/evaluator';

/** What an assessment says of escalation, by the names of principals. */
export interface Said {
  /** An administrator is told as one, once: its paths are not. */
  administrators: readonly string[];
  /** Paths with their states, and whom a chain leads to. Those of whom nothing is said are left out. */
  paths: Readonly<Record<string, readonly string[]>>;
}

/** Evaluates a whole account as the command line does, nothing declared. */
export function escalationSaid(snapshot: Snapshot): Said {
  const { subjects, rules, escalations } = evaluate({ snapshots: [snapshot], issuedAt: '2026-10-27' });
  const nameOf = (subject: number | null | undefined) => subjects[subject ?? -1]?.name ?? 'somebody';
  const judged = rules.find(({ id }) => id === 'principal-administrator');
  const administrators = judged?.population.filter((_, index) => judged.outcomes[index] === 'f').map(nameOf) ?? [];
  const paths: Record<string, string[]> = {};
  for (const { subjects: holders, paths: held, chain } of escalations) {
    const end = chain?.steps.at(-1);
    const said = [
      ...held.map(({ via, state }) => `${via} ${state}`),
      ...(chain && held.length === 0 ? [`chain ${chain.state} to ${nameOf(end?.to)}`] : []),
    ];
    for (const holder of holders) paths[nameOf(holder)] = said;
  }
  return { administrators: administrators.toSorted(), paths };
}
