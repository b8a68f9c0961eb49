import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findingsOf, readAssessment } from '@iam-dossier/core/assessment';
import { describe, expect, it } from 'vitest';
import { asFound, examples, mended, run, runWith, spawnBin, useFolder } from './running.test-helper.ts';

const at = useFolder();
const aws = join(asFound, 'aws');
const declared = ['-e', join(asFound, 'engagement.yaml')];

describe('evaluate', () => {
  it('tells in one screen that the account as found is not ready', async () => {
    const { code, out } = await run('evaluate', aws, ...declared);
    expect(code).toBe(1);
    for (const part of [
      'NOT READY',
      'Account 111122223333',
      'B1  not met',
      'Blockers',
      'user-access-key',
      'igs-terraform',
      "Documents dated 2026-10-06 (the engagement's document.date)",
      'Exit code 1: ',
    ])
      expect(out).toContain(part);
    expect(out.split('\n').length).toBeLessThan(50);
  });

  it('tells that the mended account is ready', async () => {
    const { code, out } = await run('evaluate', join(mended, 'aws'), '-e', join(mended, 'engagement.yaml'));
    expect({ code }).toEqual({ code: 0 });
    expect(out).toContain('READY to submit');
    expect(out).not.toContain('NOT READY');
  });

  it('works without an engagement, dated today', async () => {
    const { code, out } = await run('evaluate', aws);
    expect(code).toBe(1);
    expect(out).toContain('nothing is declared, and all but AWS’s own roles are in scope');
    expect(out).toContain('Documents dated 2026-12-01 (today');
  });

  it('writes the assessment and tells machines the same', async () => {
    const { code, out } = await run('evaluate', aws, ...declared, '-o', at('assessment.json'), '--json');
    const result = JSON.parse(out) as Record<string, unknown>;
    const assessment = readAssessment(JSON.parse(readFileSync(at('assessment.json'), 'utf8')));
    expect(result).toMatchObject({ exitCode: code, ready: false, issuedAt: '2026-10-06', failOn: 'high', written: [at('assessment.json')] });
    expect(result['findings']).toHaveLength(assessment.rules.flatMap(findingsOf).length);
    expect(result['blockers']).toHaveLength(assessment.readiness.blockers.length);
  });

  it('takes a stored snapshot for its files', async () => {
    await run('import', aws, '-o', at('snapshot.json'));
    const [fromFiles, fromSnapshot] = [await run('evaluate', aws, ...declared), await run('evaluate', at('snapshot.json'), ...declared)];
    expect(fromSnapshot).toEqual(fromFiles);
  });

  it('lists everything with --verbose, and nothing with --quiet', async () => {
    const { out } = await run('evaluate', aws, ...declared);
    const verbose = await run('evaluate', aws, ...declared, '--verbose');
    expect(out).toMatch(/… and \d+ more: --verbose lists all/);
    expect(verbose.out).not.toContain('more: --verbose');
    expect(verbose.out.length).toBeGreaterThan(out.length);
    expect(await run('evaluate', aws, ...declared, '--quiet')).toEqual({ code: 1, out: '', err: '' });
  });

  it('wraps and colours on a terminal only', async () => {
    const { out } = await runWith({ tty: true, columns: 80, env: { TERM: 'xterm' } }, 'evaluate', aws);
    // oxlint-disable-next-line no-control-regex
    expect(
      Math.max(
        ...out
          .replace(/\u001b\[\d+m/g, '')
          .split('\n')
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(80);
    expect(out).toContain('\u001b[31m');
  });
});

describe('--fail-on', () => {
  it.each([
    ['critical', 0],
    ['high', 1],
    ['medium', 1],
    ['info', 1],
    ['none', 0],
  ])('%s gives exit code %i', async (severity, code) => {
    expect((await run('evaluate', aws, ...declared, '--fail-on', severity)).code).toBe(code);
  });

  it('counts what the data does not hold: it is no pass', async () => {
    writeFileSync(at('identity.json'), '{"UserId":"A","Account":"111122223333","Arn":"arn:aws:iam::111122223333:root"}');
    const { code, out } = await run('evaluate', at('identity.json'), '--fail-on', 'critical');
    expect(code).toBe(1);
    expect(out).toContain('Not evaluated');
    expect(out).toMatch(/Exit code 1: \d+ not evaluated at severity critical/);
  });
});

describe('engagement', () => {
  const engagement = readFileSync(join(asFound, 'engagement.yaml'), 'utf8')
    .replace('../partner.yaml', join('partner.yaml'))
    .replace(/\n {2}brand: .*/, '');
  const written = (name: string, text: string) => {
    writeFileSync(at(name), text);
    return ['-e', at(name), '-p', join(examples, 'partner.yaml')];
  };

  it('of another account is told, not refused', async () => {
    const { code, err } = await run('evaluate', aws, ...written('other.yaml', engagement.replaceAll('111122223333', '999999999999')));
    expect(code).toBe(1);
    expect(err).toContain('Account 111122223333 is not one of the engagement’s accounts.');
  });

  it('with problems is told with line and column', async () => {
    const broken = engagement.replace("- id: '111122223333'", '- id: 111122223333').replace('date: 2026-10-06', 'date: 2026-13-06');
    const { code, err } = await run('evaluate', aws, ...written('broken.yaml', broken));
    expect(code).toBe(2);
    expect(err).toMatch(/broken\.yaml:\d+:\d+ {2}\/accounts\/0\/id {2}must be a string, in quotes/);
    expect(err).toMatch(/broken\.yaml:\d+:\d+ {2}\/document\/date {2}must be a date/);
  });

  it('that is not YAML is told with line and column', async () => {
    const { code, err } = await run('evaluate', aws, ...written('yaml.yaml', 'a: 1\n  b: 2\n- c'));
    expect(code).toBe(2);
    expect(err).toMatch(/yaml\.yaml:\d+:\d+ /);
  });

  it('that is a folder, missing, or another kind of file is told', async () => {
    expect((await run('evaluate', aws, '-e', at('.'))).err).toContain('is a folder, not a file');
    expect((await run('evaluate', aws, '-e', at('nowhere.yaml'))).err).toContain('does not exist');
    expect((await run('evaluate', aws, '-e', join(examples, 'partner.yaml'))).err).toContain('it says "iam-dossier.partner"');
  });

  it('that names a partner who is not there says how to go on', async () => {
    writeFileSync(at('lonely.yaml'), engagement);
    const { code, err } = await run('evaluate', aws, '-e', at('lonely.yaml'));
    expect(code).toBe(2);
    expect(err).toContain('--partner');
  });
});

it('two snapshots of one account are refused', async () => {
  await run('import', aws, '-o', at('one.json'));
  const { code, err } = await run('evaluate', at('one.json'), aws);
  expect(code).toBe(2);
  expect(err).toContain('are both of account 111122223333');
});

it('time zone, locale and HOME change nothing', () => {
  const places = [
    { TZ: 'UTC', LANG: 'C', HOME: '/nonexistent' },
    { TZ: 'America/Sao_Paulo', LANG: 'pt_BR.UTF-8', HOME: '' },
    { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', HOME: '/proc' },
  ];
  const made = places.map((env, index) => {
    const ran = spawnBin(['evaluate', aws, ...declared, '-o', at(`place-${index}.json`), '--issued-at', '2026-10-06'], {
      env: { PATH: process.env['PATH'], ...env },
    });
    return [ran.code, ran.err, ran.out.replace(`place-${index}`, 'place'), readFileSync(at(`place-${index}.json`), 'utf8')];
  });
  expect(made[1]).toEqual(made[0]);
  expect(made[2]).toEqual(made[0]);
});
