import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awsAccount, wholeAccount } from '../../testing/aws.test-helper.ts';
import { allow, document, stateOf, type RawStatement } from './escalation.test-helper.ts';
import { findEscalations, type EscalationInput } from './find.ts';
import { escalationStates } from './judgement.ts';
import { escalationPaths } from './paths.ts';

const aws = awsAccount();
const snapshot = aws.snapshot(
  wholeAccount({
    users: [aws.user('ana', { groups: ['team'] }), aws.user('bob', { attached: ['AdministratorAccess'] })],
    groups: [aws.group('team'), aws.group('admins', { attached: ['AdministratorAccess'] })],
    roles: [
      aws.role('ops', [{ Principal: { AWS: 'arn:aws:iam::111122223333:root' } }], { attached: ['AdministratorAccess'] }),
      aws.role('worker', [{ Principal: { Service: ['lambda.amazonaws.com', 'ecs-tasks.amazonaws.com', 'glue.amazonaws.com'] } }], {
        inline: { s3: [{ Action: 's3:*' }] },
      }),
    ],
    policies: [aws.policy('AdministratorAccess', [{ Action: '*' }])],
  }),
);
const ids = escalationPaths().map(({ id }) => id);
const actions = [...new Set(escalationPaths().flatMap((path) => path.actions))];

const pattern = fc.oneof(
  fc.constantFrom(...actions),
  fc.constantFrom('iam:*', 'iam:Put*', 'lambda:*', 'sts:*', 'iam:*Policy', '*', 'ec2:*', 'sqs:*'),
);
const resource = fc.constantFrom(
  '*',
  'arn:aws:iam::111122223333:user/ana',
  'arn:aws:iam::*:user/${aws:username}',
  'arn:aws:iam::111122223333:user/*',
  'arn:aws:iam::111122223333:role/*',
  'arn:aws:iam::*:role/worker',
  'arn:aws:lambda:*:*:function:dev-*',
  'arn:aws:sqs:us-east-1:111122223333:orders',
);
const condition = fc.option(
  fc.constantFrom(
    { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
    { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } },
    { StringEquals: { 'aws:ResourceTag/team': 'a' } },
  ),
  { nil: undefined, freq: 4 },
);
const grant = fc
  .tuple(fc.array(pattern, { minLength: 1, maxLength: 5 }), resource, condition)
  .map(([Action, Resource, Condition]) => allow(Action, Resource, Condition));
const denial = grant.map((statement): RawStatement => ({ ...statement, Effect: 'Deny' }));
const statements = fc.array(fc.oneof({ weight: 4, arbitrary: grant }, { weight: 1, arbitrary: denial }), { minLength: 1, maxLength: 5 });
const surroundings = fc.constantFrom<Partial<EscalationInput>>(
  {},
  { account: snapshot },
  { account: snapshot, principal: { arn: aws.arn('user', '/ana') } },
  { account: snapshot, principal: { arn: aws.arn('role', '/worker') } },
);

type States = Map<string, string>;
function states(policies: readonly (readonly RawStatement[])[], others: Partial<EscalationInput>): States {
  const found = findEscalations({ identityPolicies: policies.map((list) => document(...list)), ...others });
  return new Map(ids.map((id) => [id, stateOf(found, id)]));
}

/** The better, the lower: reachable, unverified, latent, none. */
const rank = (state: string | undefined) => [...escalationStates, 'none'].indexOf(state as 'none');
const reachable = (all: States) => ids.filter((id) => all.get(id) === 'reachable');
const runs = { numRuns: 300 };

describe('escalations', () => {
  it('are the same however policies are split and ordered', () => {
    fc.assert(
      fc.property(statements, surroundings, (list, others) => {
        const one = states([list], others);
        expect(
          states(
            list.map((statement) => [statement]),
            others,
          ),
        ).toEqual(one);
        expect(states([list.toReversed()], others)).toEqual(one);
      }),
      runs,
    );
  });

  it('become fewer by every deny, and by every boundary', () => {
    fc.assert(
      fc.property(statements, denial, statements, surroundings, (list, deny, boundary, others) => {
        const before = states([list], others);
        // A deny may be what another path takes away, so that one path is there only with it.
        const takesAway = new Set(['iam-025', 'iam-026']);
        const gained = reachable(states([list, [deny]], others)).filter((id) => before.get(id) !== 'reachable' && !takesAway.has(id));
        expect(gained).toEqual([]);
        // A boundary may be lifted or replaced: these ways are there only with one, and what is told by way of them.
        const lifting = new Set(['iam-022', 'iam-024', 'prowler-iam-put']);
        const within = { ...others, permissionsBoundary: document(...boundary) };
        const lifted = findEscalations({ identityPolicies: [document(...list)], ...within }).filter(({ via }) => lifting.has(via));
        const own = new Set([...lifting, ...takesAway, ...lifted.map(({ id }) => id)]);
        const bounded = reachable(states([list], within));
        expect(bounded.filter((id) => before.get(id) !== 'reachable' && !own.has(id))).toEqual([]);
      }),
      runs,
    );
  });

  it('are none after a deny of everything', () => {
    fc.assert(
      fc.property(statements, surroundings, (list, others) => {
        expect(findEscalations({ identityPolicies: [document(...list), document({ Effect: 'Deny', Action: '*' })], ...others })).toEqual([]);
      }),
      runs,
    );
  });

  it('are never lost by a grant that does not make the principal more privileged', () => {
    const harmless = fc.array(fc.constantFrom(...actions.filter((action) => !/^(iam|lambda|s3|sso):/.test(action))), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(statements, harmless, surroundings, (list, more, others) => {
        const before = states([list], others);
        const after = states([list, [allow(more)]], others);
        expect(ids.filter((id) => rank(after.get(id)) > rank(before.get(id)))).toEqual([]);
      }),
      runs,
    );
  });

  it('are no better for an unknown boundary, and name only actions that are held', () => {
    fc.assert(
      fc.property(statements, surroundings, (list, others) => {
        expect(reachable(states([list], { ...others, permissionsBoundary: 'unknown' }))).toEqual([]);
      }),
      runs,
    );
  });
});
