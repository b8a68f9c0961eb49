import type { AnalysedStatement } from '../document.ts';
import { fitsGlob } from '../glob.ts';
import { bestCandidate, type Candidate, type CandidateClass, type Search } from './candidates.ts';
import { filled, isOwn, type Caller } from './caller.ts';
import type { Holding } from './holding.ts';
import { betterFirst, part, together, type Judgement, type Lack, type Part } from './judgement.ts';
import { namesNeed, ownNeed, profileNeed, roleNeed, userNeed } from './needs.ts';
import { onItself } from './own-target.ts';
import type { Need, Target } from './path.ts';
import { escalationPath, onNamingRole, type CompiledPath } from './paths.ts';
import { NOT_HELD, rightsOf, rule, type Rights, type Ruling } from './ruling.ts';
import { ruleService } from './service-ruling.ts';
import {
  isEverything,
  trusting,
  trustsService,
  type AccountView,
  type GroupTarget,
  type Known,
  type RoleTarget,
  type TargetClass,
  type UserTarget,
} from './view.ts';

/** Judges the paths of one holding, for each of those who share it. What does not depend on who calls is judged once. */
export class EscalationJudge {
  private readonly holding: Holding;
  private readonly view: AccountView | undefined;
  private readonly judged = new Map<string, Judgement | undefined>();
  private readonly alike = new Map<string, Judgement>();
  private readonly numbers = new Map<AnalysedStatement, number>();

  constructor(holding: Holding, view: AccountView | undefined) {
    this.holding = holding;
    this.view = view;
  }

  /** How far the path goes for the caller; `undefined` when it is not held on anything that would do. */
  judge(path: CompiledPath, caller: Caller): Judgement | undefined {
    const key = this.keyOf(path, caller);
    if (this.judged.has(key)) return this.judged.get(key);
    const judgement = path.like ? this.likeOthers(path, path.like, caller) : this.best(path, caller);
    const kept = judgement && this.interned(judgement);
    this.judged.set(key, kept);
    return kept;
  }

  /** On the caller itself, or, where that goes further, on a role that lets it in by name. */
  private best(path: CompiledPath, caller: Caller): Judgement | undefined {
    const named = caller.arn !== undefined && this.view?.isNamed(caller.arn) === true ? onNamingRole(path) : undefined;
    const found = [path, ...(named ? [named] : [])].flatMap((way) => {
      const parts = this.parts(way, caller);
      return parts ? [together(way, [...parts, ...circumstances(way)])] : [];
    });
    return found.sort(betterFirst)[0];
  }

  /** Judgements alike are one: what is made of them is made once. */
  private interned(judgement: Judgement): Judgement {
    const { path, state, target = '', lacks, allows, guards } = judgement;
    const statements = [...allows, ...guards].map((entry) => this.numberOf(entry));
    const key = [path.id, state, target, lacks.map(({ id }) => id), allows.length, statements].join(' ');
    const before = this.alike.get(key);
    if (before) return before;
    this.alike.set(key, judgement);
    return judgement;
  }

  private numberOf(entry: AnalysedStatement): number {
    const known = this.numbers.get(entry) ?? this.numbers.size;
    this.numbers.set(entry, known);
    return known;
  }

  /** Whether the judgement may differ between those who share the holding. */
  dependsOnCaller(path: CompiledPath): boolean {
    return dependsOnCaller(path) || (path.needs?.includes('trustsCaller') ?? false) || path.steps.some(({ action }) => this.names(action));
  }

  private likeOthers(path: CompiledPath, ids: readonly string[], caller: Caller): Judgement | undefined {
    const best = ids.flatMap((id) => this.judge(escalationPath(id), caller) ?? []).sort(betterFirst)[0];
    return best && { ...best, path };
  }

  private keyOf(path: CompiledPath, caller: Caller): string {
    const named = path.needs?.includes('trustsCaller') === true && caller.arn !== undefined && this.view?.isNamed(caller.arn) === true;
    const own = named || dependsOnCaller(path) || path.steps.some(({ action }) => this.names(action));
    return own ? `${path.id} ${caller.arn ?? caller.type ?? ''}` : path.id;
  }

  /** Whether a statement about the action speaks of the caller. */
  private names(action: string): boolean {
    const { allows, denies, layers } = this.about(action);
    return [allows, denies, ...layers].some((list) => list.some(({ resource }) => resource.patterns.some((pattern) => pattern.includes('${'))));
  }

  private about(action: string): Rights {
    return rightsOf(this.holding, action);
  }

  /** The parts of a path; `undefined` when one is not held at all. */
  private parts(path: CompiledPath, caller: Caller): Part[] | undefined {
    const parts: Part[] = [];
    for (const { action, target } of path.steps) {
      const found = this.step(action, target, caller);
      if (found === undefined) return undefined;
      if (found !== 'joint') parts.push(found);
    }
    const end = this.end(path, caller);
    if (end === undefined) return undefined;
    return [...parts, ...this.ownNeeds(path, caller), ...(end === 'none' ? [] : [end])];
  }

  /** A step that stands alone. Those on one and the same target are judged jointly. */
  private step(action: string, target: Target, caller: Caller): Part | 'joint' | undefined {
    if (target === 'service') return ruled(ruleService(this.about(action), action));
    if (target === 'self' || target === 'ownGroup' || target === 'ownPolicy') return onItself(this.about(action), action, target, caller);
    return 'joint';
  }

  private ownNeeds({ needs = [], steps, everything }: CompiledPath, caller: Caller): Part[] {
    const filled = everything && this.holding.filled ? [part('latent', [{ id: 'boundary-filled' }])] : [];
    if (!steps.every(({ target }) => target === 'self' || target === 'ownGroup' || target === 'ownPolicy')) return [];
    const unmet = needs.flatMap((need) => {
      const known = ownNeed(need, this.holding, this.view, caller);
      if (known === 'yes') return [];
      return [known === 'no' ? part('latent', [{ id: `need-${need}` }]) : part('unverified', [{ id: `unknown-${need}` }])];
    });
    return [...filled, ...unmet];
  }

  /** Whom the path leads to. */
  private end(path: CompiledPath, caller: Caller): Part | 'none' | undefined {
    const kinds = new Set(path.steps.map(({ target }) => target));
    const kind = kinds.has('rolePolicy') ? 'role' : (['passedRole', 'role', 'user', 'group'] as const).find((entry) => kinds.has(entry));
    if (kind === undefined && path.services === undefined) return 'none';
    if (kind !== undefined && this.onlyOwn(path)) return undefined;
    // Only a user can be put into a group.
    if (kind === 'group' && caller.type === 'role') return part('latent', [{ id: 'caller-is-not-user' }]);
    if (this.view === undefined) return this.unseen(path, caller);
    const search = this.search(path, kind, this.view, caller);
    return bestCandidate(search, this.holding, caller);
  }

  /** Rights on one's own user let nobody become another. */
  private onlyOwn(path: CompiledPath): boolean {
    return path.steps.some(
      ({ action, target }) =>
        target !== 'service' &&
        this.about(action).allows.length > 0 &&
        this.about(action).allows.every(({ resource }) => !resource.negated && resource.patterns.every(isOwn)),
    );
  }

  /** Without the account: whether the actions are allowed on any of the kind. */
  private unseen(path: CompiledPath, caller: Caller): Part | undefined {
    const rulings = path.steps
      .filter(({ target }) => target !== 'service')
      .map(({ action, target }) => rule(this.about(action), { space: `arn:*:iam::*:${spaces[target] ?? 'role'}/*` }, caller, fitting(action, path)));
    if (rulings.some((ruling) => ruling.held === 'no')) return undefined;
    return part('unverified', [{ id: 'account-unknown' }], ...rulings);
  }

  private search(path: CompiledPath, kind: 'passedRole' | 'role' | 'user' | 'group' | undefined, view: AccountView, caller: Caller): Search {
    const common = { needs: path.needs ?? [], everything: path.everything === true };
    const { whole } = view.lists;
    if (kind === 'user') {
      const classes = mapped(
        view.users(this.patterns(path, 'user', caller)),
        (user) => this.userCandidate(user, path, caller),
        ({ arn }) => arn !== caller.arn,
      );
      return { ...common, kind: 'user', classes, whole: whole.users, nobody: { id: view.lists.users.length > 1 ? 'out-of-scope-user' : 'no-user' } };
    }
    if (kind === 'group') {
      const others = (group: GroupTarget) => caller.groupArns?.includes(group.arn) !== true;
      const classes = mapped(view.groups(), (group) => this.groupCandidate(group, path, caller), others);
      return { ...common, kind: 'group', classes, whole: whole.groups, nobody: { id: 'no-group' } };
    }
    const patterns = this.patterns(path, 'role', caller);
    const roles = path.services ? this.rolesOf(path, path.services, view, caller) : view.roles(patterns);
    const classes = mapped(roles, (role) => this.roleCandidate(role, path, view, caller), usable(path));
    return { ...common, kind: 'role', classes, whole: whole.roles, nobody: nobody(path, roles, { view, patterns }) };
  }

  /** Roles that one of the services may be given: of those that may be passed, where that names them. */
  private rolesOf(path: CompiledPath, services: readonly string[], view: AccountView, caller: Caller): readonly TargetClass<RoleTarget>[] {
    const patterns = this.patterns(path, 'passedRole', caller);
    if (patterns.some(isEverything)) return view.rolesOfServices(services);
    return trusting(view.roles(patterns), services);
  }

  /** What the statements name, to look only there. */
  private patterns({ steps }: CompiledPath, target: Target, caller: Caller): readonly string[] {
    const step = steps.find((entry) => entry.target === target);
    if (!step) return ['*'];
    const { allows } = this.about(step.action);
    if (allows.some(({ resource }) => resource.negated)) return ['*'];
    return allows.flatMap(({ resource }) => resource.patterns.flatMap((pattern) => filled(pattern, caller)?.pattern ?? []));
  }

  private userCandidate(user: UserTarget, path: CompiledPath, caller: Caller): Candidate {
    const { arn } = user;
    return { arn, trust: 'yes', need: (need) => userNeed(need, user), rulings: () => this.rulings(path, caller, () => arn) };
  }

  private groupCandidate({ arn }: GroupTarget, path: CompiledPath, caller: Caller): Candidate {
    return { arn, trust: 'yes', need: () => 'yes', rulings: () => this.rulings(path, caller, () => arn) };
  }

  private roleCandidate(role: RoleTarget, path: CompiledPath, view: AccountView, caller: Caller): Candidate {
    const { arn, policyArns } = role;
    const onPolicy = (action: string) => policyArns.find((policy) => rule(this.about(action), { arn: policy }, caller).held !== 'no');
    return {
      arn,
      trust: path.services?.some((service) => trustsService(role, service) === 'yes') === false ? 'unknown' : 'yes',
      need: (need) => this.roleNeed(need, role, view, caller),
      rulings: () => this.rulings(path, caller, (action, target) => (target === 'rolePolicy' ? onPolicy(action) : arn)),
    };
  }

  private roleNeed(need: Need, role: RoleTarget, view: AccountView, caller: Caller): Known {
    if (need === 'instanceProfile') return profileNeed(role, this.holding, view.hasInstanceProfile());
    return need === 'namesCaller' ? namesNeed(role, this.holding, view, caller) : roleNeed(need, role, view, caller);
  }

  private rulings(path: CompiledPath, caller: Caller, arnOf: (action: string, target: Target) => string | undefined): Ruling[] {
    return path.steps
      .filter(({ target }) => target !== 'service')
      .map(({ action, target }) => {
        const arn = arnOf(action, target);
        return arn === undefined ? NOT_HELD : rule(this.about(action), { arn }, caller, fitting(action, path));
      });
  }
}

const spaces: Partial<Record<Target, string>> = { user: 'user', group: 'group', role: 'role', passedRole: 'role', rolePolicy: 'policy' };

function ruled(ruling: Ruling): Part | undefined {
  if (ruling.held === 'no') return undefined;
  return ruling.held === 'yes' ? part('reachable', [], ruling) : part('unverified', [{ id: 'guarded' }], ruling);
}

function dependsOnCaller({ steps, everything, like }: CompiledPath): boolean {
  const own = steps.some(({ target }) => target === 'self' || target === 'ownGroup' || target === 'ownPolicy' || target === 'group');
  return own || like !== undefined || everything === true;
}

/** Roles that somebody of the account can change or pass. A service-linked role can be neither. */
function usable({ steps, services }: CompiledPath): (role: RoleTarget) => boolean {
  const changes = services === undefined && steps.some(({ action }) => action !== 'sts:AssumeRole');
  const passes = steps.some(({ target }) => target === 'passedRole');
  return (role) => !(changes && role.reserved) && !(passes && role.arn.includes(':role/aws-service-role/'));
}

/** Candidates of each class, made one after the other. A class of which none may be used says nothing. */
function* mapped<T>(
  classes: Iterable<TargetClass<T>>,
  make: (target: T) => Candidate,
  fits: (target: T) => boolean = () => true,
): Iterable<CandidateClass> {
  for (const { privileges, targets } of classes) if (targets.some(fits)) yield { privileges, candidates: made(targets, make, fits) };
}

function* made<T>(targets: readonly T[], make: (target: T) => Candidate, fits: (target: T) => boolean): Iterable<Candidate> {
  for (const target of targets) if (fits(target)) yield make(target);
}

interface Looked {
  view: AccountView;
  patterns: readonly string[];
}

function nobody(path: CompiledPath, roles: readonly TargetClass<RoleTarget>[], { view, patterns }: Looked): Lack {
  const { services, steps } = path;
  const outOfScope: Lack = { id: 'out-of-scope-role' };
  if (services === undefined) {
    if (roles.length > 0 || view.lists.roles.length === 0) return { id: 'no-role' };
    return patterns.some((pattern) => isElsewhere(pattern, view.lists.id)) ? { id: 'other-account' } : outOfScope;
  }
  const passes = steps.some(({ target }) => target === 'passedRole');
  const trusted = passes && view.rolesOfServices(services).some(({ targets }) => targets.some(usable(path)));
  return trusted ? outOfScope : { id: 'no-role-for-service', data: { services } };
}

function isElsewhere(pattern: string, account: string): boolean {
  const [, , , , named = '*'] = pattern.split(':');
  return /^\d{12}$/.test(named) && named !== account;
}

/** A role may be passed only to the services that a condition names. */
export function fitting(action: string, { services }: CompiledPath): (entry: AnalysedStatement) => boolean {
  if (action !== 'iam:PassRole' || services === undefined) return () => true;
  return ({ statement }) =>
    statement.conditions.every(
      ({ operator, key, values }) =>
        key.toLowerCase() !== 'iam:passedtoservice' ||
        !/^(foranyvalue:|forallvalues:)?string(equals|equalsignorecase|like)(ifexists)?$/i.test(operator) ||
        values.some((value) => services.some((service) => fitsGlob(value.toLowerCase(), service) || fitsGlob(value.toLowerCase(), `${service}.cn`))),
    );
}

/** What holds a path back whatever is granted. */
function circumstances({ existing, services, retired, accountBound }: CompiledPath): Part[] {
  return [
    ...(existing ? [part('unverified', [services ? { id: 'existing', data: { services } } : { id: 'existing-elsewhere' }])] : []),
    ...(accountBound ? [part('unverified', [{ id: 'account-bound' }])] : []),
    ...(retired === 'ended' ? [part('latent', [{ id: 'retired-ended' }])] : []),
    ...(retired === 'closed' ? [part('unverified', [{ id: 'retired-closed' }])] : []),
  ];
}
