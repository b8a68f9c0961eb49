import type { Assessment } from '@iam-dossier/core/assessment';
import { evaluate, type EvaluateInput } from '@iam-dossier/evaluator';
import { readTime } from '../flags/values.ts';
import type { Declared } from '../inputs/declared.ts';
import { issuedAtOf, type IssuedAt } from '../inputs/issued-at.ts';
import type { LocaleFlag } from './language.ts';
import { openInputs, type SnapshotArgs } from '../snapshots/inputs.ts';
import type { Chosen } from '../snapshots/choose.ts';
import type { Session } from '../terminal/session.ts';

/** Flags of every command that judges accounts. */
export interface AssessArgs extends SnapshotArgs, LocaleFlag {
  'engagement'?: string;
  'partner'?: string;
  'as-of'?: string;
  'issued-at'?: string;
}

export interface Assessed {
  assessment: Assessment;
  issuedAt: IssuedAt;
  /** What was judged. */
  input: EvaluateInput;
  /** Snapshots taken from a store, with why these. */
  chosen: readonly Chosen[];
}

/** Reads the inputs and judges them. */
export async function assess(command: string, args: AssessArgs, { engagement, partner }: Declared, session: Session): Promise<Assessed> {
  const asOf = readTime(command, 'as-of', args['as-of']);
  const issuedAt = issuedAtOf(command, args['issued-at'], engagement, session);
  const { snapshots, chosen } = await openInputs(command, args, session, engagement);
  session.progress.step('Evaluating');
  const input: EvaluateInput = {
    snapshots,
    issuedAt: issuedAt.date,
    ...(engagement ? { engagement } : {}),
    ...(partner ? { partner } : {}),
    ...(asOf === undefined ? {} : { asOf }),
    ...(args.locale === undefined ? {} : { locale: args.locale }),
  };
  return { assessment: evaluate(input), issuedAt, input, chosen };
}
