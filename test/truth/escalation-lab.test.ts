import { describe, expect, it } from 'vitest';
import { labAccount } from './escalation-lab.ts';
import { escalationSaid } from './verdicts-by-name.ts';

// What each principal of the lab comes to in a live account: YayoPalacios/iam-privesc-benchmark at 61186d52, analysis/scenarios.md.
const { administrators, paths } = escalationSaid(labAccount());

function verdictOn(name: string): string {
  if (administrators.includes(name)) return 'administrator';
  const said = paths[name] ?? [];
  const states = ['reachable', 'unverified', 'latent'].filter((state) => said.some((entry) => entry.includes(` ${state}`)));
  return states[0] ?? 'nothing';
}
const both = (...names: string[]) => names.flatMap((name) => [`${name}-user`, `${name}-role`]);

describe('principals of the lab', () => {
  it.each(
    both(
      'privesc3',
      'privesc4',
      'privesc5',
      'privesc6',
      'privesc14',
      'privesc15',
      'privesc16',
      'privesc20',
      'build',
      'notebook',
      'processing',
      'training',
      'fn1-two-policies',
    ),
  )('%s can get more', (name) => expect(verdictOn(name)).toBe('reachable'));

  it.each([
    ...both('privesc1', 'fn2-own-name', 'fn3-condition', 'fn4-not-action'),
    'privesc7-user',
    'privesc8-user',
    'privesc9-role',
    'privesc10-user',
    'privesc11-user',
    'privesc12-role',
    'sre-user',
    'sre-role',
    'hop-end',
    'for-services',
    'deployer',
  ])('%s can give itself everything, so is an administrator', (name) => expect(verdictOn(name)).toBe('administrator'));

  it.each(['hop-1', 'hop-2'])('%s gets there by trust alone', (name) => expect(paths[name]).toEqual(['chain reachable to hop-end']));

  it.each(['privesc7-role', 'privesc8-role', 'privesc9-user', 'privesc10-role', 'privesc11-role', 'privesc12-user'])(
    '%s can make others what it cannot become',
    (name) => expect(verdictOn(name)).toBe('latent'),
  );

  it('who puts users into groups joins one itself, if it is a user', () => {
    expect([verdictOn('privesc13-user'), verdictOn('privesc13-role')]).toEqual(['reachable', 'latent']);
  });

  it.each(both('privesc2'))('%s finds no version of a policy that allows more', (name) => expect(paths[name]).toEqual(['rhino-02 latent']));

  it.each(both('privesc17', 'privesc19', 'update-stack', 'instance-connect', 'notebook-url', 'send-command', 'start-session'))(
    '%s needs what IAM’s data do not tell of',
    (name) => expect(verdictOn(name)).toBe('unverified'),
  );

  it.each(both('privesc18', 'privesc21'))('%s needs what AWS offers to few', (name) => expect(verdictOn(name)).toBe('unverified'));

  it.each([...both('fp1-denied', 'fp2-denied-apart', 'fp3-deny'), 'open-to-account', 'nobody', 'function'])('%s gets nothing', (name) =>
    expect(verdictOn(name)).toBe('nothing'),
  );

  it.each(both('fp4-aws-owned'))('%s may change policies that only AWS has', (name) => expect(paths[name]).toEqual(['iam-001 latent']));

  it.each(both('fp5-condition'))('%s is told in spite of a condition that can no longer be met', (name) =>
    expect(verdictOn(name)).toBe('administrator'),
  );
});
