import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { asFound, mended, run, runWith, useFolder } from './running.test-helper.ts';

const at = useFolder();
const aws = join(asFound, 'aws');
const operator = ['--principal', 'igs-ec2-operator'];
const start = ['--action', 'ec2:StartInstances', '--resource', 'arn:aws:ec2:sa-east-1:111122223333:instance/i-1'];
const none = ['--none', 'all'];

function policyFile(name: string, value: unknown): string {
  writeFileSync(at(name), JSON.stringify(value));
  return at(name);
}

const statement = (Effect: string, Action: string, more: object = {}) => ({
  Version: '2012-10-17',
  Statement: [{ Sid: 'Given', Effect, Action, Resource: '*', ...more }],
});

describe('explain', () => {
  it('says that a principal may, by which policy and line', async () => {
    const { code, out, err } = await run('explain', aws, ...operator, ...start, ...none);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^ALLOWED\n/);
    expect(out).toContain('arn:aws:iam::111122223333:user/igs-ec2-operator  ec2:StartInstances on arn:aws:ec2:sa-east-1:111122223333:instance/i-1');
    expect(out).toMatch(/\nDecided by\n {2}AmazonEC2FullAccess.*\(identity policies\) \/Statement\/0/);
    expect(out).toContain('"Action":"ec2:*"');
    expect(out).not.toContain('Missing');
  });

  it('does not guess what a snapshot does not hold', async () => {
    const { code, out } = await run('explain', aws, ...operator, ...start);
    expect(code).toBe(1);
    for (const part of [
      'INDETERMINATE',
      'The policies in the snapshot allow it; what is missing may still deny it.',
      '--none scp',
      '--none rcp',
      '--none resource',
    ])
      expect(out).toContain(part);
    expect(out).not.toContain('--none session');
  });

  it('says that nothing allows', async () => {
    const { code, out } = await run('explain', aws, ...operator, '--action', 'iam:CreateUser', ...none);
    expect(code).toBe(0);
    expect(out).toContain('DENIED: nothing allows it');
    expect(out).toContain(
      'Nothing in these allows it; one of them would have to\n  resource policy, where the resource can have one\n  identity policies',
    );
  });

  it('says when a resource was left out', async () => {
    const { out } = await run('explain', aws, ...operator, '--action', 'ec2:StartInstances', ...none);
    expect(out).toContain('No --resource was given');
    expect((await run('explain', aws, ...operator, ...start, ...none)).out).not.toContain('No --resource');
  });

  it('says which control policy denies', async () => {
    const scp = policyFile('scp.json', [[statement('Allow', '*')], [statement('Allow', '*'), statement('Deny', 'ec2:Start*')]]);
    const { code, out } = await run('explain', aws, ...operator, ...start, ...none, '--scp', scp);
    expect(code).toBe(0);
    expect(out).toContain('DENIED by an explicit deny');
    expect(out).toContain('document 2 (service control policies of level 2) /Statement/0, Sid Given');
  });

  it('says which statements nearly matched, and why not', async () => {
    const condition = { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' }, StringEquals: { 'aws:SourceVpc': ['vpc-1', 'vpc-2'] } } };
    const session = policyFile('session.json', statement('Allow', 'ec2:*', condition));
    const args = ['explain', aws, ...operator, ...start, ...none, '--session-policy', session];
    const { code, out } = await run(...args, '--context', 'aws:SourceVpc=vpc-3');
    expect(code).toBe(0);
    expect(out).toContain('DENIED: nothing allows it');
    expect(out).toContain('- Bool aws:MultiFactorAuthPresent "true": the key is not known');
    expect(out).toContain('- StringEquals aws:SourceVpc ["vpc-1", "vpc-2"]: the request has "vpc-3"');
    const unknown = await run(...args, '--context', 'aws:SourceVpc=vpc-1');
    expect(unknown.code).toBe(1);
    expect(unknown.out).toContain(
      "aws:MultiFactorAuthPresent: give it with --context 'aws:MultiFactorAuthPresent=value', or say --absent aws:MultiFactorAuthPresent",
    );
    expect((await run(...args, '--context', 'aws:SourceVpc=vpc-1', '--context=aws:MultiFactorAuthPresent=true')).out).toMatch(/^ALLOWED/);
    expect((await run(...args, '--context', 'aws:SourceVpc=vpc-1', '--absent', 'aws:MultiFactorAuthPresent')).out).toContain(
      'the request has no such key',
    );
    expect((await run(...args, '--context', 'aws:SourceVpc=vpc-1', '--context-complete')).code).toBe(0);
  });

  it('takes a key given several times for several values', async () => {
    const document = statement('Allow', 'ec2:*', { Condition: { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a', 'b'] } } });
    const session = policyFile('tags.json', document);
    const args = ['explain', aws, ...operator, ...start, ...none, '--session-policy', session, '--context', 'aws:TagKeys=a'];
    expect((await run(...args, '--context', 'aws:TagKeys=b')).out).toMatch(/^ALLOWED/);
    expect((await run(...args, '--context', 'aws:TagKeys=c')).out).toContain('the request has ["a","c"]');
  });

  it('explains who may assume a role by its trust policy', async () => {
    const { out } = await run('explain', aws, ...operator, '--action', 'sts:AssumeRole', '--resource', 'arn:aws:iam::111122223333:role/absent');
    expect(out).toContain('A role’s trust policy must itself allow');
  });

  it('tells machines the same', async () => {
    const { code, out } = await run('explain', aws, ...operator, ...start, '--json');
    const answer = JSON.parse(out) as Record<string, unknown>;
    expect(code).toBe(1);
    expect(answer).toMatchObject({
      command: 'explain',
      exitCode: 1,
      account: '111122223333',
      principal: { arn: 'arn:aws:iam::111122223333:user/igs-ec2-operator', inSnapshot: true },
      decision: 'indeterminate',
      withinSnapshot: 'allowed',
      missingLayers: ['serviceControlPolicies', 'resourceControlPolicies', 'resourcePolicy'],
      missingKeys: [],
    });
    expect(answer['layers']).toHaveLength(6);
  });

  it.each([
    ['allowed', 0],
    ['denied', 1],
  ])('--expect %s gives exit code %i for what is allowed', async (answer, code) => {
    const ran = await run('explain', aws, ...operator, ...start, ...none, '--expect', answer);
    expect(ran.code).toBe(code);
    expect(ran.out.includes('Exit code 1: denied was expected')).toBe(code === 1);
  });

  it('lists layers with --verbose, and nothing with --quiet', async () => {
    expect((await run('explain', aws, ...operator, ...start, ...none, '--verbose')).out).toContain('session policies: not asked for such a request');
    expect(await run('explain', aws, ...operator, ...start, ...none, '--quiet')).toEqual({ code: 0, out: '', err: '' });
  });

  it('takes a stored snapshot, and another account’s example', async () => {
    await run('import', join(mended, 'aws'), '-o', at('snapshot.json'));
    const { code, out } = await run('explain', at('snapshot.json'), '--principal', 'root', '--action', 'iam:ListUsers', ...none);
    expect(code).toBe(0);
    expect(out).toContain('The root user may do everything');
  });

  it('is coloured and wrapped on a terminal only', async () => {
    const { out } = await runWith({ tty: true, columns: 80, env: { TERM: 'xterm' } }, 'explain', aws, ...operator, ...start);
    expect(out).toContain('\u001b[33mINDETERMINATE');
  });
});

describe('misuse of explain', () => {
  it.each<[why: string, args: string[], said: string]>([
    ['no principal', ['--action', 'a:b'], 'needs --principal'],
    ['no action', operator, 'explain needs --action <action>'],
    ['an action without service', [...operator, '--action', 'Start'], '--action is a service and an action such as s3:GetObject'],
    ['a principal misspelled', ['--principal', 'igs-ec2-operater', '--action', 'a:b'], 'Did you mean igs-ec2-operator?'],
    ['a layer misspelled', [...operator, ...start, '--none', 'spc'], 'Did you mean scp?'],
    ['a key without value', [...operator, ...start, '--context', 'aws:SourceVpc'], '--context is key=value'],
    ['a key both given and absent', [...operator, ...start, '--context', 'k=v', '--absent', 'k'], 'k is given by --context and by --absent'],
    ['an account that is none', [...operator, ...start, '--resource-account', '12'], 'an id of 12 digits'],
    ['the engagement', [...operator, ...start, '-e', 'x.yaml'], 'has no flag -e'],
    ['an answer misspelled', [...operator, ...start, '--expect', 'alowed'], 'Did you mean allowed?'],
    ['principal twice', [...operator, ...operator, ...start], '--principal is given twice'],
    ['a policy that is not there', [...operator, ...start, '--scp', 'nowhere.json'], 'does not exist'],
  ])('%s', async (_, args, said) => {
    const { code, out, err } = await run('explain', aws, ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.replace(/\s+/g, ' ')).toContain(said);
  });

  it('a policy file that holds none', async () => {
    writeFileSync(at('broken.json'), '{');
    writeFileSync(at('number.json'), '5');
    expect((await run('explain', aws, ...operator, ...start, '--scp', at('broken.json'))).err).toContain('is not valid JSON');
    expect((await run('explain', aws, ...operator, ...start, '--rcp', at('number.json'))).err).toContain('it holds no policy');
  });

  it('two accounts', async () => {
    writeFileSync(at('one.json'), JSON.stringify({ UserId: 'A', Account: '444455556666', Arn: 'arn:aws:iam::444455556666:root' }));
    await run('import', at('one.json'), '-o', at('other.json'));
    expect((await run('explain', at('other.json'), aws, ...operator, ...start)).err).toContain('2 accounts were given');
  });
});
