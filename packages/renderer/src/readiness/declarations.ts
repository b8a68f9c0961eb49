import {
  findingsOf,
  claimOutcomes,
  type Assessment,
  type ClaimReason,
  type ClaimResult,
  type Outcome,
  type WaiverResult,
} from '@iam-dossier/core/assessment';
import { take } from '../view/index.ts';
import { cell, leftWords, place, subjectAt, type Sheet } from './sheet.ts';

/** Whether there are claims to tell of. */
export function hasClaims({ claims }: Assessment): boolean {
  return claims.length > 0;
}

/** Whether there are waivers or declared facts to tell of. */
export function hasDecisions({ waivers, declaredFacts }: Assessment): boolean {
  return waivers.length + declaredFacts.length > 0;
}

const outcomeOf = { held: 'pass', contradicted: 'fail', notCheckable: 'notEvaluated' } as const satisfies Record<ClaimResult['outcome'], Outcome>;

/** Every claim, the contradicted ones first, each with the facts against it or its proof. */
export function claimsView(sheet: Sheet) {
  const { assessment, budget, scribe } = sheet;
  const sorted = claimOutcomes.flatMap((outcome) => assessment.claims.filter((claim) => claim.outcome === outcome));
  const { shown, left } = take(sorted, budget.claims);
  return {
    lead: scribe.say(
      'claims.lead',
      Object.fromEntries(claimOutcomes.map((outcome) => [outcome, assessment.claims.filter((claim) => claim.outcome === outcome).length])),
    ),
    rows: shown.map((claim) => claimRow(sheet, claim)),
    left: leftWords(sheet, left),
  };
}

function claimRow(sheet: Sheet, claim: ClaimResult) {
  const { assessment, budget, scribe } = sheet;
  const { id, title, criterion, outcome, proven, statement } = claim;
  const reasons = take(outcome === 'contradicted' ? claim.against : claim.unclear, budget.claimReasons);
  const places = take(outcome === 'held' ? claim.evidence : [], budget.evidence);
  return {
    id,
    title: scribe.text(title),
    criterion,
    chip: { outcome: outcomeOf[outcome], label: scribe.say(`claim.${outcome}`) },
    words: cell(sheet, scribe.words.text(statement.text)),
    by: scribe.say('claim.by', { author: cell(sheet, statement.author), date: statement.date }),
    proven: proven === null ? '' : cell(sheet, scribe.words.message(proven)),
    reasons: reasons.shown.map((reason) => reasonView(sheet, reason)),
    left: leftWords(sheet, reasons.left),
    places: places.shown.map(({ snapshot, path }) => ({ snapshot: assessment.snapshots[snapshot]?.id ?? '', path: place(sheet, path) })),
    placesLeft: leftWords(sheet, places.left),
  };
}

function reasonView(sheet: Sheet, { message, subject, evidence, quotes }: ClaimReason) {
  const { scribe, budget, assessment } = sheet;
  const places = take(evidence, budget.evidence);
  const lines = take(quotes, budget.evidence);
  return {
    text: cell(sheet, scribe.words.message(message)),
    arn: subject === undefined ? '' : subjectAt(sheet, subject).arn,
    places: places.shown.map(({ snapshot, path }) => ({ snapshot: assessment.snapshots[snapshot]?.id ?? '', path: place(sheet, path) })),
    quotes: lines.shown.map(({ policyName, path, text }) => ({
      policy: cell(sheet, policyName),
      path: place(sheet, path),
      text: place(sheet, text),
    })),
  };
}

/** Every waiver with what it covers, and every declared fact with its time: none is dropped for having lost its matter. */
export function decisionsView(sheet: Sheet) {
  const { assessment, budget, scribe } = sheet;
  const failures = assessment.rules.flatMap(findingsOf).filter(({ outcome }) => outcome === 'fail');
  const waived = failures.filter((finding) => finding.waiver !== undefined).length;
  const waivers = take(assessment.waivers, budget.waivers);
  const facts = take(assessment.declaredFacts, budget.waivers);
  return {
    lead: scribe.say('waivers.lead', { before: failures.length, waived, after: failures.length - waived }),
    waivers: waivers.shown.map((waiver) => waiverRow(sheet, waiver)),
    left: leftWords(sheet, waivers.left),
    facts: facts.shown.map(({ fact, state }) => ({
      name: scribe.say(`fact.${fact.key}`),
      by: scribe.say('claim.by', { author: cell(sheet, fact.author), date: fact.date }),
      until: fact.expires ?? '',
      state: scribe.say(`time.${state}`),
      over: state !== 'inForce',
    })),
    factsLeft: leftWords(sheet, facts.left),
  };
}

function waiverRow(sheet: Sheet, { rule, subject, reason, approver, date, expires, state, failures }: WaiverResult) {
  const { scribe } = sheet;
  return {
    rule: cell(sheet, rule),
    subject: place(sheet, subject),
    reason: cell(sheet, reason),
    approver: scribe.say('claim.by', { author: cell(sheet, approver), date }),
    expires,
    state: scribe.say(`waiver.${state}`, { count: failures }),
    over: state !== 'inForce',
  };
}
