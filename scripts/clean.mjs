// Removes what builds leave behind, so that the next build starts anew.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/generated.mjs';

for (const name of ['core', 'evaluator', 'renderer', 'cli']) {
  rmSync(join(root, 'packages', name, 'dist'), { recursive: true, force: true });
  rmSync(join(root, 'packages', name, 'node_modules', '.cache'), { recursive: true, force: true });
}
