// Removes what builds leave behind, so that the next build starts anew.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/generated.mjs';

for (const name of ['core', 'evaluator', 'renderer', 'cli']) {
  for (const folder of ['dist', 'bundle', 'node_modules/.cache']) rmSync(join(root, 'packages', name, folder), { recursive: true, force: true });
}
