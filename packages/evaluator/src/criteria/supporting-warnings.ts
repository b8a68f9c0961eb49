import { subjectsOf, type Message } from '@iam-dossier/core/assessment';
import { say } from '../words/format.ts';
import { readinessWords } from '../words/readiness.ts';
import type { Run } from './criterion.ts';

const grave = new Set(['critical', 'high']);

/** Grave failures in scope that no criterion of ACCT-002 asks about: they block nothing, and are better known before they are seen. */
export function supportingWarnings({ results, subjects }: Run): Message[] {
  const rules = [...results.values()].filter((rule) => rule.weight === 'supporting' && grave.has(rule.severity));
  return rules.flatMap((rule) => {
    const words = { ...readinessWords, [`title/${rule.id}`]: rule.title };
    const count = (outcome: string) =>
      rule.findings
        .filter((finding) => finding.outcome === outcome)
        .flatMap(subjectsOf)
        .filter((subject) => subjects[subject]?.inScope === true).length;
    const [failed, unproven] = [count('fail'), count('notEvaluated')];
    return [
      ...(failed > 0 ? [say(words, 'supporting-failed', { rule: rule.id, failed })] : []),
      ...(unproven > 0 ? [say(words, 'supporting-unproven', { rule: rule.id, count: unproven })] : []),
    ];
  });
}
