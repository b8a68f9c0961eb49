import type { Quote, WayIn } from '@iam-dossier/core/assessment';
import { canonicalJson, resolvePointer } from '@iam-dossier/core/json';
import type { Engagement } from '@iam-dossier/core/engagement';
import type { Role } from '@iam-dossier/core/snapshot';
import { statementPath, waysInOf, type TrustWay } from '../policy/index.ts';
import { fitsPattern } from './arn-pattern.ts';
import { once } from './once.ts';
import type { AccountContext } from './context.ts';
import type { ReadDocument } from './documents.ts';
import { GrantBook } from './grants.ts';
import { gapsOf, hasPart, known, unknown, type Known } from './known.ts';
import { RoleSessions, type RoleSession } from './role-session.ts';

/** Who may assume a role, by its trust policy. */
export interface RoleTrust {
  subject: number;
  inScope: boolean;
  name: string;
  arn: string;
  role: Role;
  /** Pointer to the trust policy. */
  at: string;
  read: ReadDocument;
  ways: readonly WayIn[];
  /** `null` where the data does not tell. */
  session: RoleSession | null;
}

export const trustFact = once((context): Known<readonly RoleTrust[]> => {
  const { snapshot } = context;
  const source = (['roleDetails', 'roles'] as const).find((part) => hasPart(snapshot, part));
  if (source === undefined) return unknown(gapsOf(snapshot, 'roleDetails'));
  const whole = snapshot.parts.roleDetails.status === 'complete' || snapshot.parts.roles.status === 'complete';
  const book = new GrantBook(snapshot);
  const byArn = new Map(snapshot.roles.map((role, index) => [role.arn, { role, index }]));
  const reader = new TrustReader(context);
  const sessions = new RoleSessions(snapshot);
  const trusts = context.subjects.flatMap((subject) => {
    const found = subject.type === 'role' ? byArn.get(subject.arn) : undefined;
    if (!found) return [];
    const { index: position, inScope, name, arn } = subject;
    const read = book.trustOf(found.role, found.index);
    const at = `/roles/${found.index}/assumeRolePolicyDocument`;
    const ways = waysOf(reader, read, { subject: position, at }, context);
    return [{ subject: position, inScope, name, arn, role: found.role, at, read, ways, session: sessions.of(found.role, found.index) }];
  });
  return known(trusts, whole ? [] : gapsOf(snapshot, source));
});

/** Reads each distinct trust policy once: many roles share theirs. */
class TrustReader {
  private readonly before = new Map<string, readonly TrustWay[]>();
  private readonly parties = new Map<string, WayIn['party']>();
  private readonly context: AccountContext;

  constructor(context: AccountContext) {
    this.context = context;
  }

  of(read: ReadDocument): readonly TrustWay[] {
    if (read.state !== 'read') return [];
    const known = this.before.get(read.digest);
    if (known) return known;
    const ways = waysInOf(read.statements);
    this.before.set(read.digest, ways);
    return ways;
  }

  /** Whose a way is, found once for all that name the same. */
  partyOf(way: TrustWay): WayIn['party'] {
    const key = `${way.kind} ${way.from}`;
    const known = this.parties.get(key) ?? partyOfWay(way.account, way, this.context);
    this.parties.set(key, known);
    return known;
  }
}

function waysOf(reader: TrustReader, read: ReadDocument, role: { subject: number; at: string }, context: AccountContext): WayIn[] {
  const { position, snapshot } = context;
  const base = { role: role.subject, pointer: { snapshot: position, path: role.at } };
  if (read.state !== 'read') {
    const unreadable: Omit<WayIn, keyof typeof base> = {
      kind: 'unreadable',
      from: '',
      party: 'undeclared',
      sameAccount: false,
      mfaRequired: false,
      externalIdRequired: false,
      conditional: false,
      conditionKeys: [],
      proof: [],
    };
    return [{ ...base, ...unreadable }];
  }
  return reader.of(read).map((found) => {
    const { account, statement, ...way } = found;
    return {
      ...base,
      ...way,
      party: reader.partyOf(found),
      sameAccount: account === snapshot.account.id,
      pointer: { snapshot: position, path: `${role.at}${statementPath(read.document, statement)}` },
    };
  });
}

const outsiders = new Set<WayIn['kind']>(['account', 'principal', 'canonicalUser']);

/** A way of principals of another account. */
export function isForeign(way: WayIn): boolean {
  return outsiders.has(way.kind) && !way.sameAccount && !isDeleted(way);
}

export function isUserWay({ kind, from }: Pick<WayIn, 'kind' | 'from'>): boolean {
  return kind === 'principal' && from.includes(':user/');
}

/** Says that the trust policy could not be read, or is not in the data. */
export function unreadableWays({ ways }: RoleTrust): WayIn[] {
  return ways.filter((way) => way.kind === 'unreadable');
}

/** Whom ways admit, each once. */
export function namesOf(ways: readonly WayIn[]): string[] {
  return [...new Set(ways.map((way) => way.from))].sort();
}

/** What shows ways into a role: pointers to their statements, and the principals these name, verbatim. */
export function backingOf({ at, read }: RoleTrust, ways: readonly WayIn[]): { evidence: string[]; quotes: Quote[] } {
  const evidence = [...new Set(ways.map((way) => way.pointer.path))];
  return { evidence, quotes: read.state === 'read' ? evidence.flatMap((path) => principalQuote(read, path.slice(at.length))) : [] };
}

function principalQuote({ document, digest }: Extract<ReadDocument, { state: 'read' }>, statement: string): Quote[] {
  const path = ['Principal', 'NotPrincipal'].map((member) => `${statement}/${member}`).find((place) => resolvePointer(document, place) !== undefined);
  if (path === undefined) return [];
  const named = resolvePointer(document, path);
  return [{ document: digest, policyName: 'AssumeRolePolicyDocument', path, text: typeof named === 'string' ? named : canonicalJson(named) }];
}

/** A principal deleted since stands in the trust policy by its unique id: nobody can come in as it, not even one of the same name. */
export function isDeleted({ kind, from }: Pick<WayIn, 'kind' | 'from'>): boolean {
  return kind === 'principal' && /^A(ID|RO)A[A-Z0-9]{8,}$/.test(from);
}

/** Whose the way in is: as declared of that principal, else as its account is. */
function partyOfWay(
  account: string | null,
  { kind, from }: Pick<WayIn, 'kind' | 'from'>,
  { snapshot, engagement, accountParties }: AccountContext,
): WayIn['party'] {
  if (kind === 'service') return 'aws';
  if (account === null) return 'undeclared';
  const arn = kind === 'account' ? `arn:${snapshot.account.partition}:iam::${account}:root` : from;
  return declaredOutside(arn, account, engagement) ?? accountParties.get(account) ?? 'undeclared';
}

type Declarations = NonNullable<Engagement['principals']>;

const byAccount = new WeakMap<Declarations, ReadonlyMap<string, Declarations>>();

/** A pattern speaks of a principal of another account only when it names that account: `*` is said of one's own. */
function declaredOutside(arn: string, account: string, engagement: AccountContext['engagement']): WayIn['party'] | undefined {
  const entries = engagement?.principals;
  if (!entries) return undefined;
  const known = byAccount.get(entries) ?? groupByAccount(entries);
  byAccount.set(entries, known);
  return known.get(account)?.find((entry) => fitsPattern(entry.arn, arn))?.party;
}

function groupByAccount(entries: Declarations): Map<string, Declarations> {
  const groups = new Map<string, Declarations>();
  for (const entry of entries) {
    const account = /:(\d{12}):/.exec(entry.arn)?.[1];
    if (account === undefined) continue;
    const group = groups.get(account);
    if (group) group.push(entry);
    else groups.set(account, [entry]);
  }
  return groups;
}
