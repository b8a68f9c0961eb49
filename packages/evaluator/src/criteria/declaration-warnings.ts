import { findingsOf, type Message, type WaiverResult } from '@iam-dossier/core/assessment';
import { nearestWord } from '@iam-dossier/core/text';
import { timeOf, waiverResults } from '../engine/waivers.ts';
import { fitsPattern } from '../facts/arn-pattern.ts';
import { exclusionOf } from '../facts/party.ts';
import { say } from '../words/format.ts';
import { readinessWords } from '../words/readiness.ts';
import type { Run } from './criterion.ts';

/** Declarations that fit nothing, and what exclusions and waivers amount to. */
export function declarationWarnings(run: Run): Message[] {
  return [
    ...exemptionWarning(run),
    ...principalWarnings(run),
    ...exclusionWarnings(run),
    ...claimWarnings(run),
    ...factWarnings(run),
    ...waiverWarnings(run),
  ];
}

/** AWS takes the review's own report instead of this evidence: to be known, and no reason to call anything met. */
function exemptionWarning({ engagement }: Run): Message[] {
  const review = engagement?.wellArchitectedReview;
  if (!review) return [];
  const { security, operationalExcellence, reliability } = review.highRiskIssues;
  const open = security + operationalExcellence + reliability;
  const { reviewed, author, date } = review;
  return [open === 0 ? say(readinessWords, 'exempt', { reviewed, author, date }) : say(readinessWords, 'exempt-not', { reviewed, open })];
}

function principalWarnings(run: Run): Message[] {
  const known = [...principalArns(run), ...trustedPrincipals(run)];
  const seen = new Set(run.accounts.map((account) => account.context.snapshot.account.id));
  // Of an account that is trusted whole and not in the data, principals are declared to say who comes from there.
  const trusted = new Set(known.flatMap((own) => /^arn:[^:]*:iam::(\d{12}):root$/.exec(own)?.[1] ?? []).filter((id) => !seen.has(id)));
  const comesFrom = (arn: string) => trusted.has(/^arn:[^:]*:iam::(\d{12}):/.exec(arn)?.[1] ?? '');
  return (run.engagement?.principals ?? [])
    .filter(({ arn }) => !comesFrom(arn) && !known.some((own) => fitsPattern(arn, own)))
    .map(({ arn }) => say(readinessWords, 'principal-unmatched', { arn }));
}

function exclusionWarnings(run: Run): Message[] {
  const { engagement, subjects } = run;
  const arns = principalArns(run);
  const count = subjects.filter(
    (subject) => !subject.inScope && (subject.party === 'partner' || subject.party === 'undeclared') && exclusionOf(subject.arn, engagement),
  ).length;
  const unmatched = (engagement?.scope?.exclude ?? []).filter(({ arn }) => !arns.some((own) => fitsPattern(arn, own)));
  return [
    ...unmatched.map(({ arn }) => say(readinessWords, 'exclusion-unmatched', { arn })),
    ...(count > 0 ? [say(readinessWords, 'excluded', { count })] : []),
  ];
}

function principalArns({ subjects }: Run): string[] {
  return subjects.filter((subject) => subject.type === 'user' || subject.type === 'role').map((subject) => subject.arn);
}

/** Principals of other accounts that roles admit: declared under `principals` to say whose they are. */
function trustedPrincipals({ accounts }: Run): string[] {
  const ways = accounts.flatMap((account) => {
    const trust = account.get('trust');
    return trust.known ? trust.value.flatMap((role) => role.ways.map((way) => ({ way, partition: account.context.snapshot.account.partition }))) : [];
  });
  return [...new Set(ways.map(({ way, partition }) => (way.kind === 'account' ? `arn:${partition}:iam::${way.from}:root` : way.from)))];
}

/** Claims that nothing proves or contradicts stand in the documents as declared only. */
function claimWarnings({ claims }: Run): Message[] {
  const open = claims.filter(({ outcome }) => outcome === 'notCheckable');
  return open.map(({ id, unclear }) => say(readinessWords, 'claim-unchecked', { claim: id, count: unclear.length }));
}

function factWarnings({ engagement, issuedAt }: Run): Message[] {
  return (engagement?.declaredFacts ?? []).flatMap((fact) => {
    const { key, author, date, expires = '' } = fact;
    const state = timeOf(fact, issuedAt);
    if (state === 'inForce') return [];
    return [say(readinessWords, `fact-${state}`, { key, author, ...(state === 'expired' ? { expires } : { date }) })];
  });
}

function waiverWarnings(run: Run): Message[] {
  const failures = [...run.results.values()].flatMap(findingsOf).filter(({ outcome }) => outcome === 'fail');
  const count = failures.filter((finding) => finding.waiver).length;
  const told = count === 0 ? [] : [say(readinessWords, 'waived', { count, before: failures.length, after: failures.length - count })];
  return [...told, ...waiverResults(run).flatMap((waiver) => waiverWarning(waiver, run))];
}

function waiverWarning({ state, rule, subject, date, expires }: WaiverResult, { results }: Run): Message[] {
  if (state === 'inForce') return [];
  if (state === 'expired') return [say(readinessWords, 'waiver-expired', { rule, subject, expires })];
  if (state === 'future') return [say(readinessWords, 'waiver-future', { rule, subject, date })];
  if (state === 'unmatched') return [say(readinessWords, 'waiver-unmatched', { rule, subject })];
  const near = nearestWord(rule, [...results.keys()]);
  return [near === undefined ? say(readinessWords, 'waiver-unknown', { rule }) : say(readinessWords, 'waiver-unknown-near', { rule, near })];
}
