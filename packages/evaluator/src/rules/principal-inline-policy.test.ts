import { awsAccount, details, wholeAccount, type RawStatement } from '../testing/aws.test-helper.ts';
import { fails, missing, partial, unproven } from '../testing/case.test-helper.ts';
import { engagementOf } from '../testing/engagement.test-helper.ts';
import { reportOf } from '../testing/report.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './principal-inline-policy.ts';

const aws = awsAccount();
const trust: RawStatement[] = [{ Principal: { Service: 'ec2.amazonaws.com' } }];
const read: RawStatement[] = [{ Action: 's3:GetObject' }];
const inline = (...policies: string[]) => fails('inline', { count: policies.length, policies });
const allParts = ['groupDetails', 'roleDetails', 'userDetails'];

testRule(rule, [
  {
    name: 'users, roles and groups, with and without',
    snapshot: aws.snapshot(
      wholeAccount({
        users: [
          aws.user('ana', { inline: { own: read } }),
          aws.user('ben', { attached: ['ReadOnlyAccess'], groups: ['ops'] }),
          aws.user('cy', { inline: null }),
        ],
        roles: [aws.role('app', trust, { inline: { z: read, a: 'not json' } }), aws.role('plain', trust, { inline: null })],
        groups: [aws.group('ops', { inline: { operate: read } }), aws.group('clean')],
      }),
    ),
    expected: { ana: inline('own'), ben: 'pass', cy: 'pass', app: inline('a', 'z'), plain: 'pass', ops: inline('operate'), clean: 'pass' },
  },
  {
    name: 'principals in scope only: not the customer’s, not AWS’s',
    snapshot: aws.snapshot(
      wholeAccount({
        users: [aws.user('ana', { inline: { own: read } })],
        roles: [
          aws.role('theirs', trust, { inline: { own: read } }),
          aws.role('AWSServiceRoleForSupport', trust, { path: '/aws-service-role/support.amazonaws.com/' }),
        ],
        groups: [aws.group('theirs-too', { inline: { own: read } })],
      }),
    ),
    engagement: engagementOf({
      principals: [
        { arn: aws.arn('role', '/theirs'), party: 'customer' },
        { arn: aws.arn('group', '/theirs*'), party: 'customer' },
      ],
    }),
    expected: { ana: inline('own') },
  },
  {
    name: 'what does not list policies says nothing',
    snapshot: aws.snapshot([
      details({ users: [aws.user('ana', { attached: null, inline: null })], roles: [], groups: [aws.group('ops')] }),
      reportOf({ '<root_account>': {}, 'ana': {}, 'new': {} }),
    ]),
    expected: {
      [aws.id]: partial('roleDetails', 'userDetails'),
      ana: unproven('missing', 'unknown'),
      new: unproven('missing', 'unknown'),
      ops: 'pass',
    },
  },
  {
    name: 'a filtered export',
    snapshot: aws.snapshot([details({ users: [aws.user('ana', { inline: { own: read } })] })]),
    expected: { [aws.id]: unproven('missing', 'list-partial', { parts: ['groupDetails', 'roleDetails'] }), ana: inline('own') },
  },
  { name: 'no details', snapshot: aws.snapshot([reportOf({ ana: {} })]), expected: { [aws.id]: missing(...allParts) } },
  { name: 'nothing', snapshot: aws.snapshot([]), expected: { [aws.id]: missing(...allParts) } },
]);
