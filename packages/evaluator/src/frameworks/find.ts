import { DossierError } from '@iam-dossier/core/errors';
import type { Framework } from './framework.ts';
import { frameworks } from './list.ts';

/** @throws DossierError `usage` for an id that is none */
export function frameworkById(id: string): Framework {
  const framework = frameworks.find((one) => one.id === id);
  if (!framework)
    throw new DossierError('usage', `there is no framework ${JSON.stringify(id)}. Known: ${frameworks.map((one) => one.id).join(', ')}`);
  return framework;
}
