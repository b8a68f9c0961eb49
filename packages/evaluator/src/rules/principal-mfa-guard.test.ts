import { awsAccount, wholeAccount, type RawStatement } from '../testing/aws.test-helper.ts';
import { fails, missing, unproven } from '../testing/case.test-helper.ts';
import { engagementOf } from '../testing/engagement.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './principal-mfa-guard.ts';

const aws = awsAccount();
const without = (operator: string): RawStatement => ({
  Effect: 'Deny',
  Action: '*',
  Condition: { [operator]: { 'aws:MultiFactorAuthPresent': 'false' } },
});
const work: RawStatement = { Action: 'sqs:*' };
const user = (name: string, ...statements: RawStatement[]) => aws.user(name, { inline: { work: [work], guard: statements } });
const loose = fails('loose', { policies: ['guard'], count: 1 });

testRule(rule, [
  {
    name: 'denies that bind access keys, and that do not',
    snapshot: aws.snapshot(
      wholeAccount({
        users: [
          user('bool', without('Bool')),
          user('exists', without('BoolIfExists')),
          user('both', without('Bool'), without('BoolIfExists')),
          user('none', { Action: 'sns:Publish' }),
          user('allow', { Action: 'sns:*', Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'true' } } }),
          aws.user('group', { groups: ['guarded'], inline: { work: [work] } }),
        ],
        groups: [aws.group('guarded', { inline: { guard: [without('Bool')] } })],
        roles: [aws.role('role', [{ Principal: { Service: 'ec2.amazonaws.com' } }], { inline: { work: [work], guard: [without('Bool')] } })],
      }),
    ),
    expected: { bool: loose, exists: 'pass', both: 'pass', none: 'notApplicable', allow: loose, group: loose },
  },
  {
    name: 'a policy that is not in the data',
    snapshot: aws.snapshot(
      wholeAccount({
        users: [
          aws.user('ana', { attached: ['Gone'] }),
          aws.user('bare', { attached: null }),
          aws.user('ben', { attached: ['Gone'], inline: { work: [work], guard: [without('Bool')] } }),
        ],
      }),
    ),
    expected: { ana: unproven('unresolved', 'unknown', { policies: ['Gone'] }), bare: unproven('missing', 'no-policies'), ben: loose },
  },
  {
    name: 'users in scope only',
    snapshot: aws.snapshot(wholeAccount({ users: [user('theirs', without('Bool')), user('ours', without('BoolIfExists'))] })),
    engagement: engagementOf({ principals: [{ arn: aws.arn('user', '/theirs'), party: 'customer' }] }),
    expected: { ours: 'pass' },
  },
  { name: 'no details in the data', snapshot: aws.snapshot([]), expected: { [aws.id]: missing('roleDetails', 'userDetails') } },
]);
