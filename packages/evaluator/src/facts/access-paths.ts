import type { AccessPath, WayIn } from '@iam-dossier/core/assessment';
import type { Engagement } from '@iam-dossier/core/engagement';
import { compareText } from '@iam-dossier/core/json';
import { AccessStarts, inOrder, peopleWays, type Path } from './access-starts.ts';
import type { FactStore } from './index.ts';
import type { PrincipalFact } from './principals.ts';
import { RoleCallers } from './role-callers.ts';
import type { RoleTrust } from './trust.ts';

/**
 * Ways by which people reach the principals in scope, over all accounts of the run: a user of their own, or a role assumed
 * from another account, by a provider, or by a role there. Ways that only machines take are left out, and so are chains
 * within one account: who goes on from there is in already. Principals of the partner's own identity account are no ends.
 */
export function accessPathsOf(accounts: readonly FactStore[], engagement: Engagement | undefined): AccessPath[] {
  const finder = new PathFinder(accounts, engagement);
  const ends = new Map<Path, number[]>();
  const collect = (path: Path, end: number) => {
    const known = ends.get(path);
    if (known) known.push(end);
    else ends.set(path, [end]);
  };
  for (const account of accounts) {
    if (account.context.accountParties.get(account.context.snapshot.account.id) === 'partner') continue;
    for (const { subject, path } of finder.usersOf(account)) collect(path, subject);
    for (const role of rolesOf(account)) if (role.inScope) for (const path of finder.pathsTo(role, account)) collect(path, role.subject);
  }
  return merged(ends);
}

/** Equal paths as one, in an order that does not depend on that of the accounts' lists. */
function merged(ends: ReadonlyMap<Path, readonly number[]>): AccessPath[] {
  const paths = new Map<string, { path: Path; ends: Set<number> }>();
  for (const [path, list] of ends) {
    const key = JSON.stringify([path.kind, path.from, path.party, path.known, path.people, path.unnamed, path.through]);
    const known = paths.get(key) ?? { path, ends: new Set() };
    paths.set(key, known);
    for (const end of list) known.ends.add(end);
  }
  const sorted = [...paths].sort(([a], [b]) => compareText(a, b));
  return sorted.map(([, { path, ends: all }]) => ({ ...path, ends: [...all].sort((a, b) => a - b) }));
}

function rolesOf(account: FactStore): readonly RoleTrust[] {
  const trust = account.get('trust');
  return trust.known ? trust.value : [];
}

class PathFinder {
  private readonly accounts: ReadonlyMap<string, FactStore>;
  private readonly starts: AccessStarts;
  private readonly roles: ReadonlyMap<string, RoleTrust>;
  private readonly callers = new Map<string, RoleCallers>();
  /** Paths by the groups of callers of an account, or by the role passed: many roles are open to the same. */
  private readonly made = new Map<string, Path[]>();
  private readonly numbers = new Map<object, number>();

  constructor(accounts: readonly FactStore[], engagement: Engagement | undefined) {
    this.accounts = new Map(accounts.map((account) => [account.context.snapshot.account.id, account]));
    this.roles = new Map(accounts.flatMap((account) => rolesOf(account).map((role) => [role.arn, role])));
    this.starts = new AccessStarts(engagement, () => usersIn(accounts));
  }

  usersOf(account: FactStore): { subject: number; path: Path }[] {
    const machine = machinesOf(account);
    const users = account.context.subjects.filter(({ type, inScope, index }) => type === 'user' && inScope && !machine(index));
    return users.map(({ index, arn, party }) => ({ subject: index, path: this.starts.ofUser(arn, party) }));
  }

  pathsTo(role: RoleTrust, home: FactStore): Path[] {
    return peopleWays(role).flatMap((way): Path[] => {
      const from = way.kind === 'account' ? this.accounts.get(way.from) : undefined;
      if (from) return this.fromAccount(way, role, from, from !== home);
      const passed = way.kind === 'principal' && !way.sameAccount ? this.roles.get(way.from) : undefined;
      return passed ? this.once(`role ${passed.subject}`, () => this.throughRoles([passed])) : [this.starts.ofWay(way, role.arn)];
    });
  }

  /** From a whole account that is in the data: those of it who may assume the role. */
  private fromAccount(way: WayIn, role: RoleTrust, account: FactStore, elsewhere: boolean): Path[] {
    const callers = this.callers.get(way.from) ?? new RoleCallers(account);
    this.callers.set(way.from, callers);
    const groups = callers.of(role.arn);
    const numbers = groups.map((group) => this.numberOf(group)).sort((a, b) => a - b);
    return this.once(`account ${way.from} ${way.party} ${elsewhere} ${numbers.join()}`, () => {
      const all = groups.flat().filter(({ inScope }) => inScope);
      const passed = elsewhere ? this.throughRoles(all.flatMap(({ arn }) => this.roles.get(arn) ?? [])) : [];
      const own = this.usersAmong(all, way, account, callers.unsure);
      return passed.length > 0 && own.people.length + own.unnamed === 0 ? passed : [own, ...passed];
    });
  }

  private usersAmong(callers: readonly PrincipalFact[], { from, party }: WayIn, account: FactStore, unsure: boolean): Path {
    const machine = machinesOf(account);
    const users = callers.filter(({ type, subject }) => type === 'user' && !machine(subject));
    const names = users.map(({ arn }) => this.starts.namesOf(arn));
    const unnamed = names.filter((list) => list.length === 0).length;
    return { kind: 'account', from, party, known: unsure ? 'partly' : 'measured', people: inOrder(names.flat()), unnamed, through: [] };
  }

  /** Starts of roles that are passed on the way, those with the same start together. */
  private throughRoles(roles: readonly RoleTrust[]): Path[] {
    const paths = new Map<Path, Set<number>>();
    for (const role of roles) for (const start of this.starts.of(role)) paths.set(start, (paths.get(start) ?? new Set()).add(role.subject));
    return [...paths].map(([start, passed]) => ({ ...start, through: [...passed].sort((a, b) => a - b) }));
  }

  private once(key: string, make: () => Path[]): Path[] {
    const paths = this.made.get(key) ?? make();
    this.made.set(key, paths);
    return paths;
  }

  private numberOf(group: object): number {
    const number = this.numbers.get(group) ?? this.numbers.size;
    this.numbers.set(group, number);
    return number;
  }
}

/** Tells which subjects of an account are machines'. */
function machinesOf(account: FactStore): (subject: number) => boolean {
  const identities = account.get('identities');
  return (subject) => identities.known && identities.value.get(subject)?.identity.kind === 'workload';
}

function usersIn(accounts: readonly FactStore[]): Set<string> {
  return new Set(accounts.flatMap(({ context }) => context.subjects.filter(({ type }) => type === 'user').map(({ arn }) => arn)));
}
