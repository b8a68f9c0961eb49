import { awsAccount, details, refused, wholeAccount, type Holdings } from '../testing/aws.test-helper.ts';
import { asks, denied, fails, missing, unproven } from '../testing/case.test-helper.ts';
import { reportOf } from '../testing/report.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './principal-escalation-chain.ts';

const aws = awsAccount();
const admin = aws.policy('AdministratorAccess', [{ Action: '*' }]);
const asAdmin: Holdings = { attached: ['AdministratorAccess'] };
const account = [{ Principal: { AWS: 'arn:aws:iam::111122223333:root' } }];
const withMfa = [{ ...account[0], Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }];
const ec2 = [{ Principal: { Service: 'ec2.amazonaws.com' } }];
const assume = (...names: string[]): Holdings => ({
  inline: { assume: [{ Action: 'sts:AssumeRole', Resource: names.map((name) => aws.arn('role', `/${name}`)) }] },
});
const by = (...steps: string[]) => fails('reachable', { count: steps.length, steps });

testRule(rule, [
  {
    name: 'the shortest way, over roles, trust policies and users; none where a deny stands',
    snapshot: aws.snapshot([
      ...wholeAccount({
        users: [
          aws.user('ana', assume('one', 'three')),
          aws.user('ben', assume('admin')),
          aws.user('cy', assume('other')),
          aws.user('dee', { ...assume('named'), inline: { ...assume('named').inline, no: [{ Effect: 'Deny', Action: 'sts:AssumeRole' }] } }),
          aws.user('eve', assume('key-maker')),
          aws.user('named-one'),
          aws.user('boss', asAdmin),
        ],
        roles: [
          aws.role('admin', account, asAdmin),
          aws.role('one', account, assume('two')),
          aws.role('two', account, assume('admin')),
          aws.role('three', account, assume('admin')),
          aws.role('other', account),
          aws.role('key-maker', account, { inline: { keys: [{ Action: 'iam:CreateAccessKey', Resource: aws.arn('user', '/boss') }] } }),
          aws.role('named', [{ Principal: { AWS: [aws.arn('user', '/named-one'), aws.arn('user', '/dee')] } }], asAdmin),
          aws.role('self-made', account, {
            inline: { put: [{ Action: 'iam:AttachRolePolicy', Resource: aws.arn('role', '/other') }, { Action: 'sts:AssumeRole' }] },
          }),
        ],
        policies: [admin],
      }),
      reportOf({ 'ana': {}, 'ben': {}, 'cy': {}, 'dee': {}, 'eve': {}, 'named-one': {}, 'boss': {} }),
    ]),
    expected: {
      'ana': by('sts-001 three', 'sts-001 admin'),
      // Told by principal-escalation: one step, by its own policies.
      'ben': 'pass',
      'cy': 'pass',
      'dee': 'pass',
      'eve': by('sts-001 key-maker', 'iam-002 boss'),
      'named-one': by('trust named'),
      'boss': 'notApplicable',
      'admin': 'notApplicable',
      'one': by('sts-001 two', 'sts-001 admin'),
      'two': 'pass',
      'three': 'pass',
      'other': 'pass',
      'key-maker': 'pass',
      'named': 'notApplicable',
      'self-made': 'pass',
    },
  },
  {
    name: 'under conditions, by a role given to a service, and to one that could not be read',
    snapshot: aws.snapshot(
      wholeAccount({
        users: [
          aws.user('ana', assume('step')),
          aws.user('ben', assume('launcher')),
          aws.user('cy', assume('hidden')),
          aws.user('dee', { attached: [aws.arn('policy', '/gone')] }),
          aws.user('fay', assume('key-maker')),
          aws.user('boss', asAdmin),
        ],
        roles: [
          aws.role('admin', withMfa, asAdmin),
          aws.role('step', account, assume('admin')),
          aws.role('launcher', account, {
            inline: { launch: [{ Action: ['iam:PassRole', 'iam:CreateInstanceProfile', 'iam:AddRoleToInstanceProfile', 'ec2:RunInstances'] }] },
          }),
          aws.role('server', ec2, asAdmin),
          aws.role('key-maker', account, { inline: { keys: [{ Action: 'iam:CreateAccessKey', Resource: aws.arn('user', '/boss') }] } }),
          aws.role('hidden', account, { attached: [aws.arn('policy', '/gone')] }),
        ],
        policies: [admin],
      }),
    ),
    expected: {
      'ana': asks('unverified', { count: 2, steps: ['sts-001 step', 'sts-001 admin'] }),
      'ben': by('sts-001 launcher', 'pmapper-ec2-profile server'),
      'cy': unproven('unresolved', 'unread-end', { count: 1, steps: ['sts-001 hidden'] }),
      'dee': unproven('unresolved', 'unknown', { policies: ['gone'] }),
      // How many keys the user has is not in the data.
      'fay': asks('unverified', { count: 2, steps: ['sts-001 key-maker', 'iam-002 boss'] }),
      'boss': 'notApplicable',
      'key-maker': 'pass',
      'admin': 'notApplicable',
      'step': 'pass',
      'launcher': 'pass',
      'server': 'notApplicable',
      'hidden': unproven('unresolved', 'unknown', { policies: ['gone'] }),
    },
  },
  {
    name: 'a long way is cut, and counted',
    snapshot: aws.snapshot(
      wholeAccount({
        roles: [
          aws.role('r0', account, asAdmin),
          ...Array.from({ length: 10 }, (_, index) => aws.role(`r${index + 1}`, account, assume(`r${index}`))),
        ],
        policies: [admin],
      }),
    ),
    expected: {
      r0: 'notApplicable',
      r1: 'pass',
      ...Object.fromEntries(
        Array.from({ length: 9 }, (_, index) => {
          const steps = Array.from({ length: index + 2 }, (_unused, step) => `sts-001 r${index + 1 - step}`);
          const shown = steps.length > 8 ? [...steps.slice(0, 8), '…'] : steps;
          return [`r${index + 2}`, fails('reachable', { count: index + 2, steps: shown })];
        }),
      ),
    },
  },
  {
    name: 'users without roles, and a user of the report alone',
    snapshot: aws.snapshot([details({ users: [aws.user('ana')] }), reportOf({ ana: {}, ben: {} })]),
    expected: {
      [aws.id]: unproven('missing', 'list-partial', { parts: ['roleDetails', 'userDetails'] }),
      ana: unproven('partial', 'roles-missing'),
      ben: unproven('missing', 'no-policies'),
    },
  },
  { name: 'nothing of permissions', snapshot: aws.snapshot([reportOf({ ana: {} })]), expected: { [aws.id]: missing('roleDetails', 'userDetails') } },
  {
    name: 'refused',
    snapshot: aws.snapshot([refused('GetAccountAuthorizationDetails')]),
    expected: { [aws.id]: denied('roleDetails', 'userDetails') },
  },
]);
