import type { ClaimReason, ClaimResult, DeclaredFactResult, Outcome, SnapshotPointer } from '@iam-dossier/core/assessment';
import { clip, take } from '../view/index.ts';
import type { Chip } from './criteria.ts';
import { cell, leftWords, subjectAt, type Sheet } from './sheet.ts';
import type { Declared } from './statements.ts';
import { textLength, trimBlocks } from './trim.ts';

/** Whether the engagement says anything for this section. */
export function hasClaims({ assessment }: Sheet): boolean {
  return assessment.claims.length + assessment.declaredFacts.length > 0;
}

/** Claims with their proof, the author's words beside it; and what no API tells, in a person's word. */
export function claimsSection(sheet: Sheet) {
  const { assessment, budget, scribe } = sheet;
  const claims = take(assessment.claims, budget.claims);
  const facts = take(assessment.declaredFacts, budget.claims);
  return {
    lead: scribe.say('claims.lead'),
    rows: claims.shown.map((claim) => claimView(sheet, claim)),
    left: leftWords(sheet, 'claims', claims.left),
    facts: facts.shown.map((fact) => factRow(sheet, fact)),
    factsLeft: leftWords(sheet, 'facts', facts.left),
  };
}

const outcomeOf = { held: 'pass', contradicted: 'fail', notCheckable: 'manual' } as const satisfies Record<ClaimResult['outcome'], Outcome>;

function claimView(sheet: Sheet, claim: ClaimResult) {
  const { scribe } = sheet;
  const { outcome, proven, evidence, title } = claim;
  const chip: Chip = { outcome: outcomeOf[outcome], label: scribe.say(`claim.${outcome}`) };
  return {
    id: claim.id,
    title: scribe.text(title),
    chip,
    held: outcome === 'held',
    /** Only a claim that held has a proven sentence. */
    proven: proven === null ? '' : clip(scribe.message(proven), sheet.budget.sentence * 2),
    note: outcome === 'held' ? '' : scribe.say(`claim.note.${outcome}`),
    reasons: outcome === 'held' ? [] : reasonsOf(sheet, outcome === 'contradicted' ? claim.against : claim.unclear),
    places: placesOf(sheet, outcome === 'held' ? evidence : (claim.against[0]?.evidence ?? [])),
    declared: declaredBy(sheet, claim),
  };
}

/** Principals out of scope are nobody's business here: what is said of them stays inside, and is counted. */
function reasonsOf(sheet: Sheet, reasons: readonly ClaimReason[]): string[] {
  const { scribe, budget } = sheet;
  const own = reasons.filter(({ subject }) => subject === undefined || isShown(subjectAt(sheet, subject)));
  const { shown } = take(own, budget.claimReasons);
  const left = reasons.length - shown.length;
  const texts = shown.map(({ message }) => clip(scribe.message(message), budget.sentence * 2));
  return left === 0 ? texts : [...texts, leftWords(sheet, 'claim-reasons', left)];
}

function isShown({ type, inScope }: { type: string; inScope: boolean }): boolean {
  return inScope || (type !== 'user' && type !== 'role');
}

function placesOf(sheet: Sheet, evidence: readonly SnapshotPointer[]): string[] {
  const { assessment, scribe, budget } = sheet;
  const { shown, left } = take(evidence, budget.claimPlaces);
  const texts = shown.map(({ snapshot, path }) => clip(scribe.text(`${assessment.snapshots[snapshot]?.id ?? ''} ${path}`), budget.arn));
  return left === 0 ? texts : [...texts, leftWords(sheet, 'places', left)];
}

function declaredBy(sheet: Sheet, { id, statement: { text, author, date } }: ClaimResult): Declared {
  const { scribe, budget } = sheet;
  const whole = scribe.blocks(text, `claims.${id}.text`);
  const blocks = trimBlocks(whole, budget.claimText);
  return {
    blocks,
    byline: scribe.say('statement.by', { author: cell(sheet, author), date }),
    kind: '',
    left: leftWords(sheet, 'characters', textLength(whole) - textLength(blocks)),
    undeclared: false,
    long: false,
  };
}

function factRow(sheet: Sheet, { fact, state }: DeclaredFactResult) {
  const { scribe } = sheet;
  const about = fact.key === 'onePerson' ? fact.principal : (fact.account ?? '');
  return {
    name: fact.key === 'other' ? cell(sheet, scribe.words.text(fact.topic)) : scribe.say(`fact.${fact.key}`),
    about: about === '' ? '' : cell(sheet, about),
    value: valueOf(sheet, fact),
    by: scribe.say('statement.by', { author: cell(sheet, fact.author), date: fact.date }),
    until: fact.expires === undefined ? '' : scribe.say(state === 'expired' ? 'fact.expired' : 'fact.until', { date: fact.expires }),
    over: state !== 'inForce',
  };
}

function valueOf(sheet: Sheet, fact: DeclaredFactResult['fact']): string {
  const { scribe } = sheet;
  if (fact.key === 'identityProviderSessionHours') return scribe.say('panel.hours', { hours: fact.value });
  if (typeof fact.value === 'boolean') return scribe.say(fact.value ? 'fact.yes' : 'fact.no');
  return cell(sheet, scribe.words.text(fact.value));
}
