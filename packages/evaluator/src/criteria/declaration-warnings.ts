import type { Message } from '@iam-dossier/core/assessment';
import type { Engagement } from '@iam-dossier/core/engagement';
import { isExpired } from '../engine/waivers.ts';
import { fitsPattern } from '../facts/arn-pattern.ts';
import { exclusionOf } from '../facts/party.ts';
import { say } from '../words/format.ts';
import { readinessWords } from '../words/readiness.ts';
import type { Run } from './criterion.ts';

type Waiver = NonNullable<Engagement['waivers']>[number];

/** Declarations that fit nothing, and what exclusions and waivers amount to. */
export function declarationWarnings(run: Run): Message[] {
  return [...exemptionWarning(run), ...principalWarnings(run), ...exclusionWarnings(run), ...waiverWarnings(run)];
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
  return (run.engagement?.principals ?? [])
    .filter(({ arn }) => !known.some((own) => fitsPattern(arn, own)))
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

function waiverWarnings(run: Run): Message[] {
  const waivers = run.engagement?.waivers ?? [];
  const count = [...run.results.values()].flatMap((rule) => rule.findings).filter((finding) => finding.waiver).length;
  return [...(count > 0 ? [say(readinessWords, 'waived', { count })] : []), ...waivers.flatMap((waiver) => waiverWarning(waiver, run))];
}

function waiverWarning({ rule, arn, expires }: Waiver, { results, subjects, issuedAt }: Run): Message[] {
  const result = results.get(rule);
  if (!result) return [say(readinessWords, 'waiver-unknown', { rule })];
  if (expires !== undefined && isExpired(expires, issuedAt)) return [say(readinessWords, 'waiver-expired', { rule, arn, expires })];
  const fits = result.findings.some((finding) => finding.outcome === 'fail' && fitsPattern(arn, subjects[finding.subject]?.arn ?? ''));
  return fits ? [] : [say(readinessWords, 'waiver-unmatched', { rule, arn })];
}
