import type { Message, Quote } from '@iam-dossier/core/assessment';
import { compareText } from '@iam-dossier/core/json';
import { escalationWords } from '../../words/escalations.ts';
import { say } from '../../words/format.ts';
import type { AnalysedStatement } from '../document.ts';
import { quoteOf, type AnalysedPolicy } from '../policy-in-force.ts';
import type { Caller } from './caller.ts';
import type { Holding } from './holding.ts';
import { EscalationJudge } from './judge.ts';
import { betterFirst, type EscalationState, type Judgement, type Lack } from './judgement.ts';
import type { EscalationCategory } from './path.ts';
import { escalationPath, type CompiledPath } from './paths.ts';
import type { AccountView } from './view.ts';

/** One way to more permissions: the smallest set of actions, with the larger sets that only add to it. */
export interface Escalation {
  id: string;
  category: EscalationCategory;
  state: EscalationState;
  /** All of them are needed and held. */
  actions: readonly string[];
  /** The set whose state it is: its own id, or that of a variant that goes further. */
  via: string;
  /** Larger sets that are held too. */
  variants: readonly { id: string; actions: readonly string[]; state: EscalationState }[];
  /** The path in one sentence. */
  path: Message;
  /** What is provably not there, when `latent`; what the data does not tell, when `unverified`. */
  missing: readonly Message[];
  /** Conditions, denies and scopes that stand beside the grants. */
  guards: readonly Message[];
  /** ARN of the user, role or group it leads to, where one is known. */
  target: string | null;
  /** `ended`: AWS has closed the service; `closed`: to new customers. */
  retired: 'ended' | 'closed' | null;
  /** Works only in the account that manages IAM Identity Center. */
  accountBound: boolean;
  /** Lines that grant the actions. */
  quotes: readonly Quote[];
}

/** Judges those who share a holding, and words alike what is alike. */
export class EscalationReport {
  private readonly judge: EscalationJudge;
  private readonly holding: Holding;
  private readonly numbers = new Map<Judgement, number>();
  private readonly worded = new Map<string, readonly Escalation[]>();
  private same: readonly Judgement[] | undefined;
  private varying: readonly CompiledPath[] | undefined;

  constructor(holding: Holding, view: AccountView | undefined) {
    this.judge = new EscalationJudge(holding, view);
    this.holding = holding;
  }

  /** Every path for one caller, the reachable first, then by id. */
  of(caller: Caller): readonly Escalation[] {
    this.same ??= this.holding.paths.filter((path) => !this.judge.dependsOnCaller(path)).flatMap((path) => this.judge.judge(path, caller) ?? []);
    this.varying ??= this.holding.paths.filter((path) => this.judge.dependsOnCaller(path));
    const judged = this.varying.flatMap((path) => this.judge.judge(path, caller) ?? []);
    const key = judged.map((judgement) => this.numberOf(judgement)).join();
    const before = this.worded.get(key);
    if (before) return before;
    const escalations = grouped([...this.same, ...judged], this.holding);
    this.worded.set(key, escalations);
    return escalations;
  }

  private numberOf(judgement: Judgement): number {
    const known = this.numbers.get(judgement) ?? this.numbers.size;
    this.numbers.set(judgement, known);
    return known;
  }
}

/** Each smallest set once, its variants under it. */
function grouped(judged: readonly Judgement[], holding: Holding): Escalation[] {
  const byRoot = new Map<string, Judgement[]>();
  for (const judgement of judged) {
    const root = judgement.path.parent ?? judgement.path.id;
    byRoot.set(root, [...(byRoot.get(root) ?? []), judgement]);
  }
  const ids = [...byRoot.keys()].sort(compareText);
  return ids.flatMap((id) => escalationOf(escalationPath(id), byRoot.get(id) ?? [], holding) ?? []).sort(betterFirst);
}

function escalationOf(root: CompiledPath, judged: readonly Judgement[], holding: Holding): Escalation | undefined {
  const best = [...judged].sort(betterFirst)[0];
  if (!best) return undefined;
  return {
    id: root.id,
    category: best.path.category,
    state: best.state,
    actions: root.actions,
    via: best.path.id,
    variants: judged.filter(({ path }) => path.id !== root.id).map(({ path, state }) => ({ id: path.id, actions: path.actions, state })),
    path: pathWords(best),
    missing: [...lacksOf(best, holding), ...marksOf(best)].map(lackWords),
    guards: guardWords(best.guards, holding.policies),
    target: best.target ?? null,
    retired: best.path.retired ?? null,
    accountBound: best.path.accountBound === true,
    quotes: quotesOf(best.allows, holding.policies),
  };
}

function pathWords({ path, target }: Judgement): Message {
  const kind = kindOf(path);
  const named = target !== undefined && kind !== 'self' && kind !== 'identity-center' && kind !== 'code-star';
  const data = { actions: path.actions, ...(path.services ? { services: path.services } : {}), ...(named ? { target: nameOf(target) } : {}) };
  return say(escalationWords, named ? `path-${kind}-to` : `path-${kind}`, data);
}

type PathKind = 'self' | 'group' | 'user' | 'role' | 'new' | 'existing' | 'identity-center' | 'code-star';

function kindOf({ steps, category, retired, accountBound }: CompiledPath): PathKind {
  if (accountBound) return 'identity-center';
  if (retired === 'ended') return 'code-star';
  if (category === 'newPassRole') return 'new';
  if (category === 'existingPassRole') return 'existing';
  const targets = steps.map(({ target }) => target);
  if (targets.includes('rolePolicy')) return 'role';
  return (['group', 'user', 'role'] as const).find((kind) => targets.includes(kind)) ?? 'self';
}

function nameOf(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}

/** Where control policies are not known, they are what is missing, and no guard that nobody sees. */
function lacksOf({ lacks, guards, state }: Judgement, { controlsOpen }: Holding): readonly Lack[] {
  if (!controlsOpen || state !== 'unverified') return lacks;
  return [...lacks.filter(({ id }) => id !== 'guarded' || guards.length > 0), { id: 'unknown-control' }];
}

/** What is to be known of a path however it ends, unless it is said already. */
function marksOf({ path: { retired, accountBound }, lacks }: Judgement): Lack[] {
  const marks: Lack[] = [...(retired ? [{ id: `retired-${retired}` } as const] : []), ...(accountBound ? [{ id: 'account-bound' } as const] : [])];
  return marks.filter(({ id }) => !lacks.some((lack) => lack.id === id));
}

function lackWords({ id, data = {} }: Lack): Message {
  return say(escalationWords, id, data);
}

function guardWords(guards: readonly AnalysedStatement[], policies: readonly AnalysedPolicy[]): Message[] {
  return guards.map((entry) => {
    const keys = [...new Set(entry.statement.conditions.map(({ key }) => key))].sort();
    const deny = entry.statement.effect === 'Deny';
    const policy = policies.find(({ statements }) => statements.includes(entry))?.policy.policyName;
    const by = policy === undefined ? 'limit' : 'guard';
    const data = { ...(policy === undefined ? {} : { policy }), ...(keys.length > 0 ? { keys } : {}) };
    return say(escalationWords, deny ? (keys.length > 0 ? `${by}-deny` : `${by}-deny-scope`) : `${by}-allow`, data);
  });
}

function quotesOf(allows: readonly AnalysedStatement[], policies: readonly AnalysedPolicy[]): Quote[] {
  return policies.flatMap((policy) => policy.statements.filter((entry) => allows.includes(entry)).map((entry) => quoteOf(policy, entry)));
}
