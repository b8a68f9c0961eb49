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
  private readonly userList: TargetList<UserTarget>;
  private readonly roleList: TargetList<RoleTarget>;
  private groupList: readonly GroupTarget[] | undefined;
  private readonly byService = new Map<string, readonly RoleTarget[]>();

  constructor(lists: AccountLists) {
    this.lists = lists;
    this.userList = new TargetList(lists.users);
    this.roleList = new TargetList(lists.roles);
  }

  users(patterns: readonly string[]): readonly UserTarget[] {
    return this.userList.fitting(patterns);
  }

  roles(patterns: readonly string[]): readonly RoleTarget[] {
    return this.roleList.fitting(patterns);
  }

  /** The most privileged first. */
  groups(): readonly GroupTarget[] {
    this.groupList ??= new TargetList(this.lists.groups()).sorted;
    return this.groupList;
  }

  /** Roles that the service may be given, the most privileged first. */
  rolesOfService(service: string): readonly RoleTarget[] {
    const before = this.byService.get(service);
    if (before) return before;
    const found = this.roleList.sorted.filter((role) => trustsService(role, service) !== 'no');
    this.byService.set(service, found);
    return found;
  }
}

class TargetList<T extends { arn: string; privileges: Privileges }> {
  readonly sorted: readonly T[];
  readonly byArn: ReadonlyMap<string, T>;
  private readonly byPattern = new Map<string, readonly T[]>();

  constructor(targets: readonly T[]) {
    this.sorted = [...targets].sort((a, b) => weight(b) - weight(a) || compareText(a.arn, b.arn));
    this.byArn = new Map(targets.map((target) => [target.arn, target]));
  }

  /** Those that some pattern takes in; each pattern is looked up once. */
  fitting(patterns: readonly string[]): readonly T[] {
    const [only, ...others] = patterns;
    if (only === undefined) return [];
    if (others.length === 0) return this.ofPattern(only);
    const found = new Set(patterns.flatMap((pattern) => this.ofPattern(pattern)));
    return this.sorted.length === found.size ? this.sorted : [...found].sort((a, b) => weight(b) - weight(a) || compareText(a.arn, b.arn));
  }

  private ofPattern(pattern: string): readonly T[] {
    if (/^\*+$/.test(pattern)) return this.sorted;
    if (!/[*?]/.test(pattern)) {
      const exact = this.byArn.get(pattern);
      return exact ? [exact] : [];
    }
    const before = this.byPattern.get(pattern);
    if (before) return before;
    const found = this.sorted.filter(({ arn }) => fitsGlob(pattern, arn));
    this.byPattern.set(pattern, found);
    return found;
  }
}

function weight({ privileges }: { privileges: Privileges }): number {
  return privileges.administrator ? Number.MAX_SAFE_INTEGER : privileges.wide.places.length;
}

const REGIONAL = /^([a-z0-9-]+)\.[a-z]{2}(-[a-z]+)+-\d\.amazonaws\.com$/;

/** Whether a role lets a service in. A condition on the account alone keeps nobody of the account out. */
export function trustsService({ ways }: Pick<RoleTarget, 'ways'>, service: string): Known {
  const found = ways.filter((way) => isService(way.kind) && serviceName(way.from) === service);
  if (found.length === 0) return ways.some((way) => way.kind === 'unreadable') ? 'unknown' : 'no';
  return found.some((way) => !way.conditionKeys.some((key) => key.toLowerCase() !== 'aws:sourceaccount')) ? 'yes' : 'unknown';
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
