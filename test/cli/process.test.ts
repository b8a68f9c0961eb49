import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { asFound, bin, root, spawnBin, useFolder } from './running.test-helper.ts';

const at = useFolder();
const aws = join(asFound, 'aws');

/** Appends the address of every module of ours, or of a package, to the file LOADED. */
const watcher = `
import { appendFileSync } from 'node:fs';
export async function load(url, context, next) {
  if (url.startsWith('file:')) appendFileSync(process.env.LOADED, url + '\\n');
  return next(url, context);
}`;

function modulesOf(...args: string[]): string[] {
  const log = at('loaded');
  rmSync(log, { force: true });
  writeFileSync(at('watcher.mjs'), watcher);
  writeFileSync(at('watch.mjs'), "import { register } from 'node:module'; register('./watcher.mjs', import.meta.url);");
  const ran = spawnSync(process.execPath, ['--import', at('watch.mjs'), bin, ...args], { env: { ...process.env, LOADED: log }, encoding: 'utf8' });
  expect(ran).toMatchObject({ status: 0, stderr: expect.not.stringContaining('Error') });
  const urls = readFileSync(log, 'utf8').trim().split('\n');
  return urls.map((url) => url.replace(/.*\/packages\/cli\//, '').replace(/.*\/node_modules\//, '')).sort();
}

describe('what is loaded', () => {
  it.each(['--help', '--version', 'help'])('for %s is next to nothing', (flag) => {
    expect(modulesOf(flag)).toEqual(['bin/iam-dossier.js', 'dist/commands/index.js', 'dist/help/root.js', 'dist/main.js']);
  });

  it('for the help of a command has no schema, no rule, no document and no browser', () => {
    const loaded = modulesOf('report', '--help');
    expect(loaded.some((module) => module.startsWith('dist/commands/report.js'))).toBe(true);
    expect(loaded.filter((module) => /zod|yaml|evaluator|renderer|puppeteer|handlebars|run\.js$/.test(module) && module !== 'dist/run.js')).toEqual(
      [],
    );
  });

  it('for evaluate has no document and no browser', () => {
    expect(
      modulesOf('evaluate', aws, '--fail-on', 'none').filter((module) => /renderer|puppeteer|handlebars|csv-parse\/dist\/cjs/.test(module)),
    ).toEqual([]);
  });
});

describe('the program', () => {
  it('prints the overview without a command, and its version', () => {
    expect(spawnBin([])).toMatchObject({ code: 0, err: '', out: spawnBin(['--help']).out });
    expect(spawnBin(['--version']).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('names every command, and those kept for later apart', () => {
    const { out } = spawnBin(['--help']);
    const [now = '', later = ''] = out.split('Not in this version yet');
    for (const name of [
      'demo',
      'collect',
      'permissions',
      'export-script',
      'import',
      'snapshots',
      'evaluate',
      'explain',
      'render',
      'report',
      'sop',
      'application',
      'rules',
      'doctor',
    ])
      expect(now).toContain(`\n  ${name} `);
    for (const name of ['diff', 'history', 'init', 'redact', 'verify']) expect(later).toContain(`\n  ${name} `);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('gives its exit code to the system', () => {
    expect(spawnBin(['evaluate', aws, '--quiet'])).toMatchObject({ code: 1, out: '', err: '' });
    expect(spawnBin(['rules', 'nothing', '--quiet']).code).toBe(2);
  });

  it('prints no colour and no progress into a pipe', () => {
    const { out, err } = spawnBin(['evaluate', aws], { env: { PATH: process.env['PATH'], TERM: 'xterm-256color' } });
    expect(out + err).not.toContain('\u001b');
    expect(out + err).not.toContain('\r');
  });

  it.each([
    ['thrown by a command', "Array.prototype.flatMap = () => { throw new TypeError('made to fail'); };"],
    [
      'caught by nobody',
      "const { once } = process; process.once = function (name, listener) { if (name === 'unhandledRejection') setImmediate(() => { throw new TypeError('made to fail'); }); return once.call(this, name, listener); };",
    ],
  ])('tells a defect as one, exit code 2: %s', (_, code) => {
    writeFileSync(at('defect.mjs'), code);
    const broken = (...args: string[]) => spawnSync(process.execPath, ['--import', at('defect.mjs'), bin, 'rules', ...args], { encoding: 'utf8' });
    const { status, stderr } = broken();
    expect(status).toBe(2);
    expect(stderr).toContain('made to fail');
    expect(stderr).toContain('This is a defect of iam-dossier.');
    expect(stderr).not.toContain('    at ');
    expect(broken('--verbose').stderr).toContain('    at ');
  });
});

describe.skipIf(process.platform === 'win32')('streams and signals', () => {
  const shell = (script: string) =>
    spawnSync('bash', ['-c', script], {
      encoding: 'utf8',
      cwd: root,
      env: { ...process.env, BIN: bin, NODE: process.execPath, AWS: aws, OUT: at('piped.json') },
    });

  it('a reader that leaves early is no error, and files are written all the same', () => {
    const { stdout, stderr } = shell(
      '"$NODE" "$BIN" evaluate "$AWS" --verbose --fail-on none -o "$OUT" --quiet --json | true; echo "${PIPESTATUS[0]}"; test -s "$OUT" && echo written',
    );
    expect({ stdout, stderr }).toEqual({ stdout: '0\nwritten\n', stderr: '' });
    expect(shell('"$NODE" "$BIN" import "$AWS" --verbose 2>&1 | true; echo "${PIPESTATUS[0]}"')).toMatchObject({ stdout: '0\n', stderr: '' });
    expect(shell('"$NODE" "$BIN" --help | true; echo "${PIPESTATUS[0]}"')).toMatchObject({ stdout: '0\n', stderr: '' });
  });

  it('a file that was begun when the program is stopped is not left behind', () => {
    const script = `
      import { writeWhole } from '@iam-dossier/core/store';
      process.on('SIGINT', () => process.exit(130));
      function* endless() { for (let n = 0; ; n += 1) { if (n === 3) process.kill(process.pid, 'SIGINT'); yield 'x'.repeat(10_000); } }
      await writeWhole(process.env.TARGET, endless());`;
    mkdirSync(at('stopped'));
    const ran = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: join(root, 'test'),
      env: { ...process.env, TARGET: at('stopped/file.json') },
      timeout: 20_000,
    });
    expect(ran.status).toBe(130);
    expect(readdirSync(at('stopped'))).toEqual([]);
  });
});
