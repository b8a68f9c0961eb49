import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { asFound, examples, run, useFolder } from './running.test-helper.ts';

const at = useFolder();
const aws = join(asFound, 'aws');

/** The engagement of the account as found, with words put in place of others; the partner is given by flag. */
function engagementWith(changes: Readonly<Record<string, string>>, more = ''): string[] {
  const text = readFileSync(join(asFound, 'engagement.yaml'), 'utf8').replace(/^(partner|  brand): .*\n/gm, '');
  const changed = Object.entries(changes).reduce((whole, [from, to]) => {
    expect(whole).toContain(from);
    return whole.replace(from, to);
  }, text);
  const path = at('engagement.yaml');
  writeFileSync(path, `${changed}${more}`);
  return ['-e', path, '-p', join(examples, 'partner.yaml')];
}

const lineOf = (words: string) =>
  readFileSync(at('engagement.yaml'), 'utf8')
    .split('\n')
    .findIndex((line) => line.includes(words)) + 1;

describe('what people declared, on the command line', () => {
  it('tells claims, the contradicted one with its fact', async () => {
    const { out } = await run('evaluate', aws, ...engagementWith({}));
    expect(out).toContain('Claims  1 contradicted, 0 not checkable, 2 held');
    expect(out).toMatch(/Claim ec2-only: ReadOnlyAccess gives igs-ec2-operator access to/);
    expect(out.split('ReadOnlyAccess gives')).toHaveLength(2);
    const { out: whole } = await run('evaluate', aws, ...engagementWith({}), '--verbose');
    expect(whole).toMatch(/contradicted {2}ec2-only: ReadOnlyAccess gives igs-ec2-operator access to/);
  });

  it('tells words that block with their line in the file, and a sentence for it', async () => {
    const statement = 'Each partner administrator user must have dedicated credentials.';
    const flags = engagementWith({ [statement]: 'The team shares one login.', 'Web servers on Amazon EC2\n': 'TBD\n' });
    const { out } = await run('evaluate', aws, ...flags);
    expect(out).toContain(`engagement.yaml:${lineOf('The team shares')}  “The team shares one login.”`);
    expect(out).toContain(`engagement.yaml:${lineOf('TBD')}  “TBD”`);
    expect(out).toContain('instead: “Every person signs in');
  });

  it('counts failures before and after waivers, for machines too', async () => {
    const waiver = (rule: string) =>
      `  - { rule: ${rule}, subject: '*', reason: Agreed, approver: Ingrid Solheim, date: 2026-10-01, expires: 2026-12-31 }\n`;
    const flags = engagementWith({}, `waivers:\n${waiver('user-access-key')}${waiver('user-acces-key')}`);
    const { out, err } = await run('evaluate', aws, ...flags);
    expect(out).toMatch(/Waivers {2}(\d+) failures, 1 waived, (\d+) not; 1 waiver without effect/);
    expect(err).toContain('A waiver names the rule user-acces-key, which does not exist; user-access-key does.');
    const { failures, waivers, claims } = JSON.parse((await run('evaluate', aws, ...flags, '--json')).out) as {
      failures: Record<'before' | 'waived' | 'after', number>;
      waivers: { state: string }[];
      claims: { outcome: string; proven: string | null }[];
    };
    expect(failures.before - failures.after).toBe(failures.waived);
    expect(waivers.map(({ state }) => state)).toEqual(['inForce', 'unknownRule']);
    expect(claims.map(({ outcome, proven }) => [outcome, proven !== null])).toEqual([
      ['held', true],
      ['held', true],
      ['contradicted', false],
    ]);
  });

  it('refuses a waiver that leaves something unsaid, and a claim of no type', async () => {
    const waived = await run('evaluate', aws, ...engagementWith({}, "waivers:\n  - { rule: root-mfa, subject: '*', reason: Agreed }\n"));
    expect([waived.code, waived.err]).toEqual([2, expect.stringMatching(/approver.*is missing[\s\S]*expires.*is missing/)]);
    const claimed = await run('evaluate', aws, ...engagementWith({ 'claim: groupsAre': 'claim: groupAre' }));
    expect([claimed.code, claimed.err]).toEqual([2, expect.stringContaining('is no type of claim; groupsAre is near')]);
  });
});
