import type { Assessment } from '@iam-dossier/core/assessment';
import { openSnapshots } from '@iam-dossier/core/importer';
import { evaluate, type EvaluateInput } from '@iam-dossier/evaluator';
import { readTime } from '../flags/values.ts';
import type { Declared } from '../inputs/declared.ts';
import { issuedAtOf, type IssuedAt } from '../inputs/issued-at.ts';
import type { Session } from '../terminal/session.ts';

/** Flags of every command that judges accounts. */
export interface AssessArgs {
  '_': string[];
  'engagement'?: string;
  'partner'?: string;
  'as-of'?: string;
  'issued-at'?: string;
  'collected-at'?: string;
}

export interface Assessed {
  assessment: Assessment;
  issuedAt: IssuedAt;
  /** What was judged. */
  input: EvaluateInput;
}

/** Reads the inputs and judges them. */
export async function assess(command: string, args: AssessArgs, { engagement, partner }: Declared, session: Session): Promise<Assessed> {
  const collectedAt = readTime(command, 'collected-at', args['collected-at']);
  const asOf = readTime(command, 'as-of', args['as-of']);
  const issuedAt = issuedAtOf(command, args['issued-at'], engagement, session);
  session.progress.step('Reading files');
  const snapshots = await openSnapshots(args._, collectedAt === undefined ? {} : { collectedAt });
  session.progress.step('Evaluating');
  const input: EvaluateInput = {
    snapshots,
    issuedAt: issuedAt.date,
    ...(engagement ? { engagement } : {}),
    ...(partner ? { partner } : {}),
    ...(asOf === undefined ? {} : { asOf }),
  };
  return { assessment: evaluate(input), issuedAt, input };
}
