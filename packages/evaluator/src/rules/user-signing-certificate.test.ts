import { awsAccount, wholeAccount } from '../testing/aws.test-helper.ts';
import { fails, missing, unproven } from '../testing/case.test-helper.ts';
import { engagementOf } from '../testing/engagement.test-helper.ts';
import { reportColumns, reportOf } from '../testing/report.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './user-signing-certificate.ts';

const aws = awsAccount();
const users = (...names: string[]) => wholeAccount({ users: names.map((name) => aws.user(name)) });
const certificate = (UserName: string, Status = 'Active', id = '1') => ({
  UserName,
  CertificateId: `C-${UserName}-${id}`,
  Status,
  CertificateBody: '-',
  UploadDate: '2026-09-01T10:00:00+00:00',
});
const listed = (...Certificates: object[]) => ({ Certificates });
const active = (count: number) => fails('active', { count });

testRule(rule, [
  {
    name: 'by the credential report: none, each slot, both, and one that sleeps and keeps its date',
    snapshot: aws.snapshot([
      ...users('ana', 'ben', 'cy', 'dee', 'eve'),
      reportOf({
        ana: {},
        ben: { cert_1_active: 'true', cert_1_last_rotated: '2019-01-01T00:00:00+00:00' },
        cy: { cert_2_active: 'TRUE' },
        dee: { cert_1_active: 'true', cert_2_active: 'true' },
        eve: { cert_1_active: 'false', cert_1_last_rotated: '2019-01-01T00:00:00+00:00' },
      }),
    ]),
    expected: { ana: 'pass', ben: active(1), cy: active(1), dee: active(2), eve: 'pass' },
  },
  {
    name: 'by the list, which is newer than the report',
    snapshot: aws.snapshot([
      ...users('ana', 'ben'),
      reportOf({ ana: { cert_1_active: 'true' }, ben: {} }),
      listed(certificate('ana', 'Inactive'), certificate('ben'), certificate('ben', 'Inactive', '2')),
    ]),
    expected: { ana: 'pass', ben: active(1) },
    sourcesDisagree: true,
  },
  {
    name: 'a report without the columns, and with one of them',
    snapshot: aws.snapshot([
      ...users('ana', 'ben'),
      reportOf({ ana: {}, ben: { cert_1_active: 'true' } }, { columns: reportColumns.filter((column) => column !== 'cert_2_active') }),
    ]),
    expected: { [aws.id]: unproven('missing', 'list-partial', { parts: ['signingCertificates'] }), ben: active(1) },
  },
  {
    name: 'a status that is not known',
    snapshot: aws.snapshot([...users('ana'), listed(certificate('ana', 'Sleeping'))]),
    expected: { ana: unproven('missing', 'unknown') },
  },
  { name: 'no source of certificates', snapshot: aws.snapshot(users('ana')), expected: { [aws.id]: missing('signingCertificates') } },
  {
    name: 'users in scope only',
    snapshot: aws.snapshot([...users('ana', 'ben'), reportOf({ ana: { cert_1_active: 'true' }, ben: { cert_1_active: 'true' } })]),
    engagement: engagementOf({ principals: [{ arn: aws.arn('user', '/ben'), party: 'customer' }] }),
    expected: { ana: active(1) },
  },
  { name: 'nothing that names users', snapshot: aws.snapshot([]), expected: { [aws.id]: missing('credentialReport', 'userDetails') } },
]);
