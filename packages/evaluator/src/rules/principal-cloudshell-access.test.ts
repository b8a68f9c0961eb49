import { awsAccount, details, wholeAccount } from '../testing/aws.test-helper.ts';
import { fails, missing, unproven } from '../testing/case.test-helper.ts';
import { reportOf } from '../testing/report.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './principal-cloudshell-access.ts';

const aws = awsAccount();
const china = awsAccount('111122223333', 'aws-cn');
const shell = 'AWSCloudShellFullAccess';
const own = aws.arn('policy', `/${shell}`);
const attached = fails('attached');

testRule(rule, [
  {
    name: 'to a user, a role, a group; by a group; a namesake',
    snapshot: aws.snapshot(
      wholeAccount({
        users: [
          aws.user('ana', { attached: ['ReadOnlyAccess', shell] }),
          aws.user('ben', { groups: ['staff'] }),
          aws.user('cy', { attached: [own] }),
          aws.user('dee', { inline: { shell: [{ Action: 'cloudshell:*' }] } }),
        ],
        groups: [aws.group('staff', { attached: [shell] }), aws.group('idle')],
        roles: [aws.role('app', [], { attached: [shell] }), aws.role('other', [])],
      }),
    ),
    expected: { ana: attached, ben: 'pass', cy: 'pass', dee: 'pass', staff: attached, idle: 'pass', app: attached, other: 'pass' },
  },
  {
    name: 'another partition',
    snapshot: china.snapshot(wholeAccount({ users: [china.user('ana', { attached: [shell] })] })),
    expected: { ana: attached },
  },
  {
    name: 'users from the report, roles from the details',
    snapshot: aws.snapshot([details({ roles: [aws.role('app', [])] }), reportOf({ ana: {} })]),
    expected: {
      [aws.id]: unproven('missing', 'list-partial', { parts: ['groupDetails', 'userDetails'] }),
      ana: unproven('missing', 'no-policies'),
      app: 'pass',
    },
  },
  {
    name: 'nothing of attachments',
    snapshot: aws.snapshot([reportOf({ ana: {} })]),
    expected: { [aws.id]: missing('groupDetails', 'roleDetails', 'userDetails') },
  },
]);
