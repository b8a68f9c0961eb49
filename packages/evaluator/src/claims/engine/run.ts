import type { ClaimReason, ClaimResult, SnapshotPointer } from '@iam-dossier/core/assessment';
import type { Claim, Engagement } from '@iam-dossier/core/engagement';
import type { FactStore, FactValues } from '../../facts/index.ts';
import type { Gap } from '../../facts/known.ts';
import { claimEngineWords, claimWords } from '../../words/claims.ts';
import { say, type Data } from '../../words/format.ts';
import type { ClaimDefinition, Judgement, OpenAccount, Reason } from './definition.ts';

/** Reasons that are kept of one claim; the first is the gravest. */
const MOST_REASONS = 20;
/** Places that are kept of one sentence. */
const MOST_PLACES = 50;

/** Judges the engagement's claims, in its order. */
export function judgeClaims(engagement: Engagement | undefined, accounts: readonly FactStore[], types: readonly ClaimDefinition[]): ClaimResult[] {
  const byId = new Map(types.map((type) => [type.id, type]));
  return (engagement?.claims ?? []).map((claim, index) => {
    const type = byId.get(claim.claim);
    if (!type) throw new Error(`there is no claim ${claim.claim}`);
    return judgeClaim(type, claim, idOf(claim, index, engagement), accountsOf(claim, accounts, engagement));
  });
}

/** The id given, else the type and its place: `groups-are-2`. */
function idOf({ id, claim }: Claim, index: number, engagement: Engagement | undefined): string {
  if (id !== undefined) return id;
  const made = `${claim.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}-${index + 1}`;
  return engagement?.claims?.some((other) => other.id === made) === true ? `${made}-unnamed` : made;
}

/** The account named, else every account but the partner's own and those that are nobody's part of the example. */
function accountsOf({ account }: Claim, accounts: readonly FactStore[], engagement: Engagement | undefined): FactStore[] {
  if (account !== undefined) return accounts.filter((entry) => entry.context.snapshot.account.id === account);
  const others = new Set((engagement?.accounts ?? []).filter(({ role }) => role === 'partnerIdentity' || role === 'other').map(({ id }) => id));
  return accounts.filter((entry) => !others.has(entry.context.snapshot.account.id));
}

export function judgeClaim(type: ClaimDefinition, claim: Claim, id: string, accounts: readonly FactStore[]): ClaimResult {
  const opened = accounts.map((account) => open(type, account));
  const lacking = accounts.length === 0 ? [engineReason('no-account', { account: claim.account ?? '' })] : opened.flatMap(({ reasons }) => reasons);
  const readable = opened.flatMap(({ account }) => account ?? []);
  const told = readable.length === 0 ? nothingTold : guarded(() => worded(type, type.judge(claim, readable, lacking.length === 0)));
  const unclear = [...lacking, ...told.unclear];
  const outcome = told.against.length > 0 ? 'contradicted' : unclear.length > 0 || told.held === null ? 'notCheckable' : 'held';
  const { text, author, date } = claim;
  return {
    id,
    claim: type.id,
    title: type.title,
    criterion: claim.criterion ?? type.criterion,
    outcome,
    proven: outcome === 'held' ? told.held : null,
    against: told.against,
    unclear: unclear.slice(0, MOST_REASONS),
    evidence: outcome === 'held' ? unique(told.evidence).slice(0, MOST_PLACES) : [],
    snapshots: accounts.map((account) => account.context.position),
    statement: { text, author, date },
  };
}

/** The facts of one account, or why some are not there. */
function open(type: ClaimDefinition, store: FactStore): { account?: OpenAccount; reasons: ClaimReason[] } {
  const { position, snapshot } = store.context;
  const facts: Partial<FactValues> = {};
  const gaps: Gap[] = [];
  for (const name of type.inputs) {
    const fact = store.get(name);
    if (!fact.known) return { reasons: [lackOf('facts', fact.gaps, store)] };
    Object.assign(facts, { [name]: fact.value });
    gaps.push(...fact.gaps);
  }
  const at = (path: string): SnapshotPointer => ({ snapshot: position, path });
  const account = { id: snapshot.account.id, subject: store.accountSubject, facts, at };
  return { account, reasons: gaps.length > 0 ? [lackOf('list', gaps, store)] : [] };
}

function lackOf(what: 'facts' | 'list', gaps: readonly Gap[], { context, accountSubject }: FactStore): ClaimReason {
  const parts = [...new Set(gaps.map((gap) => gap.part))].sort();
  const denied = gaps.some((gap) => gap.reason === 'denied');
  const id = what === 'list' ? 'list-partial' : denied ? 'facts-denied' : 'facts-missing';
  return { ...engineReason(id, { parts, account: context.snapshot.account.id }), subject: accountSubject };
}

function engineReason(id: 'no-account' | 'facts-missing' | 'facts-denied' | 'list-partial' | 'claim-threw', data: Data): ClaimReason {
  return { message: say(claimEngineWords, id, data), evidence: [], quotes: [] };
}

/** A judgement with its sentences. */
interface Told {
  held: ClaimResult['proven'];
  against: ClaimReason[];
  unclear: ClaimReason[];
  evidence: readonly SnapshotPointer[];
}

const nothingTold: Told = { held: null, against: [], unclear: [], evidence: [] };

/** A claim that throws says nothing, and does not stop the run. */
function guarded(judge: () => Told): Told {
  try {
    return judge();
  } catch (error) {
    return { ...nothingTold, unclear: [engineReason('claim-threw', { error: error instanceof Error ? error.name : 'unknown' })] };
  }
}

function worded({ messages }: ClaimDefinition, { held, against, unclear, evidence }: Judgement): Told {
  const texts = { ...claimWords, ...Object.fromEntries(Object.entries(messages).map(([id, { text }]) => [id, text])) };
  const wordedReason = ({ message, data, subject, evidence: places = [], quotes = [] }: Reason): ClaimReason => ({
    message: say(texts, message, data),
    ...(subject === undefined ? {} : { subject }),
    evidence: unique(places).slice(0, MOST_PLACES),
    quotes: [...quotes],
  });
  return {
    held: say(texts, held.message, held.data),
    against: against.slice(0, MOST_REASONS).map(wordedReason),
    unclear: unclear.slice(0, MOST_REASONS).map(wordedReason),
    evidence,
  };
}

function unique(places: readonly SnapshotPointer[]): SnapshotPointer[] {
  return [...new Map(places.map((place) => [`${place.snapshot} ${place.path}`, place])).values()];
}
