import type { Assessment } from '@iam-dossier/core/assessment';
import { counted } from '../terminal/counted.ts';
import { tableLines } from '../terminal/table.ts';
import { hanging } from '../terminal/width.ts';
import { declarationLines } from './declarations.ts';
import { findingLines } from './findings.ts';
import type { Look } from './look.ts';
import { paintVerdict } from './words.ts';

const MOST_BLOCKERS = 5;

/** What a person reads of an assessment in ten seconds. */
export function assessmentLines(assessment: Assessment, look: Look): string[] {
  return [
    ...headLines(assessment, look),
    '',
    ...criteriaLines(assessment, look),
    ...blockerLines(assessment, look),
    ...declarationLines(assessment, look),
    ...findingLines(assessment, look),
  ];
}

function headLines(assessment: Assessment, look: Look): string[] {
  const { readiness, scope, engagement } = assessment;
  const { paint } = look;
  const verdict = readiness.ready ? paint.green('READY to submit') : paint.red(`NOT READY: ${counted(readiness.blockers.length, 'blocker')}`);
  const left = scope.leftOut.reduce((sum, entry) => sum + entry.count, 0);
  return [
    `${paint.bold('ACCT-002')}  ${verdict}`,
    ...accountLines(assessment, look),
    `${counted(scope.inScope, 'principal')} in scope, ${left} left out`,
    ...(engagement === null ? ['No engagement: nothing is declared, and all but AWS’s own roles are in scope'] : []),
  ];
}

export function accountLines({ snapshots }: Assessment, { paint }: Look): string[] {
  return snapshots.map(({ account, asOf }) => {
    const name = account.name === undefined ? '' : ` ${account.name},`;
    return paint.plain(`Account ${account.id},${name} as of ${asOf ?? 'an unknown time: no age was judged'}`);
  });
}

function criteriaLines({ criteria }: Assessment, { paint, columns }: Look): string[] {
  const rows = criteria.map(({ id, outcome, title }) => [paint.bold(id), paintVerdict(outcome, paint), paint.plain(title)]);
  return tableLines(rows, { columns });
}

function blockerLines({ readiness: { blockers } }: Assessment, { paint, columns, verbose }: Look): string[] {
  const shown = verbose ? blockers : blockers.slice(0, MOST_BLOCKERS);
  if (shown.length === 0) return [];
  const rest = blockers.length - shown.length;
  return [
    '',
    paint.bold('Blockers'),
    ...shown.flatMap(({ criterion, claim, message, mend }) => [
      ...hanging(`  ${criterion}  `, paint.plain(`${claim === undefined ? '' : `Claim ${claim}: `}${message.text}`), columns),
      ...(verbose ? mend.split('\n').flatMap((line) => hanging('      ', paint.dim(line), columns)) : []),
    ]),
    ...(rest > 0 ? [`  … and ${rest} more: --verbose lists all, each with what to do`] : []),
  ];
}

/** What stops nothing and is to be known. */
export function warningLines({ readiness }: Assessment, { paint, columns }: Look): string[] {
  return readiness.warnings.flatMap((warning) => hanging(`${paint.yellow('note:')} `, paint.plain(warning.text), columns));
}
