import { findingsOf, claimOutcomes, type Assessment, type ClaimOutcome } from '@iam-dossier/core/assessment';
import { counted } from '../terminal/counted.ts';
import { hanging } from '../terminal/width.ts';
import type { Look } from './look.ts';

const outcomeWords: Readonly<Record<ClaimOutcome, string>> = { contradicted: 'contradicted', notCheckable: 'not checkable', held: 'held' };

/** Failures before and after waivers: a waived one stays a failure. */
export function failureCounts({ rules }: Assessment): { before: number; waived: number; after: number } {
  const failures = rules.flatMap(findingsOf).filter(({ outcome }) => outcome === 'fail');
  const waived = failures.filter(({ waiver }) => waiver !== undefined).length;
  return { before: failures.length, waived, after: failures.length - waived };
}

/** What became of claims and waivers; nothing where there are none. */
export function declarationLines(assessment: Assessment, look: Look): string[] {
  return [...claimLines(assessment, look), ...waiverLines(assessment, look)];
}

/** One that is held needs no word, one that is contradicted stands among the blockers. */
function claimLines({ claims }: Assessment, { paint, columns, verbose }: Look): string[] {
  if (claims.length === 0) return [];
  const brush = { contradicted: paint.red, notCheckable: paint.yellow, held: paint.green };
  const counts = claimOutcomes.map((outcome) => `${claims.filter((claim) => claim.outcome === outcome).length} ${outcomeWords[outcome]}`);
  const shown = claimOutcomes.flatMap((outcome) => claims.filter((claim) => claim.outcome === outcome && (verbose || outcome === 'notCheckable')));
  return [
    '',
    `${paint.bold('Claims')}  ${counts.join(', ')}`,
    ...shown.flatMap(({ id, outcome, proven, against, unclear }) => {
      const told = proven ?? (outcome === 'contradicted' ? against : unclear)[0]?.message;
      return hanging(`  ${brush[outcome](outcomeWords[outcome])}  `, `${paint.plain(id)}: ${paint.plain(told?.text ?? '')}`, columns);
    }),
  ];
}

function waiverLines(assessment: Assessment, { paint }: Look): string[] {
  if (assessment.waivers.length === 0) return [];
  const { before, waived, after } = failureCounts(assessment);
  const idle = assessment.waivers.filter(({ state }) => state !== 'inForce').length;
  return [
    '',
    `${paint.bold('Waivers')}  ${counted(before, 'failure')}, ${waived} waived, ${after} not${idle > 0 ? `; ${counted(idle, 'waiver')} without effect, see the notes` : ''}`,
  ];
}
