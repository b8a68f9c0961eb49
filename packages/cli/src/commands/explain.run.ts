import type { Snapshot } from '@iam-dossier/core/snapshot';
import { explainAccess, type Decision } from '@iam-dossier/evaluator';
import { explanationJson } from '../explain/json.ts';
import { explanationLines } from '../explain/lines.ts';
import { questionOf, type QuestionFlags } from '../explain/question.ts';
import { checkPrincipal } from '../explain/principal.ts';
import { usageError } from '../flags/usage.ts';
import type { ExitCode, Result } from '../output/result.ts';
import { chosenJson, chosenLines } from '../snapshots/choose.ts';
import { checkInputs, openInputs, type SnapshotArgs } from '../snapshots/inputs.ts';
import type { Session } from '../terminal/session.ts';

interface Args extends QuestionFlags, Omit<SnapshotArgs, 'collected-at'> {
  expect?: string;
}

export async function run(args: Args, session: Session): Promise<Result> {
  checkInputs('explain', args);
  const question = await questionOf(args);
  const { snapshots, chosen } = await openInputs('explain', args, session);
  const snapshot = onlyOne(snapshots);
  checkPrincipal(snapshot, question.principal);
  const explanation = explainAccess(snapshot, question);
  const { decision } = explanation.answer;
  const exitCode = exitCodeOf(decision, args.expect);
  return {
    exitCode,
    json: {
      account: snapshot.account.id,
      ...explanationJson(explanation),
      ...(args.expect === undefined ? {} : { expected: args.expect }),
      ...chosenJson(chosen),
    },
    lines: [
      ...explanationLines(explanation, session),
      ...(exitCode === 1 && decision !== 'indeterminate' ? ['', `Exit code 1: ${args.expect ?? ''} was expected (--expect)`] : []),
    ],
    notes: chosenLines(chosen, session.notePaint),
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
