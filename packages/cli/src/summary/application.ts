import type { Application } from '@iam-dossier/core/application';
import type { Assessment } from '@iam-dossier/core/assessment';
import type { Engagement } from '@iam-dossier/core/engagement';
import type { ApplicationResult } from '@iam-dossier/evaluator';
import { counted } from '../terminal/counted.ts';
import { tableLines } from '../terminal/table.ts';
import { hanging } from '../terminal/width.ts';
import type { Look } from './look.ts';
import { paintVerdict } from './words.ts';

type Examples = readonly { engagement: Engagement; assessment: Assessment }[];

export function applicationLines(application: Application, result: ApplicationResult, examples: Examples, { paint, columns }: Look): string[] {
  const verdict = result.ready ? paint.green('READY to submit') : paint.red('NOT READY');
  const rows = [
    ['', ...examples.map(({ engagement }) => paint.bold(engagement.id))],
    ...result.criteria.map(({ id, outcomes }) => [paint.bold(id), ...outcomes.map((outcome) => paintVerdict(outcome, paint))]),
  ];
  const told = (mark: string, texts: readonly { text: string }[]) => texts.flatMap(({ text }) => hanging(`  ${mark} `, paint.plain(text), columns));
  return [
    `${paint.bold(paint.plain(application.designation))}  ${verdict}`,
    `${counted(examples.length, 'example')}, ${result.readyExamples.length} ready; checklist taken until ${result.usableUntil ?? 'a day not known here'}`,
    '',
    ...tableLines(rows, { columns }),
    ...(result.reasons.length === 0 ? [] : ['', paint.bold('In the way'), ...told('-', result.reasons)]),
    ...(result.warnings.length === 0 ? [] : ['', paint.bold('To be known'), ...told('-', result.warnings)]),
  ];
}

export function applicationJson(application: Application, { items, ...result }: ApplicationResult, examples: Examples): Record<string, unknown> {
  return {
    application: application.id,
    ...result,
    items: items.map(({ submission, item, state, message }) => ({ submission, item: item.id, criterion: item.criterion ?? null, state, message })),
    examples: examples.map(({ engagement, assessment }) => ({
      engagement: engagement.id,
      ready: assessment.readiness.ready,
      blockers: assessment.readiness.blockers.length,
    })),
  };
}
