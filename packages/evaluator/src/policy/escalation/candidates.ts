import type { Caller } from './caller.ts';
import { isMore, type Holding, type Privileges } from './holding.ts';
import { part, type Lack, type Part } from './judgement.ts';
import type { Need } from './path.ts';
import { least, type Ruling } from './ruling.ts';
import type { Known } from './view.ts';

/** Somebody a path may lead to. */
export interface Candidate {
  arn: string;
  /** How its trust policy lets the service in, where a service acts. */
  trust: Known;
  need: (need: Need) => Known;
  /** Whether the actions are allowed on it. */
  rulings: () => readonly Ruling[];
}

/** Candidates that may do the same. They are made as they are asked for: the first will often do. */
export interface CandidateClass {
  privileges: Privileges;
  candidates: Iterable<Candidate>;
}

export interface Search {
  kind: 'user' | 'role' | 'group';
  /** The most privileged first. */
  classes: Iterable<CandidateClass>;
  needs: readonly Need[];
  /** The path gives the target everything: it need not be more privileged before. */
  everything: boolean;
  /** Said when there is nobody at all. */
  nobody: Lack;
  /** Whether the list is whole: only then nobody means nobody. */
  whole: boolean;
}

/** Of the candidates that came furthest, why they will not do. */
interface Failure {
  stage: number;
  lack: Lack;
}

/** The best candidate, or what every one of them lacks. */
export function bestCandidate(search: Search, holding: Holding, caller: Caller): Part {
  let best: Part | undefined;
  let failure: Failure = { stage: 0, lack: search.nobody };
  for (const { privileges, candidates } of search.classes) {
    const more = search.everything ? 'yes' : isMore(privileges, holding.privileges);
    if (more === 'no') {
      if (failure.stage === 0) failure = { stage: 1, lack: { id: `not-privileged-${search.kind}` } };
      continue;
    }
    for (const candidate of candidates) {
      if (candidate.arn === caller.arn) continue;
      const tried = tryCandidate(candidate, more, search);
      if ('lack' in tried) failure = tried.stage > failure.stage ? tried : failure;
      else if (tried.state === 'reachable') return tried;
      else best ??= tried;
    }
  }
  return best ?? (search.whole ? part('latent', [failure.lack]) : part('unverified', [{ id: 'list-partial' }]));
}

function tryCandidate(candidate: Candidate, more: 'yes' | 'unknown', { kind, needs }: Search): Part | Failure {
  const met = needs.map((need) => ({ need, known: candidate.need(need) }));
  const unmet = met.find(({ known }) => known === 'no');
  if (unmet) return { stage: 2, lack: { id: `need-${unmet.need}` } };
  const rulings = candidate.rulings();
  const held = least('yes', ...rulings.map((ruling) => ruling.held));
  if (held === 'no') return { stage: 3, lack: { id: `out-of-scope-${kind}` } };
  const lacks: Lack[] = [
    ...met.flatMap(({ need, known }): Lack[] => (known === 'unknown' ? [{ id: `unknown-${need}` }] : [])),
    ...(more === 'unknown' ? [{ id: 'unknown-privileges' } as const] : []),
    ...(candidate.trust === 'unknown' ? [{ id: 'unknown-trust' } as const] : []),
    ...(held === 'maybe' ? [{ id: 'guarded' } as const] : []),
  ];
  return { ...part(lacks.length > 0 ? 'unverified' : 'reachable', lacks, ...rulings), target: candidate.arn };
}
