import { frameworks, type Framework } from '@iam-dossier/evaluator';
import { VALUE_END } from '../flags/read.ts';
import { nearest } from '../flags/suggest.ts';
import { usageError } from '../flags/usage.ts';

/**
 * The frameworks that `--framework` names, each once, in the order given.
 * @throws DossierError `usage`
 */
export function readFrameworks(command: string, text: string | undefined): Framework[] {
  if (text === undefined) return [];
  const ids = text
    .split(VALUE_END)
    .filter((value, at) => at === 0 || value !== '')
    .flatMap((value) => value.split(','))
    .map((word) => word.trim().toLowerCase());
  return [...new Set(ids)].map((id) => frameworks.find((framework) => framework.id === id) ?? unknownFramework(command, id));
}

function unknownFramework(command: string, id: string): never {
  const ids = frameworks.map((framework) => framework.id);
  const near = nearest(id, ids);
  throw usageError(
    command,
    `there is no framework ${JSON.stringify(id)}. ${near === undefined ? `Known: ${ids.join(', ')}` : `Did you mean ${near}?`}`,
  );
}
