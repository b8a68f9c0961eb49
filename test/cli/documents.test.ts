import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { asFound, bin, examples, mended, run, useFolder } from './running.test-helper.ts';

const at = useFolder();
const found = [join(asFound, 'aws'), '-e', join(asFound, 'engagement.yaml')];
const ready = [join(mended, 'aws'), '-e', join(mended, 'engagement.yaml')];
const noPdf = ['--format', 'html,md'];
const onLinuxX64 = process.platform === 'linux' && process.arch === 'x64';

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.includes('.'))
    .sort();
}

describe('report', () => {
  it('writes what AWS gets, and apart from it what is for the partner; a draft exits 1', async () => {
    const { code, out } = await run('report', ...found, '-o', at('found'), ...noPdf);
    expect(code).toBe(1);
    expect(filesIn(at('found'))).toEqual([
      'ACCT-002-implementation-infinity-gifts-souvenirs.html',
      'ACCT-002-response-infinity-gifts-souvenirs.md',
      'ACCT-002-sop.html',
      'internal/ACCT-002-readiness-infinity-gifts-souvenirs.html',
      'internal/assessment.json',
    ]);
    expect(out).toContain('ACCT-002-implementation-infinity-gifts-souvenirs.html  DRAFT');
    expect(out).toContain('ACCT-002-sop.html  DRAFT');
    expect(out).toContain('Exit code 1: documents for AWS are marked DRAFT (--allow-draft makes it 0)');
  });

  it('exits 0 when the account is ready, and as a draft with --allow-draft', async () => {
    const { code, out } = await run('report', ...ready, '-o', at('ready'), ...noPdf);
    expect(code).toBe(0);
    expect(out).not.toContain('DRAFT');
    expect((await run('report', ...found, '-o', at('allowed'), ...noPdf, '--allow-draft')).code).toBe(0);
    expect((await run('report', ...found, '-o', at('allowed'), ...noPdf, '--allow-draft', '--fail-on', 'high', '--force')).code).toBe(1);
  });

  it('works without an engagement', async () => {
    expect((await run('report', join(asFound, 'aws'), '-o', at('plain'), ...noPdf)).code).toBe(1);
    expect(filesIn(at('plain'))).toContain('ACCT-002-implementation-111122223333.html');
  });

  it('replaces nothing without --force, and says so before it works', async () => {
    mkdirSync(at('mine'));
    writeFileSync(at('mine/ACCT-002-sop.html'), 'mine');
    const { code, err } = await run('report', at('no-such-input'), '-o', at('mine'), ...noPdf);
    expect(code).toBe(2);
    expect(err).toContain('ACCT-002-sop.html is there already. Nothing was written.');
    expect(filesIn(at('mine'))).toEqual(['ACCT-002-sop.html']);
    expect((await run('report', ...ready, '-o', at('mine'), ...noPdf, '--force')).code).toBe(0);
    expect(readFileSync(at('mine/ACCT-002-sop.html'), 'utf8')).not.toBe('mine');
  });

  it('asks only for the room of what it makes', async () => {
    mkdirSync(at('room'));
    writeFileSync(at('room/ACCT-002-sop.pdf'), 'mine');
    expect((await run('report', ...ready, '-o', at('room'), ...noPdf)).code).toBe(0);
    expect((await run('report', ...ready, '-o', at('room'), '--format', 'md', '--audience', 'submission')).err).toContain(
      'ACCT-002-response-infinity-gifts-souvenirs-mended.md is there already',
    );
  });

  it('makes of --audience and --format what is asked for', async () => {
    await run('report', ...found, '-o', at('internal'), '--audience', 'internal', '--format', 'html');
    expect(filesIn(at('internal'))).toEqual(['internal/ACCT-002-readiness-infinity-gifts-souvenirs.html', 'internal/assessment.json']);
    await run('report', ...found, '-o', at('markdown'), '--audience', 'submission', '--format', 'md');
    expect(filesIn(at('markdown'))).toEqual(['ACCT-002-response-infinity-gifts-souvenirs.md']);
  });

  it('tells machines what was made', async () => {
    const result = JSON.parse((await run('report', ...found, '-o', at('json'), ...noPdf, '--json')).out) as Record<string, unknown>;
    expect(result).toMatchObject({ command: 'report', exitCode: 1, ready: false, unmade: [] });
    expect(result['documents']).toContainEqual({
      path: at('json/ACCT-002-response-infinity-gifts-souvenirs.md'),
      audience: 'submission',
      draft: true,
    });
  });
});

describe('render', () => {
  it('makes of an assessment what report makes in one step', async () => {
    await run('evaluate', ...found, '-o', at('steps/internal/assessment.json'));
    const { code } = await run('render', at('steps/internal/assessment.json'), '-e', join(asFound, 'engagement.yaml'), '-o', at('steps'), ...noPdf);
    expect(code).toBe(1);
    await run('report', ...found, '-o', at('one-step'), ...noPdf);
    expect(filesIn(at('steps'))).toEqual(filesIn(at('one-step')));
    for (const name of filesIn(at('steps'))) expect(readFileSync(at('steps', name), 'utf8')).toBe(readFileSync(at('one-step', name), 'utf8'));
  });

  it('asks for the engagement that was assessed, and refuses another', async () => {
    await run('evaluate', ...found, '-o', at('assessment.json'));
    expect((await run('render', at('assessment.json'), '-o', at('none'))).err).toContain('made with the engagement "infinity-gifts-souvenirs"');
    const { code, err } = await run('render', at('assessment.json'), '-e', join(mended, 'engagement.yaml'), '-o', at('none'));
    expect(code).toBe(2);
    expect(err).toContain('is not the one that was assessed');
    expect(existsSync(at('none'))).toBe(false);
  });

  it('says where a snapshot belongs', async () => {
    await run('import', join(asFound, 'aws'), '-o', at('snapshot.json'));
    const { code, err } = await run('render', at('snapshot.json'));
    expect(code).toBe(2);
    expect(err).toContain('iam-dossier report');
  });
});

describe('a declared text that cannot be printed', () => {
  const bare = (text: string) => text.replace(/^.*\.\.\/.*\n/gm, '');

  it('is told with its file, member and place', async () => {
    const engagement = readFileSync(join(asFound, 'engagement.yaml'), 'utf8');
    writeFileSync(at('html.yaml'), bare(engagement).replace('Each partner administrator user', 'Each <b>partner</b>'));
    const { code, err } = await run('report', join(asFound, 'aws'), '-e', at('html.yaml'), '-o', at('out'), ...noPdf);
    expect(code).toBe(2);
    expect(err).toContain(`${at('html.yaml')}  accessModel.dedicatedCredentials  line 1, column 6 of the text: HTML cannot stand here`);
    expect(existsSync(at('out'))).toBe(false);
  });

  it('is looked for in the partner file where the procedure has it', async () => {
    const partner = readFileSync(join(examples, 'partner.yaml'), 'utf8').replace('brand: brand.yaml\n', '');
    writeFileSync(at('partner.yaml'), partner.replace('sop:\n', "sop:\n  paragraphs:\n    training.content:\n      append: '<hr>'\n"));
    const { code, err } = await run('sop', '-p', at('partner.yaml'), '-o', at('out'), ...noPdf);
    expect(code).toBe(2);
    expect(err).toContain(`${at('partner.yaml')}  sop.paragraphs.training.content.append  line 1, column 1 of the text: HTML cannot stand here`);
  });
});

describe('sop', () => {
  it('needs neither snapshot nor partner, and is a draft then', async () => {
    const { code, out } = await run('sop', '-o', at('sop'), '--format', 'html');
    expect(code).toBe(0);
    expect(filesIn(at('sop'))).toEqual(['ACCT-002-sop.html']);
    expect(out).toContain('Marked DRAFT');
    expect(out).toContain('Documents dated 2026-12-01 (today');
  });

  it('is in force when the partner says who adopted it', async () => {
    const { code, out } = await run('sop', '-p', join(examples, 'partner.yaml'), '-o', at('adopted'), '--format', 'html');
    expect(code).toBe(0);
    expect(out).not.toContain('DRAFT');
    expect(out).toContain("Documents dated 2026-08-28 (the partner's sop.adopted.date)");
  });

  it('lists its paragraphs, for people and for machines', async () => {
    const { out } = await run('sop', '--paragraphs');
    const { paragraphs } = JSON.parse((await run('sop', '--paragraphs', '--json')).out) as { paragraphs: { id: string; text: string }[] };
    expect(paragraphs.length).toBeGreaterThan(10);
    for (const { id } of paragraphs) expect(out).toContain(id);
    expect(out).not.toContain('\\u000a');
  });
});

describe('without a browser', () => {
  it('everything but PDF is written, and the exit code is 2', async () => {
    mkdirSync(at('bare'));
    writeFileSync(at('bare/ACCT-002-sop.pdf'), 'of an earlier run');
    const { code, out, err } = await run('report', ...ready, '-o', at('bare'), '--browser', at('no-browser'), '--force');
    expect(code).toBe(2);
    expect(filesIn(at('bare')).filter((name) => !name.endsWith('.pdf'))).toHaveLength(6);
    expect(out).toContain('Not made');
    expect(out).toMatch(/bare\/ACCT-002-sop\.pdf {2}an older file lies there/);
    expect(err).toContain('iam-dossier doctor');
    const { out: json } = await run('report', ...ready, '-o', at('bare'), '--browser', at('no-browser'), '--force', '--json');
    expect(JSON.parse(json)).toMatchObject({
      exitCode: 2,
      error: { code: 'browser-missing' },
      unmade: expect.arrayContaining([at('bare/ACCT-002-sop.pdf')]),
    });
  });

  it('doctor says how to get one', async () => {
    const { code, out } = await run('doctor', '--browser', at('no-browser'));
    expect(code).toBe(2);
    for (const way of ['optional', 'Chrome', '--install-browser', 'IAM_DOSSIER_BROWSER']) expect(out).toContain(way);
  });
});

describe.runIf(onLinuxX64)('with the bundled browser', () => {
  it('doctor finds everything', async () => {
    const { code, out } = await run('doctor');
    expect({ code, fails: out.match(/^fail/gm) }).toEqual({ code: 0, fails: null });
    const { checks } = JSON.parse((await run('doctor', '--json')).out) as { checks: { name: string }[] };
    expect(checks.map(({ name }) => name)).toEqual([
      'node',
      'packages',
      'optional',
      'fonts',
      'browser',
      'sandbox',
      'cache',
      'disk',
      'memory',
      'place',
    ]);
  });

  it('demo makes both dossiers whole and exits 0', async () => {
    const { code, out, err } = await run('demo', '-o', at('demo'));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const id of ['infinity-gifts-souvenirs', 'infinity-gifts-souvenirs-mended']) {
      expect(filesIn(at('demo', id))).toHaveLength(9);
      for (const name of filesIn(at('demo', id))) expect(out).toContain(join('demo', id, name));
    }
    expect(out).toMatch(/souvenirs {2}NOT READY/);
    expect(out).toMatch(/mended {2}READY/);
    expect((await run('demo', '-o', at('demo'))).code).toBe(2);
  });

  it('stopped in the middle leaves no half file, and exit code 130', async () => {
    const child = spawn(process.execPath, [bin, 'demo', '-o', at('stopped')], { stdio: ['ignore', 'ignore', 'pipe'] });
    const ended = once(child, 'exit') as Promise<[number | null]>;
    while (child.exitCode === null && !existsSync(at('stopped/infinity-gifts-souvenirs-mended/internal/assessment.json'))) await wait(10);
    child.kill('SIGINT');
    expect((await ended)[0]).toBe(130);
    expect(filesIn(at('stopped')).filter((name) => /\.part$|\.pdf$/.test(name))).toEqual([]);
  });
});
