import { openSnapshots } from '@iam-dossier/core/importer';
import type { Snapshot } from '@iam-dossier/core/snapshot';
import { explainAccess, type Decision } from '@iam-dossier/evaluator';
import { explanationJson } from '../explain/json.ts';
import { explanationLines } from '../explain/lines.ts';
import { questionOf, type QuestionFlags } from '../explain/question.ts';
import { checkPrincipal } from '../explain/principal.ts';
import { usageError } from '../flags/usage.ts';
import type { ExitCode, Result } from '../output/result.ts';
import type { Session } from '../terminal/session.ts';

interface Args extends QuestionFlags {
  _: string[];
  expect?: string;
}

export async function run(args: Args, session: Session): Promise<Result> {
  const question = await questionOf(args);
  session.progress.step('Reading files');
  const snapshot = onlyOne(await openSnapshots(args._, {}));
  checkPrincipal(snapshot, question.principal);
  const explanation = explainAccess(snapshot, question);
  const { decision } = explanation.answer;
  const exitCode = exitCodeOf(decision, args.expect);
  return {
    exitCode,
    json: { account: snapshot.account.id, ...explanationJson(explanation), ...(args.expect === undefined ? {} : { expected: args.expect }) },
    lines: [
      ...explanationLines(explanation, session),
      ...(exitCode === 1 && decision !== 'indeterminate' ? ['', `Exit code 1: ${args.expect ?? ''} was expected (--expect)`] : []),
    ],
  };
}

function onlyOne(snapshots: readonly Snapshot[]): Snapshot {
  const [only, ...more] = snapshots;
  if (!only || more.length > 0) throw usageError('explain', `${snapshots.length} accounts were given: a principal is explained in one`);
  return only;
}

function exitCodeOf(decision: Decision, expected: string | undefined): ExitCode {
  if (decision === 'indeterminate') return 1;
  const answer = decision === 'allowed' ? 'allowed' : 'denied';
  return expected === undefined || expected === answer ? 0 : 1;
}
