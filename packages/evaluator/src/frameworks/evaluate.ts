import type { Assessment } from '@iam-dossier/core/assessment';
import { digestOf } from '@iam-dossier/core/json';
import { openAccounts } from '../engine/accounts.ts';
import { runRule } from '../engine/run.ts';
import type { EvaluateInput } from '../evaluate.ts';
import { rules } from '../rules/index.ts';
import { frameworkById } from './find.ts';
import type { Framework, Judged } from './framework.ts';
import { judgeFramework, type FrameworkResult } from './judge.ts';

/**
 * Frameworks by id, each judged on the population it speaks of. An engagement narrows what ACCT-002 counts to principals in
 * scope; most frameworks ask for the whole account, so for them rules are run once more over everybody, with who is who
 * and all waivers as the engagement has them. Pure.
 * @param assessment what `evaluate` made of the same input
 * @throws DossierError `usage` for an id that is none
 */
export function evaluateFrameworks(input: EvaluateInput, assessment: Assessment, ids: readonly string[]): FrameworkResult[] {
  const asked = ids.map(frameworkById);
  const narrowed = assessment.subjects.some((subject) => !subject.inScope && subject.party !== 'aws');
  const whole = asked.filter((framework) => framework.judges === 'account');
  const account = narrowed && whole.length > 0 ? judgeEverybody(input, whole) : assessment;
  return asked.map(({ id, judges }) => judgeFramework(judges === 'account' ? account : assessment, id));
}

function judgeEverybody(input: EvaluateInput, asked: readonly Framework[]): Judged {
  const { engagement, issuedAt } = input;
  const { accounts, subjects } = openAccounts({ ...input, everybody: true });
  const wanted = new Set(asked.flatMap(({ controls }) => controls.flatMap((control) => control.rules)));
  const results = rules.filter((rule) => wanted.has(rule.id)).map((rule) => runRule(rule, accounts, { subjects, engagement, issuedAt }));
  return { rules: results, subjects, engagement: engagement ? { id: engagement.id, digest: digestOf(engagement) } : null };
}
