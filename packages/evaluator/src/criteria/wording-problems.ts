import type { CriterionId } from '@iam-dossier/core/assessment';
import { criterionWords, mendWords } from '../words/criteria.ts';
import { format, say } from '../words/format.ts';
import type { Problem, Run } from './criterion.ts';
import type { PlacedWords } from './wording/index.ts';

/** Words of partner and engagement that a reviewer would reject, for the criterion they speak to: each with its line and a rewrite. */
export function wordingProblems(criterion: CriterionId, { wording }: Run): Problem[] {
  return wording.rejected.filter(({ at }) => at.criterion === criterion).map(problemOf);
}

function problemOf({ family, words, text, line, rewrite, at: { file, member } }: PlacedWords): Problem {
  const id = `words-${family}` as const;
  const data = { file, member, line, words };
  return {
    kind: 'rejected',
    message: say(criterionWords, id, data),
    mend: format(mendWords[id], { ...data, rewrite }, mendWords),
    about: `${file}.${member}-${line}`,
    words: { file, member, line, text, rewrite },
  };
}
