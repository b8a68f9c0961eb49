// Writes a page for each framework, and the list of them.
// node scripts/generate-frameworks.mjs [--check]
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root, writeOrCheck } from './lib/generated.mjs';
import { frameworkPage, frameworksPage } from './lib/framework-pages.mjs';
import { withSources } from './lib/load-source.mjs';

const pages = 'docs/frameworks';

await withSources(['packages/evaluator/src/index.ts', 'packages/evaluator/src/frameworks/words.ts'], ({ frameworks, rules }, { frameworkWords }) => {
  for (const framework of frameworks) writeOrCheck(`${pages}/${framework.id}.md`, frameworkPage(framework, rules, frameworkWords));
  writeOrCheck(`${pages}/README.md`, frameworksPage(frameworks));
  const known = new Set(['README.md', ...frameworks.map(({ id }) => `${id}.md`)]);
  const there = existsSync(join(root, pages)) ? readdirSync(join(root, pages)) : [];
  const stray = there.filter((file) => !known.has(file));
  if (stray.length > 0) throw new Error(`${pages} holds pages of no framework: ${stray.join(', ')}`);
});
