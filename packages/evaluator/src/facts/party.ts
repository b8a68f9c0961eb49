import type { Subject } from '@iam-dossier/core/assessment';
import type { Engagement } from '@iam-dossier/core/engagement';
import { fitsPattern } from './arn-pattern.ts';

type Principal = NonNullable<Engagement['principals']>[number];
type Exclusion = NonNullable<Engagement['scope']>['exclude'][number];

/** The engagement's words on a principal: the first entry that fits holds. */
export function declarationOf(arn: string, engagement: Engagement | undefined): Principal | undefined {
  return firstFit(engagement?.principals, arn);
}

export function exclusionOf(arn: string, engagement: Engagement | undefined): Exclusion | undefined {
  return firstFit(engagement?.scope?.exclude, arn);
}

interface Index {
  /** Place of the first entry that names an ARN without `*`. */
  exact: ReadonlyMap<string, number>;
  /** Places of entries with `*`, ascending. */
  patterns: readonly number[];
}

const indexes = new WeakMap<readonly { arn: string }[], Index>();

/** Thousands of principals may be declared one by one: only entries with `*` are tried in turn. */
function firstFit<Entry extends { arn: string }>(entries: readonly Entry[] | undefined, arn: string): Entry | undefined {
  if (entries === undefined) return undefined;
  const { exact, patterns } = indexOf(entries);
  const named = exact.get(arn) ?? entries.length;
  return entries[patterns.find((place) => place < named && fitsPattern(entries[place]?.arn ?? '', arn)) ?? named];
}

function indexOf(entries: readonly { arn: string }[]): Index {
  const before = indexes.get(entries);
  if (before) return before;
  const exact = new Map<string, number>();
  const patterns: number[] = [];
  for (const [place, { arn }] of entries.entries()) {
    if (arn.includes('*')) patterns.push(place);
    else if (!exact.has(arn)) exact.set(arn, place);
  }
  const index = { exact, patterns };
  indexes.set(entries, index);
  return index;
}

/** Roles that only an AWS service can use, made by AWS. No account can change them. */
export function isServiceLinked(arn: string): boolean {
  return /^arn:[a-z0-9-]+:iam::\d{12}:role\/aws-service-role\//.test(arn);
}

export function partyOf(arn: string, engagement: Engagement | undefined): Subject['party'] {
  if (isServiceLinked(arn)) return 'aws';
  return declarationOf(arn, engagement)?.party ?? 'undeclared';
}

/** What ACCT-002 counts: the partner's principals, and those nobody spoke for. */
export function isInScope(arn: string, party: Subject['party'], engagement: Engagement | undefined): boolean {
  if (party !== 'partner' && party !== 'undeclared') return false;
  return exclusionOf(arn, engagement) === undefined;
}

/** Whose each account is, by the roles the engagement gives and the partner's own accounts. */
export function accountParties(engagement: Engagement | undefined, partnerAccounts: readonly string[]): Map<string, Subject['party']> {
  const parties = new Map<string, Subject['party']>();
  for (const { id, role } of engagement?.accounts ?? []) {
    if (role === 'partnerIdentity') parties.set(id, 'partner');
    else if (role !== 'other') parties.set(id, 'customer');
  }
  for (const id of partnerAccounts) parties.set(id, 'partner');
  return parties;
}
