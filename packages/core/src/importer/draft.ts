import { canonicalJson } from '../json/canonical.ts';
import { sortedBy } from '../json/order.ts';
import { partNames, type PartName, type PartSource } from '../snapshot/parts.ts';
import type { SnapshotNote } from '../snapshot/snapshot.ts';

interface Entry {
  value: Record<string, unknown>;
  /** Name of the file or call. */
  from: string;
}

/** Whether an answer is the last (or only) page, a page that more follow, or about one principal only. */
export type Extent = 'all' | 'cut' | 'one';

/** Parts whose calls answer for one user each. */
export const perUserParts = [
  'mfaDevices',
  'accessKeys',
  'serviceSpecificCredentials',
  'sshPublicKeys',
  'signingCertificates',
] as const satisfies readonly PartName[];

/** Parts whose calls answer for one thing each: of none of them an answer can say that all were asked about. */
export const oneByOneParts = [
  ...perUserParts,
  'accessKeysLastUsed',
  'servicesLastAccessed',
  'alternateContacts',
] as const satisfies readonly PartName[];

/** Parts that no call gives whole: ListRoles leaves out what GetRole says of one of them. */
const complementary: readonly PartName[] = ['users', 'roles'];

/** Entries by their keys, and the keys for which answers differ. */
export interface Entries {
  entries: Map<string, Entry>;
  contradictions: string[];
}

/** What has been gathered for one part. */
export interface PartDraft extends Entries {
  sources: PartSource[];
  /** Things in it, where they are not its entries. */
  count?: number;
  /** Answers that end the list, answers that say more follows, answers that speak of one principal only. */
  finalAnswers: number;
  cutAnswers: string[];
  singleAnswers: number;
  /** Whoever asked says that every user, or whatever else the call is made for, was asked. */
  everyUser: boolean;
  /** Why it is not all there, as whoever asked for it saw. */
  shortfalls: string[];
  refusal?: Refusal;
  /** Why there is nothing, when nothing was refused either. */
  absence?: string;
  time?: string;
}

/** An answer that is an error. */
export interface Refusal {
  status: 'denied' | 'failed';
  code: string;
  message: string;
}

/** The snapshot while it is being gathered, from files that were handed in or from calls that were made. */
export class Draft {
  readonly parts: Record<PartName, PartDraft>;
  readonly notes: SnapshotNote[] = [];
  /** Account id → names of the files or calls that speak of it. */
  readonly accounts = new Map<string, Set<string>>();
  readonly partitions = new Set<string>();
  readonly collectedAt: { time: string; file: string }[] = [];
  unknownMembers = 0;
  /** The file that is being read, or the call whose answer is. */
  source: PartSource = { kind: 'file', name: '', sha256: '', bytes: 0 };
  private readonly unreadable = new Map<string, number>();
  private readonly duplicates = new Map<string, number>();

  /** Where answers come from. Of a call that was made it is known that AWS answered, however little. */
  readonly from: 'files' | 'calls';

  constructor(from: 'files' | 'calls' = 'files') {
    this.from = from;
    this.parts = Object.fromEntries(partNames.map((name) => [name, emptyPart()])) as Record<PartName, PartDraft>;
  }

  note(level: SnapshotNote['level'], code: string, message: string, from = this.source.name): void {
    this.notes.push({ level, code, message, ...(from === '' ? {} : { [this.source.kind]: from }) });
  }

  /** Says that the current source is an answer for this part, even when it holds no entry of it. */
  open(part: PartName, extent: Extent = 'all'): PartDraft {
    const draft = this.parts[part];
    if (draft.sources.at(-1) !== this.source) draft.sources.push(this.source);
    if (extent === 'cut') draft.cutAnswers.push(this.source.name);
    else if (extent === 'one') draft.singleAnswers += 1;
    else draft.finalAnswers += 1;
    return draft;
  }

  /** Says that a call for this part was refused. The first refusal stands, with what the others add to its message. */
  refuse(part: PartName, refusal: Refusal): void {
    const entry = this.parts[part];
    if (entry.refusal === undefined) entry.refusal = refusal;
    else if (entry.refusal.message !== refusal.message) entry.refusal = { ...entry.refusal, message: `${entry.refusal.message}; ${refusal.message}` };
  }

  /** Adds an entry; the same again is counted, another under the same key is a contradiction and the first is kept. */
  add(part: PartName, key: string, value: Record<string, unknown>): void {
    const before = complementary.includes(part) ? this.parts[part].entries.get(key) : undefined;
    if (before && sameWhereBoth(before.value, value))
      before.value = Object.fromEntries(sortedBy(Object.entries({ ...before.value, ...value }), ([name]) => name));
    else this.put(this.parts[part], key, value);
  }

  /** Same as {@link add}, for entries of any list. */
  put({ entries, contradictions }: Entries, key: string, value: Record<string, unknown>): void {
    const before = entries.get(key);
    if (!before) {
      entries.set(key, { value, from: this.source.name });
      return;
    }
    if (canonicalJson(before.value) === canonicalJson(value)) {
      this.duplicates.set(this.source.name, (this.duplicates.get(this.source.name) ?? 0) + 1);
      return;
    }
    contradictions.push(key);
    this.note(
      'warning',
      'contradictory',
      `${key} differs between ${before.from} and ${this.source.name}; the first is kept and the part is marked partial`,
    );
  }

  /** Notes the account and partition of an ARN. AWS's own ARNs carry no account id. */
  sawArn(arn: unknown): void {
    const match = typeof arn === 'string' ? /^arn:([a-z0-9-]+):[^:]*:[^:]*:(\d{12}):/.exec(arn) : null;
    if (match?.[1] === undefined || match[2] === undefined) return;
    this.partitions.add(match[1]);
    this.sawAccount(match[2]);
  }

  sawAccount(account: string): void {
    const files = this.accounts.get(account) ?? new Set();
    this.accounts.set(account, files.add(this.source.name));
  }

  unreadableMember(name: string): void {
    const key = `${this.source.name}\n${name}`;
    this.unreadable.set(key, (this.unreadable.get(key) ?? 0) + 1);
  }

  /** Notes that are counted over a whole file rather than told entry by entry. */
  closeCounts(): void {
    for (const [key, count] of this.unreadable) {
      const [file = '', name = ''] = key.split('\n');
      this.note(
        'warning',
        'unreadable-member',
        `${name} could not be read in ${count} ${count === 1 ? 'place' : 'places'}; it is kept as it stands and counts as missing`,
        file,
      );
    }
    for (const [file, count] of this.duplicates) {
      const told = `${count} ${count === 1 ? 'entry stands' : 'entries stand'} in an earlier ${this.from === 'files' ? 'file' : 'answer'} with the same content`;
      this.note('ignored', 'duplicate', told, file);
    }
  }
}

/** Whether two entries differ in what they leave out, and in nothing that both say. */
function sameWhereBoth(a: Record<string, unknown>, b: Record<string, unknown>): boolean {
  const shared = Object.keys(b).filter((name) => a[name] !== undefined);
  return (
    shared.length < Math.max(Object.keys(a).length, Object.keys(b).length) &&
    shared.every((name) => canonicalJson(a[name]) === canonicalJson(b[name]))
  );
}

function emptyPart(): PartDraft {
  return { sources: [], entries: new Map(), finalAnswers: 0, cutAnswers: [], singleAnswers: 0, everyUser: false, contradictions: [], shortfalls: [] };
}
