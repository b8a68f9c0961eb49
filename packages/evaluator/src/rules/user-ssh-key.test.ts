import { awsAccount, refused, wholeAccount } from '../testing/aws.test-helper.ts';
import { denied, fails, missing, partial, unproven } from '../testing/case.test-helper.ts';
import { engagementOf } from '../testing/engagement.test-helper.ts';
import { reportOf } from '../testing/report.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './user-ssh-key.ts';

const aws = awsAccount();
const users = (...names: string[]) => wholeAccount({ users: names.map((name) => aws.user(name)) });
const key = (UserName: string, Status = 'Active', id = '1') => ({
  UserName,
  SSHPublicKeyId: `APKA-${UserName}-${id}`,
  Status,
  UploadDate: '2026-09-01T10:00:00+00:00',
});
const listed = (...SSHPublicKeys: object[]) => ({ SSHPublicKeys });

testRule(rule, [
  {
    name: 'one, two, and one that sleeps',
    snapshot: aws.snapshot([
      ...users('ana', 'ben', 'cy'),
      listed(key('ana')),
      listed(key('ben'), key('ben', 'Active', '2'), key('ben', 'Inactive', '3')),
      listed(key('cy', 'Inactive')),
    ]),
    expected: { ana: fails('active', { count: 1 }), ben: fails('active', { count: 2 }), cy: 'pass' },
  },
  {
    name: 'the credential report knows nothing of them',
    snapshot: aws.snapshot([...users('ana'), reportOf({ ana: {} })]),
    expected: { [aws.id]: missing('sshPublicKeys') },
  },
  {
    name: 'keys of somebody else say nothing of a user, and neither does an empty answer',
    snapshot: aws.snapshot([...users('ana', 'ben'), listed(), listed(key('ben'))]),
    expected: { [aws.id]: partial('sshPublicKeys'), ben: fails('active', { count: 1 }) },
  },
  {
    name: 'a key shown by itself',
    snapshot: aws.snapshot([...users('ana'), { SSHPublicKey: { ...key('ana'), SSHPublicKeyBody: 'ssh-rsa AAAA' } }]),
    expected: { ana: fails('active', { count: 1 }) },
  },
  {
    name: 'a status that is not known',
    snapshot: aws.snapshot([...users('ana'), listed(key('ana', 'Sleeping'))]),
    expected: { ana: unproven('missing', 'unknown') },
  },
  {
    name: 'AWS refused to list them',
    snapshot: aws.snapshot([...users('ana'), refused('ListSSHPublicKeys')]),
    expected: { [aws.id]: denied('sshPublicKeys') },
  },
  {
    name: 'users in scope only',
    snapshot: aws.snapshot([...users('ana', 'ben'), listed(key('ana'), key('ben'))]),
    engagement: engagementOf({ principals: [{ arn: aws.arn('user', '/ben'), party: 'customer' }] }),
    expected: { ana: fails('active', { count: 1 }) },
  },
  { name: 'nothing that names users', snapshot: aws.snapshot([]), expected: { [aws.id]: missing('credentialReport', 'userDetails') } },
]);
