import { findEscalations, type EscalationInput } from '@iam-dossier/evaluator';
import { describe, expect, it } from 'vitest';
import { awsAccount, wholeAccount, type RawStatement } from '../../packages/evaluator/src/testing/aws.test-helper.ts';

const aws = awsAccount();
const ana = { type: 'user', arn: aws.arn('user', '/ana') } as const;
const allow = (Action: string | string[], Resource = '*'): RawStatement => ({ Effect: 'Allow', Action, Resource });
const documentOf = (...Statement: RawStatement[]) => ({ Version: '2012-10-17', Statement });

function judged(statements: RawStatement[], roles: object[], others: Partial<EscalationInput> = {}, policies: object[] = []) {
  const account = aws.snapshot(wholeAccount({ users: [aws.user('ana')], roles, policies }));
  return findEscalations({ identityPolicies: [documentOf(...statements)], principal: ana, account, ...others });
}
type Judged = Parameters<typeof judged>;
const saidOf = (id: string, ...input: Judged) => judged(...input).find((entry) => entry.id === id);
const stateOf = (id: string, ...input: Judged) => saidOf(id, ...input)?.state;

describe('a role that lets the principal in by name', () => {
  const trusting = (Condition?: object) => [{ Principal: { AWS: ana.arn }, ...(Condition ? { Condition } : {}) }];
  const plain = { inline: { own: [{ Action: 's3:ListAllMyBuckets' }] } };
  const roles = [aws.role('ci', trusting(), plain)];
  const changes: [string, string][] = [
    ['iam-005', 'iam:PutRolePolicy'],
    ['iam-009', 'iam:AttachRolePolicy'],
  ];

  it.each(changes)('takes no grant to be assumed: %s', (id, action) => {
    expect(saidOf(id, [allow(action)], roles)).toMatchObject({ state: 'reachable', target: aws.arn('role', '/ci'), variants: [], missing: [] });
    expect(saidOf(id, [allow(action)], roles)?.path.text).toBe(`Becomes the role ci with ${action}.`);
    expect(stateOf(id, [allow(action, aws.arn('role', '/c*'))], roles)).toBe('reachable');
    expect(stateOf(id, [allow(action, aws.arn('role', '/other'))], roles)).toBe('latent');
  });

  it('is changed by a version of a policy of it, too', () => {
    const arn = aws.arn('policy', '/ci');
    const held = [aws.role('ci', trusting(), { attached: [arn] })];
    const policies = [aws.policy(arn, [{ Action: 's3:ListAllMyBuckets' }])];
    expect(saidOf('iam-001', [allow('iam:CreatePolicyVersion')], held, {}, policies)).toMatchObject({
      state: 'reachable',
      target: aws.arn('role', '/ci'),
    });
    expect(stateOf('iam-001', [allow('iam:CreatePolicyVersion', aws.arn('policy', '/other'))], held, {}, policies)).toBe('latent');
    expect(stateOf('iam-001', [allow('iam:CreatePolicyVersion')], roles)).toBe('latent');
    // One without a policy of the customer’s has no version to write, whoever may assume it.
    expect(stateOf('iam-001', [allow(['iam:CreatePolicyVersion', 'sts:AssumeRole'])], roles)).toBe('latent');
  });

  it.each<[string, RawStatement[], object[], Partial<EscalationInput>, string]>([
    ['by a condition of the trust', [], [aws.role('ci', trusting({ Bool: { 'aws:MultiFactorAuthPresent': 'true' } }), plain)], {}, 'unverified'],
    ['by a deny', [{ Effect: 'Deny', Action: 'sts:AssumeRole', Resource: '*' }], roles, {}, 'latent'],
    ['by a deny of that role', [{ Effect: 'Deny', Action: 'sts:*', Resource: aws.arn('role', '/ci') }], roles, {}, 'latent'],
    ['by a deny of others', [{ Effect: 'Deny', Action: 'sts:*', Resource: aws.arn('role', '/x') }], roles, {}, 'reachable'],
    ['by a boundary', [], roles, { permissionsBoundary: documentOf(allow('iam:*')) }, 'unverified'],
    ['by control policies', [], roles, { serviceControlPolicies: [documentOf(allow('*'))] }, 'unverified'],
    ['by trust in the account', [], [aws.role('ci', [{ Principal: { AWS: aws.arn('root', '') } }], plain)], {}, 'latent'],
    ['by trust in another', [], [aws.role('ci', [{ Principal: { AWS: aws.arn('user', '/ben') } }], plain)], {}, 'latent'],
    ['by AWS, whose role it is', [], [aws.role('ci', trusting(), { ...plain, path: '/aws-service-role/x.amazonaws.com/' })], {}, 'latent'],
  ])('may be held back %s', (_, denies, there, others, state) => {
    for (const [id, action] of changes) expect([id, stateOf(id, [allow(action), ...denies], there, others)]).toEqual([id, state]);
  });
});

describe('a role in no instance profile', () => {
  const worker = aws.role('worker', [{ Principal: { Service: 'ec2.amazonaws.com' } }], { inline: { own: [{ Action: '*' }] } });
  const other = {
    ...aws.role('other', [{ Principal: { Service: 'ec2.amazonaws.com' } }]),
    InstanceProfileList: [{ InstanceProfileName: 'p', Arn: aws.arn('instance-profile', '/p'), Path: '/', Roles: [] }],
  };
  const run = allow(['iam:PassRole', 'ec2:RunInstances']);
  const put = allow('iam:AddRoleToInstanceProfile');
  const take = allow('iam:RemoveRoleFromInstanceProfile');

  it.each<[string, RawStatement[], object[], string]>([
    ['is not passed to an instance', [run], [worker, other], 'latent'],
    ['takes the place of another', [run, put, take], [worker, other], 'reachable'],
    ['may fit an empty one', [run, put], [worker, other], 'unverified'],
    ['may fit an empty one where no role is in any', [run, put, take], [worker], 'unverified'],
    ['may not be put into one that is named', [run, allow('iam:AddRoleToInstanceProfile', aws.arn('role', '/worker'))], [worker, other], 'latent'],
  ])('%s', (_, statements, roles, state) => {
    expect(stateOf('ec2-001', statements, roles)).toBe(state);
  });

  it('is told so', () => {
    expect(saidOf('ec2-001', [run, put], [worker])?.missing.map(({ id }) => id)).toEqual(['unknown-instanceProfile']);
  });
});
