import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mended, run, useFolder } from './running.test-helper.ts';

const at = useFolder();
const ready = [join(mended, 'aws'), '-e', join(mended, 'engagement.yaml'), '--format', 'html,md,txt'];
const id = 'infinity-gifts-souvenirs-mended';

describe('--profile', () => {
  it('executive makes the summary in place of what AWS gets, and the readiness report as ever', async () => {
    const { code, out } = await run('report', ...ready, '--profile', 'executive', '-o', at('executive'));
    expect(code).toBe(0);
    expect(readdirSync(at('executive')).sort()).toEqual([`ACCT-002-executive-${id}.html`, 'internal']);
    expect(readdirSync(at('executive/internal')).sort()).toEqual([`ACCT-002-readiness-${id}.html`, 'assessment.json']);
    expect(out).toContain(`ACCT-002-executive-${id}.html`);
  });

  it('full adds a table of all principals, masked as what AWS gets', async () => {
    const { code } = await run('report', ...ready, '--profile', 'full', '-o', at('full'), '--audience', 'submission');
    expect(code).toBe(0);
    const csv = readFileSync(at(`full/ACCT-002-principals-${id}.csv`), 'utf8');
    expect(csv.split('\r\n').map((line) => line.split(',')[1])).toEqual([
      'Name',
      'partner-ec2-operator',
      'partner-evidence-reader',
      'partner-terraform',
      undefined,
    ]);
  });

  it('render makes the same of an assessment', async () => {
    await run('report', ...ready, '-o', at('first'));
    const args = [at('first/internal/assessment.json'), '-e', join(mended, 'engagement.yaml'), '--format', 'html', '--profile', 'executive'];
    expect((await run('render', ...args, '-o', at('again'))).code).toBe(0);
    const name = `ACCT-002-executive-${id}.html`;
    expect(readFileSync(at('again', name), 'utf8') === readFileSync(at('executive', name), 'utf8')).toBe(true);
  });

  it('refuses others, naming those there are', async () => {
    const { code, err } = await run('report', ...ready, '--profile', 'short', '-o', at('never'));
    expect(code).toBe(2);
    expect(err).toMatch(/submission, full/);
  });
});
