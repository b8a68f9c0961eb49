import type { Engagement } from '@iam-dossier/core/engagement';
import { awsAccount, details, wholeAccount, type RawStatement } from '../testing/aws.test-helper.ts';
import { asks, fails, missing, partial, unproven } from '../testing/case.test-helper.ts';
import { engagementOf } from '../testing/engagement.test-helper.ts';
import { consoleCells, keyCells, reportOf } from '../testing/report.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './principal-break-glass.ts';

const aws = awsAccount();
const mfa = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };
const by = (AWS: string, Condition?: object): RawStatement[] => [{ Principal: { AWS }, ...(Condition ? { Condition } : {}) }];
const root = 'arn:aws:iam::111122223333:root';
const saml: RawStatement[] = [{ Principal: { Federated: aws.arn('saml-provider', '/Okta') }, Action: 'sts:AssumeRoleWithSAML' }];
const used = (role: object, LastUsedDate: string) => ({ ...role, RoleLastUsed: { LastUsedDate } });
const alarm = { text: 'A message to the security desk.', author: 'Ana', date: '2026-09-01' };
const declared = (members: Partial<NonNullable<Engagement['principals']>[number]> = {}) =>
  engagementOf({
    principals: [
      { arn: aws.arn('role', '/app'), party: 'customer', kind: 'workload' },
      { arn: aws.arn('role', '/quiet'), party: 'customer', kind: 'breakGlass' },
      { arn: '*', party: 'customer', kind: 'breakGlass', alarm, ...members },
    ],
  });
const recent = fails('used', { days: 10, asOf: '2026-10-01T09:00:00Z', limit: 90 });
const old = { ...consoleCells, mfa_active: 'true', password_last_used: '2026-02-01T10:00:00+00:00' };

testRule(rule, [
  {
    name: 'roles',
    snapshot: aws.snapshot(
      wholeAccount({
        roles: [
          aws.role('good', by(root, mfa)),
          used(aws.role('long-ago', by(root, mfa)), '2026-01-10T09:00:00Z'),
          used(aws.role('used', by(root, mfa)), '2026-09-21T09:00:00Z'),
          aws.role('open', by(root)),
          aws.role('half', [...by(root, mfa), ...by('arn:aws:iam::444455556666:root')]),
          aws.role('saml', saml),
          aws.role('quiet', by(root, mfa)),
          aws.role('torn', '{'),
          { ...aws.role('unknown', by(root, mfa)), RoleLastUsed: undefined },
          aws.role('gone', [...by('AROAEXAMPLEEXAMPLE123'), ...by(root, mfa)]),
          aws.role('app', [{ Principal: { Service: 'ec2.amazonaws.com' } }]),
        ],
      }),
    ),
    engagement: declared(),
    expected: {
      'good': 'pass',
      'long-ago': 'pass',
      'used': recent,
      'open': fails('without-mfa', { ways: ['111122223333'] }),
      'half': fails('without-mfa', { ways: ['444455556666'] }),
      'saml': asks('provider-mfa', { ways: [aws.arn('saml-provider', '/Okta')] }),
      'quiet': asks('alarm'),
      'torn': unproven('missing', 'mfa-unknown'),
      'unknown': unproven('missing', 'use-unknown'),
      'gone': 'pass',
    },
  },
  {
    name: 'users',
    snapshot: aws.snapshot([
      ...wholeAccount({ users: ['console', 'keyed', 'open', 'recent', 'nothing', 'unseen'].map((name) => aws.user(name)) }),
      reportOf({
        console: old,
        keyed: { ...old, ...keyCells },
        open: { ...old, mfa_active: 'false' },
        recent: { ...old, password_last_used: '2026-09-21T09:00:00+00:00' },
        nothing: {},
      }),
    ]),
    engagement: declared(),
    expected: {
      console: 'pass',
      keyed: fails('access-key', { count: 1 }),
      open: fails('without-mfa', { ways: ['password'] }),
      recent,
      nothing: 'pass',
      unseen: unproven('missing', 'mfa-unknown'),
    },
  },
  {
    name: 'nobody declares an alarm',
    snapshot: aws.snapshot([...wholeAccount({ users: [aws.user('console')] }), reportOf({ console: old })]),
    engagement: engagementOf({ principals: [{ arn: '*', party: 'customer', kind: 'breakGlass' }] }),
    expected: { console: asks('alarm') },
  },
  {
    name: 'a time that is not known',
    snapshot: aws.snapshot(wholeAccount({ roles: [used(aws.role('good', by(root, mfa)), '2026-01-10T09:00:00Z')] }), null),
    engagement: declared(),
    expected: { good: unproven('missing', 'use-unknown') },
  },
  {
    name: 'nobody is declared as break-glass, whatever its name says',
    snapshot: aws.snapshot(wholeAccount({ roles: [aws.role('break-glass', by(root))] })),
    expected: {},
  },
  {
    name: 'a cut list of roles',
    snapshot: aws.snapshot([{ ...(details({ users: [], roles: [aws.role('good', by(root, mfa))] }) as object), IsTruncated: true, Marker: 'more' }]),
    engagement: declared(),
    expected: { [aws.id]: partial('roleDetails', 'userDetails'), good: 'pass' },
  },
  { name: 'no roles in the data', snapshot: aws.snapshot([]), expected: { [aws.id]: missing('credentialReport', 'userDetails') } },
]);
