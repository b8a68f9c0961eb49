import {
  betterMove,
  Moves,
  trustOfCaller,
  type Move,
  type AccountView,
  type Holding,
  type RoleTarget,
  type UserTarget,
} from '../policy/escalation/index.ts';
import { HolderIndex } from './holder-index.ts';
import type { PrincipalFact } from './principals.ts';

/** How a principal comes to one that may do everything, step by step. `unknown`: to one whose policies could not be read. */
export interface EscalationChain {
  state: 'reachable' | 'unverified' | 'unknown';
  /** Number of steps, and the first of them. */
  count: number;
  steps: readonly ChainStep[];
}

/** So many steps are kept: a way may have thousands. */
const MOST_STEPS = 8;

/** `path`: the id of an escalation path, or `trust` where the role's trust policy alone lets it in. */
export interface ChainStep {
  path: string;
  /** Position of the principal it becomes, and its name; `null`: it stays itself, with everything. */
  to: number | null;
  name: string | null;
}

interface Found {
  index: number;
  path: string;
}

/** Somebody from whom everything is reached, and the first step there. */
interface Reached {
  distance: number;
  state: EscalationChain['state'];
  step?: ChainStep;
}

const INTO_ROLES = ['iam:UpdateAssumeRolePolicy', 'iam:PassRole'];
const INTO_USERS = ['iam:CreateAccessKey', 'iam:CreateLoginProfile', 'iam:UpdateLoginProfile'];
const INDEXED = ['sts:AssumeRole', ...INTO_ROLES, ...INTO_USERS];

/**
 * Everybody who can come to be an administrator, found backwards: from administrators to those who can become them. A step is
 * looked up by what the grants name, never by asking every principal about every other.
 */
export class EscalationChains {
  private readonly principals: readonly PrincipalFact[];
  private readonly byArn: ReadonlyMap<string, number>;
  private readonly users: ReadonlyMap<string, UserTarget>;
  private readonly roles: ReadonlyMap<string, RoleTarget>;
  private readonly members = new Map<Holding, number[]>();
  private readonly indexes = new Map(INDEXED.map((action) => [action, new HolderIndex(action)]));
  private readonly moves = new Map<Holding, Moves>();
  private readonly reached = new Map<number, Reached>();
  private readonly accountId: string;

  constructor(principals: readonly PrincipalFact[], view: AccountView) {
    this.principals = principals;
    this.accountId = view.lists.id;
    this.byArn = new Map(principals.map(({ arn }, index) => [arn, index]));
    this.users = new Map(view.lists.users.map((user) => [user.arn, user]));
    this.roles = new Map(view.lists.roles.map((role) => [role.arn, role]));
    for (const [index, { analysis }] of principals.entries()) this.join(analysis.holding, index);
  }

  private join(holding: Holding, index: number): void {
    const before = this.members.get(holding);
    if (before) return void before.push(index);
    this.members.set(holding, [index]);
    if (holding.paths.length === 0 || holding.privileges.administrator) return;
    const moves = new Moves(holding);
    this.moves.set(holding, moves);
    for (const index of this.indexes.values()) index.add(moves);
  }

  /** Walks from administrators, and from those who can make themselves one, given by position with the path. */
  walk(ownWays: ReadonlyMap<number, string>): void {
    for (const [index, { analysis }] of this.principals.entries()) {
      if (analysis.administrator.state === 'yes') this.reached.set(index, { distance: 0, state: 'reachable' });
    }
    for (const [index, path] of ownWays) {
      if (!this.reached.has(index)) this.reached.set(index, { distance: 1, state: 'reachable', step: { path, to: null, name: null } });
    }
    this.spread('reachable');
    this.spread('unverified');
    for (const [index, { analysis }] of this.principals.entries()) {
      if (analysis.administrator.state === 'unknown' && !this.reached.has(index)) this.reached.set(index, { distance: 0, state: 'unknown' });
    }
    this.spread('unknown');
  }

  /** The chain of a principal that is not an administrator itself. */
  of(index: number): EscalationChain | undefined {
    const start = this.reached.get(index);
    if (!start?.step) return undefined;
    const steps: ChainStep[] = [];
    for (
      let at: Reached | undefined = start;
      at?.step && steps.length < MOST_STEPS;
      at = at.step.to === null ? undefined : this.reached.get(at.step.to)
    )
      steps.push(at.step);
    return { state: start.state, count: start.distance, steps };
  }

  /** Nearest first, so that each is told the shortest way. */
  private spread(state: EscalationChain['state']): void {
    const least = state === 'reachable' ? 'yes' : 'maybe';
    const from =
      state === 'unknown' ? [...this.reached.keys()].filter((index) => this.reached.get(index)?.state === 'unknown') : [...this.reached.keys()];
    const queue = from.sort((a, b) => this.distance(a) - this.distance(b) || a - b);
    for (let at = 0; at < queue.length; at += 1) {
      const target = queue[at] ?? 0;
      const found = [...this.byGrant(target, least), ...this.byName(target, least)].sort((a, b) => a.index - b.index);
      for (const { index, path } of found) {
        if (this.reached.has(index)) continue;
        this.reached.set(index, {
          distance: this.distance(target) + 1,
          state,
          step: { path, to: target, name: this.principals[target]?.name ?? null },
        });
        queue.push(index);
      }
    }
  }

  private distance(index: number): number {
    return this.reached.get(index)?.distance ?? 0;
  }

  /** Those whose grants make them the target. They are done with: no longer way is asked for. */
  private byGrant(target: number, least: 'yes' | 'maybe'): Found[] {
    const arn = this.principals[target]?.arn ?? '';
    const role = this.roles.get(arn);
    const user = this.users.get(arn);
    return this.holders(arn, role).flatMap((moves) => {
      const step = role ? betterMove(this.assumed(role, moves), moves.into(role)) : user && moves.as(user);
      if (!step || (step.held === 'maybe' && least === 'yes')) return [];
      for (const index of this.indexes.values()) index.remove(moves);
      return (this.members.get(moves.holding) ?? []).map((index) => ({ index, path: step.path }));
    });
  }

  private holders(arn: string, role: RoleTarget | undefined): Moves[] {
    const trusting = role !== undefined && this.trustsAccount(role) !== 'no';
    const actions = role ? [...(trusting ? ['sts:AssumeRole'] : []), ...INTO_ROLES] : INTO_USERS;
    return [...new Set(actions.flatMap((action) => this.indexes.get(action)?.reaching(arn) ?? []))];
  }

  private trustsAccount(role: RoleTarget): 'yes' | 'unknown' | 'no' {
    const { account, named } = trustOfCaller(role, this.accountId, undefined);
    if (account === 'yes' || named === 'yes') return 'yes';
    return account === 'unknown' || named === 'unknown' ? 'unknown' : 'no';
  }

  private assumed(role: RoleTarget, moves: Moves): Move | undefined {
    const trust = this.trustsAccount(role);
    const held = trust === 'no' ? 'no' : moves.assumes(role.arn);
    return held === 'no' ? undefined : { path: 'sts-001', held: trust === 'yes' ? held : 'maybe' };
  }

  /** Principals of the account that the trust policy names: they need no grant of their own. */
  private byName(target: number, least: 'yes' | 'maybe'): Found[] {
    const role = this.roles.get(this.principals[target]?.arn ?? '');
    return (role?.ways ?? []).flatMap((way) => {
      if (way.kind !== 'principal' || (least === 'yes' && way.conditionKeys.length > 0)) return [];
      const index = this.byArn.get(way.from);
      const holding = index === undefined ? undefined : this.principals[index]?.analysis.holding;
      const kept = index === undefined || holding === undefined || this.movesOf(holding).isKeptOut(role?.arn ?? '');
      return kept ? [] : [{ index, path: 'trust' }];
    });
  }

  private movesOf(holding: Holding): Moves {
    return this.moves.get(holding) ?? new Moves(holding);
  }
}
