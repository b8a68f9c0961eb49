import { describe, expect, it } from 'vitest';
import { borderProblems, localeProblems, looseProblems, purityProblems } from './borders.ts';
import { cycleProblems } from './cycles.ts';
import { linkProblems } from './links.ts';
import { manifestProblems, versionProblems } from './manifests.ts';
import { commandProblems, placeProblems, ruleNameProblems } from './places.ts';
import { readmeProblems } from './readme.ts';
import { roomProblems } from './rooms.ts';
import { medianProblems, sizeProblems } from './sizes.ts';
import { codeProblems, visibleWordProblems } from './templates.ts';
import { readTree, type Tree } from './tree.ts';
import { wordProblems } from './words.ts';

const tree = readTree();

/** Each check, with files that it must find fault with. */
const checks: [name: string, check: (tree: Tree) => string[], faulty: Record<string, string>[]][] = [
  [
    'packages import only what they may',
    borderProblems,
    [
      { 'packages/core/src/a.ts': "import { evaluate } from '@iam-dossier/evaluator';" },
      { 'packages/core/src/json/a.ts': "import {\n  readFile,\n} from 'node:fs/promises';" },
      { 'packages/core/src/importer/a.ts': "import { IAMClient } from '@aws-sdk/client-iam';" },
      { 'packages/evaluator/src/facts/a.ts': "import { createHash } from 'node:crypto';" },
      { 'packages/evaluator/src/a.ts': "export { renderSop } from '@iam-dossier/renderer';" },
      { 'packages/evaluator/src/a.ts': "import { readSnapshotFile } from '@iam-dossier/core/store';" },
      { 'packages/evaluator/src/policy/a.ts': "import type { Fact } from '../facts/fact.ts';" },
      { 'packages/evaluator/src/facts/a.ts': "import { rules } from '../rules/index.ts';" },
      { 'packages/evaluator/src/rules/a.ts': "import { criteria } from '../criteria/index.ts';" },
      { 'packages/renderer/src/a.ts': "const { evaluate } = await import('@iam-dossier/evaluator');" },
      { 'packages/renderer/src/a.ts': "import type { Snapshot } from '@iam-dossier/core/snapshot';" },
      { 'packages/renderer/src/pdf/a.ts': "import 'puppeteer';" },
      { 'packages/cli/src/a.ts': "const browser = await load('puppeteer-core');" },
      { 'packages/renderer/src/view/a.ts': "import Handlebars from 'handlebars';" },
      { 'packages/cli/src/a.ts': "import { z } from 'zod';" },
      { 'packages/core/src/time/a.ts': "import { formatISO } from 'date-fns';" },
    ],
  ],
  [
    'the rooms of core stand in their order',
    roomProblems,
    [
      { 'packages/core/src/json/a.ts': "import { readSnapshot } from '../snapshot/index.ts';" },
      { 'packages/core/src/importer/a.ts': "import { readText } from '../store/read.ts';" },
      { 'packages/core/src/helpers/a.ts': 'export const a = 1;' },
    ],
  ],
  [
    'what is dangerous stands in one place',
    placeProblems,
    [
      { 'packages/renderer/src/view/a.ts': 'return new Handlebars.SafeString(text);' },
      { 'packages/cli/src/commands/a.run.ts': 'process.exitCode = 1;' },
      { 'packages/core/src/json/a.ts': "console.log('read');" },
    ],
  ],
  [
    'the renderer names no rule',
    ruleNameProblems,
    [{ 'packages/evaluator/src/rules/root-mfa.ts': '', 'packages/renderer/src/view/a.ts': "if (rule.id === 'root-mfa') return;" }],
  ],
  [
    'commands load their work when they run',
    commandProblems,
    [
      { 'packages/cli/src/commands/a.ts': "import { evaluate } from '@iam-dossier/evaluator';" },
      { 'packages/cli/src/commands/a.ts': "import { run } from './a.run.ts';" },
      { 'packages/cli/src/commands/a.ts': "import { assess } from '../dossier/assess.ts';" },
    ],
  ],
  [
    'no file imports itself by a way round',
    cycleProblems,
    [
      { 'packages/core/src/a.ts': "import { b } from './b.ts';", 'packages/core/src/b.ts': "import type { A } from './a.ts';" },
      {
        'packages/core/src/a/a.ts': "import { b } from './b.ts';",
        'packages/core/src/a/b.ts': "export { c } from '../c.ts';",
        'packages/core/src/c.ts': "import { a } from './a/a.ts';",
      },
    ],
  ],
  [
    'the evaluator asks nothing of the machine',
    purityProblems,
    ['new Date()', 'Date.now()', 'Math.random()', 'process.env', "fetch('x')", 'performance.now()'].map((code) => ({
      'packages/evaluator/src/a.ts': `export const a = ${code};`,
    })),
  ],
  [
    'no output follows the host’s locale',
    localeProblems,
    ["a.localeCompare('b')", 'new Intl.NumberFormat()', 'n.toLocaleString()'].map((code) => ({ 'packages/cli/src/a.ts': code })),
  ],
  [
    'types and lint are never switched off',
    looseProblems,
    ['const a: any = 1;', 'f(b as any);', 'new Map<any, string>();', '  let c; // @ts-ignore', 'd(); // oxlint-disable-line'].map((code) => ({
      'packages/cli/src/a.ts': code,
    })),
  ],
  ['no file is long', sizeProblems, [{ 'packages/core/src/a.ts': 'x\n'.repeat(401) }, { 'templates/styles/a.css': 'x\n'.repeat(401) }]],
  [
    'most sources are short',
    medianProblems,
    [{ 'packages/core/src/a.ts': 'x\n'.repeat(91), 'packages/core/src/b.ts': 'x\n'.repeat(91), 'packages/core/src/c.ts': 'x\n' }],
  ],
  [
    'the project speaks of itself alone',
    wordProblems,
    [
      { 'docs/a.md': 'See /work/main/README.md.' },
      { 'a.mjs': "const registry = 'https://registry.npmjs.org';" },
      { 'packages/core/src/a.ts': '// as ChatGPT says' },
      { 'packages/core/src/a.ts': '// TODO: later' },
      { 'packages/core/src/a.ts': "readFile('../shared/data')" },
    ],
  ],
  ['links in Markdown lead somewhere', linkProblems, [{ 'docs/a.md': 'See [b](b.md).' }, { 'README.md': '![Pages](docs/images/a.png)' }]],
  [
    'README.md begins with the two commands and a picture',
    readmeProblems,
    [
      {
        'package.json': '{"packageManager":"pnpm@2.0.0"}',
        'README.md': '```sh\nnpx -y pnpm@1.0.0 demo\nnpx -y pnpm@1.0.0 test\n```\n![A](a.png)\n# A\n',
      },
      {
        'package.json': '{"packageManager":"pnpm@1.0.0"}',
        'README.md': '```sh\nnpx -y pnpm@1.0.0 demo\nnpx -y pnpm@1.0.0 test\n```\n# A\n![A](a.png)\n',
      },
    ],
  ],
  [
    'all packages have one version',
    versionProblems,
    [{ 'templates/package.json': '{"version":"9.9.9"}', 'packages/core/src/generator.ts': "{ version: '0.1.0' }" }],
  ],
  [
    'manifests are pinned, licensed and published as tested',
    manifestProblems,
    [
      { 'package.json': '{"license":"Apache-2.0","dependencies":{"zod":"^4.0.0"}}' },
      { 'packages/core/package.json': '{"license":"MIT"}' },
      {
        'packages/core/package.json':
          '{"license":"Apache-2.0","exports":{".":{"source":"a","default":"b"}},"publishConfig":{"exports":{".":{"default":"c"}}}}',
      },
    ],
  ],
  ['templates hold no code', codeProblems, [{ 'templates/documents/a.js': '' }, { 'templates/index.ts': '' }]],
  [
    'templates and styles hold no words',
    visibleWordProblems,
    [
      { 'templates/documents/a.hbs': '<p class="x">{{name}} is ready</p>' },
      { 'templates/partials/a.hbs': '<img alt="Logo of {{name}}">' },
      { 'templates/styles/a.css': '.draft::before { content: "Draft"; }' },
    ],
  ],
];

describe.each(checks)('%s', (_, check, faulty) => {
  it('in this tree', () => {
    expect(check(tree)).toEqual([]);
  });

  it.each(faulty.map((files) => [titleOf(files), files] as const))('and is told otherwise: %s', (_name, files) => {
    expect(check(new Map(Object.entries(files)))).not.toEqual([]);
  });
});

describe('the tree that is checked', () => {
  it('is the workspace', () => {
    for (const path of ['package.json', 'packages/core/src/index.ts', 'templates/package.json', 'test/package.json'])
      expect([...tree.keys()]).toContain(path);
    expect([...tree.keys()].filter((path) => /node_modules|\/dist\//.test(path))).toEqual([]);
  });

  it('gives nothing to remark on where nothing is wrong', () => {
    const files = new Map([
      ['packages/core/src/json/order.ts', "import { DossierError } from '../errors/index.ts';\n// not new Date() either\n"],
      [
        'templates/documents/a.hbs',
        '{{!-- Words --}}<p title="{{t}}" class="x">{{name}} – {{#if a}}·{{/if}}&nbsp;</p><style>.a { color: red }</style>',
      ],
    ]);
    for (const [, check] of checks.filter(([, each]) => each !== readmeProblems)) expect(check(files)).toEqual([]);
  });
});

function titleOf(files: Record<string, string>): string {
  return Object.entries(files)
    .map(([path, text]) => `${path} with ${text.replace(/\s+/g, ' ').slice(0, 60)}`)
    .join(', ');
}
