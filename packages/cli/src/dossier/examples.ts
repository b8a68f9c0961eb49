import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compareText } from '@iam-dossier/core/json';

/** A made-up engagement that comes with the package. Its folder is named as its id. */
export interface Example {
  id: string;
  engagementPath: string;
  accountFolder: string;
}

export async function listExamples(): Promise<Example[]> {
  const folder = fileURLToPath(new URL('../../examples/', import.meta.url));
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return names.sort(compareText).map((id) => ({ id, engagementPath: join(folder, id, 'engagement.yaml'), accountFolder: join(folder, id, 'aws') }));
}
