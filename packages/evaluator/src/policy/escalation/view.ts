import { compareText } from '@iam-dossier/core/json';
import type { WayIn } from '@iam-dossier/core/assessment';
import type { ActionSet } from '../action-set.ts';
import { fitsGlob } from '../glob.ts';
import type { Privileges } from './holding.ts';

/** Something is so, is not, or is not told by the data. */
export type Known = 'yes' | 'no' | 'unknown';

export interface UserTarget {
  arn: string;
  /** Number of access keys, active or not. */
  keys: number | null;
  password: Known;
  privileges: Privileges;
}

export interface RoleTarget {
  arn: string;
  /** AWS alone may change it: a service-linked role, or one of IAM Identity Center. */
  reserved: boolean;
  boundary: boolean;
  instanceProfile: Known;
  policyArns: readonly string[];
  ways: readonly TrustedWay[];
  privileges: Privileges;
}

export type TrustedWay = Pick<WayIn, 'kind' | 'from' | 'conditional' | 'conditionKeys'>;

export interface GroupTarget {
  arn: string;
  privileges: Privileges;
}

/** Versions of a customer managed policy that are not in force, as what they allow; `null` for one that is not in the data. */
export type OtherVersions = readonly (ActionSet | null)[];

export interface AccountLists {
  id: string;
  users: readonly UserTarget[];
  roles: readonly RoleTarget[];
  /** Made when first asked for: few paths ask. */
  groups: () => readonly GroupTarget[];
  /** Of the policy of this ARN; `undefined` when it is not in the data. */
  versions: (arn: string) => OtherVersions | undefined;
  /** Lists that are whole: what is not in them is not there. */
  whole: { users: boolean; roles: boolean; groups: boolean };
}

/** Principals of an account, the most privileged first, looked up by name or pattern. */
export class AccountView {
  readonly lists: AccountLists;
  /** ARNs that trust policies name. */
  private readonly named: ReadonlySet<string>;
  private readonly userList: TargetList<UserTarget>;
  private readonly roleList: TargetList<RoleTarget>;
  private groupList: readonly TargetClass<GroupTarget>[] | undefined;
  private inProfile: boolean | undefined;
  private readonly byService = new Map<string, readonly TargetClass<RoleTarget>[]>();

  constructor(lists: AccountLists) {
    this.lists = lists;
    this.userList = new TargetList(lists.users);
    this.roleList = new TargetList(lists.roles);
    this.named = new Set(lists.roles.flatMap(({ ways }) => ways.flatMap((way) => (way.kind === 'principal' ? [way.from] : []))));
  }

  /** Whether a trust policy names the principal itself. */
  isNamed(arn: string): boolean {
    return this.named.has(arn);
  }

  hasInstanceProfile(): boolean {
    return (this.inProfile ??= this.lists.roles.some(({ instanceProfile }) => instanceProfile === 'yes'));
  }

  users(patterns: readonly string[]): readonly TargetClass<UserTarget>[] {
    return this.userList.fitting(patterns);
  }

  roles(patterns: readonly string[]): readonly TargetClass<RoleTarget>[] {
    return this.roleList.fitting(patterns);
  }

  /** The most privileged first. */
  groups(): readonly TargetClass<GroupTarget>[] {
    this.groupList ??= classed(this.lists.groups());
    return this.groupList;
  }

  /** Roles that one of the services may be given, the most privileged first. */
  rolesOfServices(services: readonly string[]): readonly TargetClass<RoleTarget>[] {
    const key = services.join();
    const before = this.byService.get(key);
    if (before) return before;
    const found = trusting(this.roleList.classes, services);
    this.byService.set(key, found);
    return found;
  }
}

/** Those of the roles that let one of the services in. */
export function trusting(classes: readonly TargetClass<RoleTarget>[], services: readonly string[]): readonly TargetClass<RoleTarget>[] {
  return classes.flatMap(({ privileges, targets }) => {
    const left = targets.filter((role) => services.some((service) => trustsService(role, service) !== 'no'));
    return left.length > 0 ? [{ privileges, targets: left }] : [];
  });
}

/** Targets that may do the same, as far as it makes them worth becoming. */
export interface TargetClass<T> {
  privileges: Privileges;
  targets: readonly T[];
}

class TargetList<T extends { arn: string; privileges: Privileges }> {
  readonly classes: readonly TargetClass<T>[];
  private readonly byName: readonly T[];
  private readonly byArn: ReadonlyMap<string, T>;
  private readonly byPattern = new Map<string, readonly TargetClass<T>[]>();

  constructor(targets: readonly T[]) {
    this.byName = [...targets].sort((a, b) => compareText(a.arn, b.arn));
    this.classes = classed(this.byName);
    this.byArn = new Map(targets.map((target) => [target.arn, target]));
  }

  /** Those that some pattern takes in. */
  fitting(patterns: readonly string[]): readonly TargetClass<T>[] {
    if (patterns.some(isEverything)) return this.classes;
    const key = patterns.join('\n');
    const before = this.byPattern.get(key);
    if (before) return before;
    const found = classed([...new Set(patterns.flatMap((pattern) => this.ofPattern(pattern)))]);
    this.byPattern.set(key, found);
    return found;
  }

  private ofPattern(pattern: string): readonly T[] {
    const wild = pattern.search(/[*?]/);
    const exact = wild < 0 ? this.byArn.get(pattern) : undefined;
    if (wild < 0) return exact ? [exact] : [];
    return this.beginning(pattern.slice(0, wild)).filter(({ arn }) => fitsGlob(pattern, arn));
  }

  /** Those whose ARN begins so: they stand together. */
  private beginning(prefix: string): readonly T[] {
    const first = this.place(prefix);
    let last = first;
    while (this.byName[last]?.arn.startsWith(prefix) === true) last += 1;
    return this.byName.slice(first, last);
  }

  private place(prefix: string): number {
    let low = 0;
    let high = this.byName.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compareText(this.byName[middle]?.arn ?? '', prefix) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

export function isEverything(pattern: string): boolean {
  return /^\*+$/.test(pattern);
}

/** By what they may do, the most privileged first. */
export function classed<T extends { arn: string; privileges: Privileges }>(targets: readonly T[]): readonly TargetClass<T>[] {
  const classes = new Map<string, { privileges: Privileges; targets: T[] }>();
  for (const target of targets) {
    const key = keyOf(target.privileges);
    const found = classes.get(key);
    if (found) found.targets.push(target);
    else classes.set(key, { privileges: target.privileges, targets: [target] });
  }
  return [...classes.entries()].sort(([a, x], [b, y]) => weight(y) - weight(x) || compareText(a, b)).map(([, found]) => found);
}

const keys = new WeakMap<Privileges, string>();

function keyOf(privileges: Privileges): string {
  const before = keys.get(privileges);
  if (before !== undefined) return before;
  const { administrator, partial, wide } = privileges;
  const key = administrator ? 'administrator' : `${partial ? 'partial' : ''} ${wide.places.join()} ${wide.words.join()}`;
  keys.set(privileges, key);
  return key;
}

/** Those who hold nothing that others lack come last. */
function weight({ privileges }: { privileges: Privileges }): number {
  if (privileges.administrator) return Number.MAX_SAFE_INTEGER;
  return privileges.wide.places.length * 2 + (privileges.partial ? 1 : 0);
}

const REGIONAL = /^([a-z0-9-]+)\.[a-z]{2}(-[a-z]+)+-\d\.amazonaws\.com$/;

const services = new WeakMap<readonly TrustedWay[], ReadonlyMap<string, Known>>();

/** Whether a role lets a service in. A condition on the account alone keeps nobody of the account out. */
export function trustsService({ ways }: Pick<RoleTarget, 'ways'>, service: string): Known {
  const known = services.get(ways) ?? servicesOf(ways);
  services.set(ways, known);
  return known.get(service) ?? known.get('') ?? 'no';
}

/** Services that come in, by name; under the empty name what is said of all others. */
function servicesOf(ways: readonly TrustedWay[]): Map<string, Known> {
  const known = new Map<string, Known>();
  for (const { kind, from, conditionKeys } of ways) {
    if (kind === 'unreadable') known.set('', 'unknown');
    if (!isService(kind)) continue;
    const always = conditionKeys.every((key) => key.toLowerCase() === 'aws:sourceaccount');
    if (always || !known.has(serviceName(from))) known.set(serviceName(from), always ? 'yes' : 'unknown');
  }
  return known;
}

function isService(kind: TrustedWay['kind']): boolean {
  return kind === 'service' || kind === 'cognito' || kind === 'podIdentity' || kind === 'rolesAnywhere' || kind === 'accountAccessManager';
}

/** A service's name without Region and without the ending of China's partition. */
function serviceName(from: string): string {
  const plain = from.replace(/\.cn$/, '').toLowerCase();
  const regional = REGIONAL.exec(plain);
  return regional ? `${regional[1]}.amazonaws.com` : plain;
}

/** How a role lets a principal of its own account in: by its name, by the account's, or not. */
export interface CallerTrust {
  named: Known;
  account: Known;
}

export function trustOfCaller({ ways }: Pick<RoleTarget, 'ways'>, accountId: string, arn: string | undefined): CallerTrust {
  const anyone = ways.filter((way) => way.kind === 'anyone');
  const named = ways.filter((way) => way.kind === 'principal' && arn !== undefined && way.from === arn);
  const account = ways.filter((way) => way.kind === 'account' && accountOf(way.from) === accountId);
  return { named: openest([...anyone, ...named]), account: openest(account) };
}

function accountOf(from: string): string | undefined {
  return /^(\d{12})$|::(\d{12}):root$/
    .exec(from)
    ?.slice(1)
    .find((entry) => entry !== undefined);
}

function openest(ways: readonly TrustedWay[]): Known {
  if (ways.length === 0) return 'no';
  return ways.some((way) => way.conditionKeys.length === 0) ? 'yes' : 'unknown';
}
