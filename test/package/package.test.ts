import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, describe, expect, it } from 'vitest';
import { contentProblems, staleFiles } from './content.ts';
import { makeProject, workspace, type Packed } from './packed.ts';

const tarballs = process.env['IAM_DOSSIER_PACKED'];
if (tarballs === undefined) throw new Error('run node scripts/check-packages.mjs: it packs the packages first');

const { folder, packages } = makeProject(tarballs);
const folders: Record<string, string> = { 'iam-dossier': 'packages/cli', '@iam-dossier/templates': 'templates' };

afterAll(() => rmSync(folder, { recursive: true }));

function runNode(args: string[]): { status: number | null; stdout: string; stderr: string } {
  const offline = ['--require', join(workspace, 'test/package/no-network.cjs')];
  return spawnSync(process.execPath, [...offline, ...args], { cwd: folder, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } });
}

function compile(): string {
  const options = ['--strict', '--module', 'nodenext', '--target', 'es2023', '--lib', 'es2023', '--types', 'node'];
  const tsc = join('node_modules', 'typescript', 'bin', 'tsc');
  return spawnSync(process.execPath, [tsc, ...options, 'consumer.ts', 'readme.ts'], { cwd: folder, encoding: 'utf8' }).stdout;
}

function readmeExample(): string {
  const readme = readFileSync(join(workspace, 'README.md'), 'utf8');
  return /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
}

describe.each(packages.map((entry): [string, Packed] => [entry.manifest.name, entry]))('the package %s', (name, entry) => {
  it('holds what it promises and nothing else', () => {
    expect(contentProblems(entry)).toEqual([]);
  });

  it('holds no file whose source is gone', () => {
    expect(staleFiles(entry, folders[name] ?? name.replace('@iam-dossier', 'packages')), 'run pnpm clean, then pnpm build').toEqual([]);
  });
});

describe('a project outside', () => {
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  copyFileSync(join(workspace, 'test/package/consumer.ts'), join(folder, 'consumer.ts'));
  writeFileSync(join(folder, 'readme.ts'), readmeExample());

  it('compiles against the packages, with the example of the README', () => {
    expect(compile()).toBe('');
  });

  it('imports, judges and renders an example without network', () => {
    const { status, stdout, stderr } = runNode(['consumer.js']);
    expect([status, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({
      ready: false,
      rules: 74,
      documents: ['ACCT-002-implementation-infinity-gifts-souvenirs', 'ACCT-002-readiness-infinity-gifts-souvenirs', 'ACCT-002-sop'],
      response: 'ACCT-002-response-infinity-gifts-souvenirs',
      refused: 'input-not-found',
      ...(process.platform === 'linux' && process.arch === 'x64' ? { browser: true } : {}),
    });
    expect(readFileSync(join(folder, 'ACCT-002-implementation-infinity-gifts-souvenirs.html'), 'utf8')).toMatch(
      /^<!doctype html>[\s\S]*<\/html>\s*$/i,
    );
  });

  it.runIf(process.platform === 'linux' && process.arch === 'x64')('runs the example of the README, to a PDF', () => {
    const { status, stderr } = runNode(['readme.js']);
    expect([status, stderr]).toEqual([0, '']);
    expect(readFileSync(join(folder, 'out/ACCT-002-implementation-infinity-gifts-souvenirs-mended.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('runs the command line without network', () => {
    const version = packages.find((entry) => entry.manifest.name === 'iam-dossier')?.manifest.version;
    const cli = join('node_modules', 'iam-dossier', 'bin', 'iam-dossier.js');
    expect(runNode([cli, '--version'])).toMatchObject({ status: 0, stdout: `${version ?? ''}\n` });
    const example = 'node_modules/iam-dossier/examples/infinity-gifts-souvenirs-mended';
    expect(runNode([cli, 'import', `${example}/aws`, '-o', 'snapshot.json'])).toMatchObject({ status: 0 });
    expect(runNode([cli, 'evaluate', 'snapshot.json', '-e', `${example}/engagement.yaml`, '-o', 'assessment.json'])).toMatchObject({ status: 0 });
    expect(existsSync(join(folder, 'assessment.json'))).toBe(true);
  });

  it('would be stopped if it reached for another machine', () => {
    const { status, stderr } = runNode(['--eval', "fetch('http://192.0.2.1/').catch(() => {})"]);
    expect([status, stderr]).toEqual([70, 'reached for 192.0.2.1\n']);
  });
});

describe('contentProblems', () => {
  it('tells what is wrong', () => {
    const manifest = {
      name: 'a',
      version: '1.0.0',
      exports: { '.': { source: './src/index.ts', default: './dist/index.js' }, './schemas/*': './schemas/*' },
      dependencies: { zod: '^4.0.0' },
    };
    expect(contentProblems({ manifest, files: ['dist/a.test.js', 'dist/core.tsbuildinfo', 'LICENSE'] })).toEqual([
      'dist/a.test.js is packed',
      'dist/core.tsbuildinfo is packed',
      'README.md is not packed',
      'src/index.ts is exported and not packed',
      'dist/index.js is exported and not packed',
      'schemas/* is exported and not packed',
      'the way to the sources is published',
      'zod is not pinned: ^4.0.0',
    ]);
  });
});
