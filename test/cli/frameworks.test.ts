import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { frameworks, rules, type FrameworkResult } from '@iam-dossier/evaluator';
import { describe, expect, it } from 'vitest';
import { asFound, run, runWith, useFolder } from './running.test-helper.ts';

const at = useFolder();
const aws = join(asFound, 'aws');
const declared = ['-e', join(asFound, 'engagement.yaml')];
const ids = frameworks.map((framework) => framework.id);

interface Told {
  exitCode: number;
  frameworks: FrameworkResult[];
}

describe('evaluate --framework', () => {
  it('groups every control by its verdict, with how many and who, in one screen', async () => {
    const { out, err } = await run('evaluate', aws, ...declared, '--framework', 'cis-5.0');
    for (const part of [
      'Account 111122223333',
      'CIS AWS Foundations Benchmark 5.0.0',
      'Judged: the whole account',
      'Not met',
      'Not in IAM data',
      'Met',
    ])
      expect(out).toContain(part);
    expect(out).toMatch(/^ {2}1\.13 {2}L1 {2}1 of 1 {2}Access keys are replaced within 90 days: igs-terraform$/m);
    expect(out).toMatch(/^ {2}1\.17 .* needs the EC2 API$/m);
    for (let control = 1; control <= 21; control += 1) expect(out).toMatch(new RegExp(`^  1\\.${control} `, 'm'));
    expect(out.split('\n').length).toBeLessThan(60);
    expect(err).toBe('');
  });

  it.each(ids)('%s: shows each control once, and fits a terminal of 80 columns', async (id) => {
    const { out } = await runWith({ tty: true, columns: 80, env: { NO_COLOR: '1' } }, 'evaluate', aws, ...declared, '--framework', id);
    const rows = out.split('\n').map((line) => /^ {2}(\S+)/.exec(line)?.[1]);
    const controls = frameworks.find((framework) => framework.id === id)?.controls ?? [];
    for (const control of controls) expect([control.id, rows.filter((row) => row === control.id).length]).toEqual([control.id, 1]);
    expect(out.split('\n').filter((line) => line.length > 80 && !line.startsWith('Exit code'))).toEqual([]);
  });

  it('takes several, each once, in the order given, and tells machines everything', async () => {
    const { code, out } = await run('evaluate', aws, ...declared, '--framework', 'security-hub, CIS-1.4,security-hub', '--json');
    const told = JSON.parse(out) as Told;
    expect(told).toMatchObject({ exitCode: code, ready: false, failOn: 'high' });
    expect(told.frameworks.map((framework) => framework.id)).toEqual(['security-hub', 'cis-1.4']);
    const keys = told.frameworks[0]?.controls.find((control) => control.id === 'IAM.3');
    expect(keys).toMatchObject({ outcome: 'fail', severity: 'medium', decidable: 'yes', needs: [] });
    expect(keys?.rules[0]?.findings[0]).toMatchObject({ name: 'igs-terraform', outcome: 'fail', waived: false });
  });

  it('may be given several times', async () => {
    const { out } = await run('evaluate', aws, ...declared, '--framework', 'acct-001', '--framework=ftr,acct-001', '--json');
    expect((JSON.parse(out) as Told).frameworks.map((framework) => framework.id)).toEqual(['acct-001', 'ftr']);
    expect((await run('rules', '--framework', 'ftr', '--framework', 'nist')).err).toContain('there is no framework "nist"');
  });

  it('tells what each rule said with --verbose', async () => {
    const { out } = await run('evaluate', aws, ...declared, '--framework', 'cis-5.0', '--verbose');
    expect(out).toMatch(/- igs-terraform: The oldest active access key is \d+ days old/);
    expect(out).toContain('- AWS tells the last use alone, not how often.');
  });

  it('changes neither the assessment written nor the exit code', async () => {
    const plain = await run('evaluate', aws, ...declared, '-o', at('plain.json'));
    const viewed = await run('evaluate', aws, ...declared, '-o', at('viewed.json'), '--framework', 'cis-5.0');
    expect(viewed.code).toBe(plain.code);
    expect(readFileSync(at('viewed.json'), 'utf8')).toBe(readFileSync(at('plain.json'), 'utf8'));
    expect((await run('evaluate', aws, ...declared, '--framework', 'cis-5.0', '--fail-on', 'none')).code).toBe(0);
  });

  it.each([
    ['cis-5', 'Did you mean cis-5.0?'],
    ['securityhub', 'Did you mean security-hub?'],
    ['cis-5.0,', 'there is no framework ""'],
    ['nist', `Known: ${ids.join(', ')}`],
  ])('refuses %s before it reads anything', async (id, said) => {
    const { code, out, err } = await run('evaluate', at('nowhere'), '--framework', id);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.replace(/\s+/g, ' ')).toContain(said);
  });

  it('shows hostile names as data', async () => {
    const hostile = {
      UserName: 'eve\u001b[2J',
      Arn: 'arn:aws:iam::111122223333:user/eve',
      UserId: 'AIDAEVE',
      Path: '/',
      CreateDate: '2020-01-01T00:00:00Z',
    };
    const caller = { UserId: 'A', Account: '111122223333', Arn: 'arn:aws:iam::111122223333:root' };
    const policies = {
      UserDetailList: [
        {
          ...hostile,
          UserPolicyList: [],
          GroupList: [],
          AttachedManagedPolicies: [{ PolicyName: 'x\u202e', PolicyArn: 'arn:aws:iam::aws:policy/x' }],
        },
      ],
    };
    writeFileSync(at('hostile.json'), JSON.stringify(policies));
    writeFileSync(at('caller.json'), JSON.stringify(caller));
    const { out } = await run('evaluate', at('hostile.json'), at('caller.json'), '--framework', 'cis-5.0', '--verbose');
    expect(out).toContain('eve\\u001b[2J');
    expect(out).not.toMatch(/[\u001b\u202e]/);
  });
});

describe('rules', () => {
  it('lists all, and the help names every framework', async () => {
    const { out } = await run('rules');
    for (const { id } of rules) expect(out).toContain(id);
    const help = (await run('rules', '--help')).out.replace(/\s+/g, ' ');
    for (const id of ids) expect(help).toContain(id);
  });

  it('explains one: what it needs, says and asks for, and who cites it', async () => {
    const { code, out } = await run('rules', 'explain', 'user-credential-use');
    expect(code).toBe(0);
    for (const part of [
      'Severity  medium',
      'maximumDays = 45',
      'aws iam get-credential-report',
      'What it can say',
      'not evaluated',
      'How to mend',
      'aws iam delete-login-profile',
      'Terraform',
      'https://docs.aws.amazon.com/',
    ])
      expect(out).toContain(part);
    expect(out).toMatch(/^ {2}cis-5\.0 +1\.11$/m);
    expect(out).toMatch(/^ {2}security-hub +IAM\.22$/m);
    expect(await run('rules', 'user-credential-use')).toEqual({ code, out, err: '' });
  });

  it.each(rules.map((rule) => rule.id))('explains %s in 80 columns, but for code and addresses', async (id) => {
    const { code, out } = await runWith({ tty: true, columns: 80, env: { NO_COLOR: '1' } }, 'rules', 'explain', id);
    expect(code).toBe(0);
    expect(out).not.toMatch(/undefined|\[object/);
    const [text = ''] = out.split('\nHow to mend\n');
    expect(text).not.toMatch(/[{}]/);
    expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it('lists those of a framework, by control', async () => {
    const { out } = await run('rules', '--framework', 'cis-5.0');
    expect(out).toMatch(/^ {2}1\.9 +Users with a console password have MFA\n +high +user-console-mfa /m);
    expect(out).toMatch(/^ {2}1\.17 +Instances use roles: not in IAM data$/m);
    const told = JSON.parse((await run('rules', '--framework', 'acct-001', '--json')).out) as { rules: { id: string }[] };
    expect(told.rules.map((rule) => rule.id)).toContain('root-mfa');
    expect(told.rules.map((rule) => rule.id)).not.toContain('user-console-mfa');
  });

  it.each([
    [['explain', 'user-consol-mfa'], 'Did you mean user-console-mfa?'],
    [['explain'], 'explain needs the id of a rule'],
    [['root-mfa', 'root-use'], '"root-use" is one more'],
    [['explain', 'root-mfa', 'root-use'], '"root-use" is one more'],
    [['--framework', 'cis-9'], 'there is no framework "cis-9"'],
    [['explain', 'root-mfa', '--framework', 'cis-5.0'], '--framework goes with the list'],
  ])('refuses %j', async (args, said) => {
    const { code, out, err } = await run('rules', ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.replace(/\s+/g, ' ')).toContain(said);
  });
});
