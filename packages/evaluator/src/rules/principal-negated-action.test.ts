import { awsAccount, details, wholeAccount } from '../testing/aws.test-helper.ts';
import { fails, missing, unproven } from '../testing/case.test-helper.ts';
import { engagementOf } from '../testing/engagement.test-helper.ts';
import { reportOf } from '../testing/report.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './principal-negated-action.ts';

const aws = awsAccount();
const copy = aws.arn('policy', '/copy');
const limit = aws.arn('policy', '/limit');
const negated = (policy: string, count = 1) => fails('negated', { policies: [policy], count });

testRule(rule, [
  {
    name: 'Allow with NotAction, and others',
    snapshot: aws.snapshot(
      wholeAccount({
        users: [
          aws.user('power', { inline: { own: [{ NotAction: ['iam:*', 'organizations:*'] }] } }),
          aws.user('twice', { inline: { own: [{ NotAction: 'iam:*' }, { NotAction: 's3:*', Resource: 'arn:aws:s3:::shop/*' }] } }),
          aws.user('conditional', { inline: { own: [{ NotAction: 'iam:*', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }] } }),
          aws.user('plain', { inline: { own: [{ Action: '*' }] } }),
          aws.user('deny', { inline: { own: [{ Effect: 'Deny', NotAction: 'iam:*' }] } }),
          aws.user('elsewhere', { inline: { own: [{ Action: 's3:GetObject', NotResource: 'arn:aws:s3:::shop/*' }] } }),
        ],
      }),
    ),
    expected: {
      power: negated('own'),
      twice: negated('own', 2),
      conditional: negated('own'),
      plain: 'pass',
      deny: 'pass',
      elsewhere: 'pass',
    },
  },
  {
    name: 'whichever way it comes, denied and bounded',
    snapshot: aws.snapshot(
      wholeAccount({
        users: [
          aws.user('ana', { attached: [copy] }),
          aws.user('ben', { groups: ['ops'] }),
          aws.user('cy', { attached: [copy], inline: { no: [{ Effect: 'Deny', Action: '*' }] } }),
          aws.user('dee', {
            attached: [copy],
            inline: { no: [{ Effect: 'Deny', Action: '*', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } } }] },
          }),
          aws.user('eve', { attached: [copy], boundary: limit }),
        ],
        groups: [aws.group('ops', { attached: [copy] })],
        policies: [aws.policy(copy, [{ NotAction: 'iam:*' }]), aws.policy(limit, [{ Action: 'iam:ListUsers' }])],
      }),
    ),
    expected: { ana: negated('copy'), ben: negated('copy'), cy: 'pass', dee: negated('copy'), eve: 'pass' },
  },
  {
    name: 'what cannot be read may hold one, or take it away',
    snapshot: aws.snapshot(
      wholeAccount({
        users: [
          aws.user('ana', { attached: ['Gone'] }),
          aws.user('ben', { attached: ['Gone', copy] }),
          aws.user('cy', { attached: [copy], boundary: aws.arn('policy', '/gone') }),
          aws.user('dee', { inline: { torn: '{' } }),
        ],
        policies: [aws.policy(copy, [{ NotAction: 'iam:*' }])],
      }),
    ),
    expected: {
      ana: unproven('unresolved', 'unknown', { policies: ['Gone'] }),
      ben: negated('copy'),
      cy: unproven('unresolved', 'unknown', { policies: ['gone'] }),
      dee: unproven('unresolved', 'unknown', { policies: ['torn'] }),
    },
  },
  {
    name: 'in scope only',
    snapshot: aws.snapshot(
      wholeAccount({
        users: ['ana', 'ben'].map((name) => aws.user(name, { attached: [copy] })),
        policies: [aws.policy(copy, [{ NotAction: 'iam:*' }])],
      }),
    ),
    engagement: engagementOf({ principals: [{ arn: aws.arn('user', '/ben'), party: 'customer' }] }),
    expected: { ana: negated('copy') },
  },
  {
    name: 'users from the report, roles from the details',
    snapshot: aws.snapshot([details({ roles: [aws.role('app', [])] }), reportOf({ ana: {} })]),
    expected: { [aws.id]: unproven('missing', 'list-partial', { parts: ['userDetails'] }), ana: unproven('missing', 'no-policies'), app: 'pass' },
  },
  { name: 'nothing of permissions', snapshot: aws.snapshot([reportOf({ ana: {} })]), expected: { [aws.id]: missing('roleDetails', 'userDetails') } },
]);
