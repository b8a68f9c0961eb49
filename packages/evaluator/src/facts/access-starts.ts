import type { AccessPath, WayIn } from '@iam-dossier/core/assessment';
import type { Engagement } from '@iam-dossier/core/engagement';
import { compareText } from '@iam-dossier/core/json';
import { behindWays } from '../policy/index.ts';
import { declarationOf } from './party.ts';
import { personOf } from './people.ts';
import { isDeleted, type RoleTrust } from './trust.ts';

/** A path without what it leads to. */
export type Path = Omit<AccessPath, 'ends'>;

/** How people come to the first principal in AWS that is theirs, each way made once. */
export class AccessStarts {
  private readonly engagement: Engagement | undefined;
  /** ARNs of the users in the data, gathered when first asked for. */
  private readonly listUsers: () => ReadonlySet<string>;
  private users: ReadonlySet<string> | undefined;
  private readonly made = new Map<string, Path>();
  /** Names of the people declared behind principals of an account, in order. */
  private readonly declared: ReadonlyMap<string, readonly string[]>;

  constructor(engagement: Engagement | undefined, listUsers: () => ReadonlySet<string>) {
    this.engagement = engagement;
    this.listUsers = listUsers;
    this.declared = this.peopleByAccount();
  }

  private peopleByAccount(): Map<string, string[]> {
    const byAccount = new Map<string, string[]>();
    for (const { arn, person } of this.engagement?.principals ?? []) {
      const account = /^arn:[^:]*:iam::(\d{12}):/.exec(arn)?.[1];
      if (account === undefined || person === undefined) continue;
      const names = byAccount.get(account) ?? [];
      names.push(this.nameOf(person));
      byAccount.set(account, names);
    }
    return new Map([...byAccount].map(([account, names]) => [account, inOrder(names)]));
  }

  /** Of a role: each way by which people come to it. */
  of(role: RoleTrust): Path[] {
    return peopleWays(role).map((way) => this.ofWay(way, role.arn));
  }

  ofWay({ kind, from, party }: WayIn, role: string): Path {
    const own = kind === 'account' ? [] : this.namesOf(kind === 'principal' ? from : role);
    const key = [kind, party, from, ...own].join('\n');
    const before = this.made.get(key);
    if (before) return before;
    const people = kind === 'account' ? (this.declared.get(from) ?? []) : own;
    const measured = kind === 'principal' && (this.users ??= this.listUsers()).has(from);
    const known = measured ? 'measured' : people.length > 0 ? 'declared' : 'unseen';
    const path: Path = { kind, from, party, known, people: [...people], unnamed: 0, through: [] };
    this.made.set(key, path);
    return path;
  }

  /** The user itself. */
  ofUser(arn: string, party: Path['party']): Path {
    const people = this.namesOf(arn);
    const key = ['user', party, ...people].join('\n');
    const path: Path = this.made.get(key) ?? { kind: 'user', from: '', party, known: 'measured', people, unnamed: 0, through: [] };
    this.made.set(key, path);
    return path;
  }

  /** Name of the one person declared behind a principal, if somebody is. */
  namesOf(arn: string): string[] {
    const id = declarationOf(arn, this.engagement)?.person;
    return id === undefined ? [] : [this.nameOf(id)];
  }

  private nameOf(id: string): string {
    return personOf(id, this.engagement)?.name ?? id;
  }
}

/** Ways that people can take. */
export function peopleWays({ ways }: RoleTrust): WayIn[] {
  return ways.filter((way) => behindWays[way.kind] !== 'workload' && !isDeleted(way));
}

export function inOrder(names: readonly string[]): string[] {
  return [...new Set(names)].sort(compareText);
}
