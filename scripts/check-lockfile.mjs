// Tells whether pnpm-lock.yaml serves every platform. Needs no network.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './lib/generated.mjs';
import { installedPackages } from './lib/installed.mjs';
import { lockfileProblems } from './lib/lockfile.mjs';
import { tell } from './lib/tell.mjs';

const { parse } = createRequire(join(root, 'packages/core/package.json'))('yaml');
const lock = parse(readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8'));
tell(lockfileProblems(lock, installedPackages()), `${Object.keys(lock.packages).length} packages are locked`);
