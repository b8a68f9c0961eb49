import { DossierError, isDossierError, type Problem } from '@iam-dossier/core/errors';
import type { Declared } from './declared.ts';

/** Runs what renders declared texts. Their faults are told with the file in which the text stands, and the place within the text. */
export function tellingFiles<T>({ engagementFile, partnerFile }: Declared, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!isDossierError(error) || error.code !== 'markdown-invalid') throw error;
    const problems = error.problems.map(({ line, column, ...problem }): Problem => {
      const file = problem.path?.startsWith('sop.') === true ? partnerFile : engagementFile;
      return { ...problem, ...(file === undefined ? {} : { file }), message: `line ${line}, column ${column} of the text: ${problem.message}` };
    });
    const [first] = problems;
    throw new DossierError(error.code, `${first?.file ?? 'A declared text'} has a text that cannot be printed`, {
      problems,
      hint: error.hint,
      cause: error,
    });
  }
}
