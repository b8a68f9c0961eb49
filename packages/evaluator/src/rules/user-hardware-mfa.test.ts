import { awsAccount, wholeAccount } from '../testing/aws.test-helper.ts';
import { fails, missing, unproven } from '../testing/case.test-helper.ts';
import { consoleCells, keyCells, reportColumns, reportOf } from '../testing/report.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './user-hardware-mfa.ts';

const aws = awsAccount();
const china = awsAccount('111122223333', 'aws-cn');
const users = (...names: string[]) => wholeAccount({ users: names.map((name) => aws.user(name)) });
const active = { ...consoleCells, mfa_active: 'true' };
const virtual = (name: string, account = aws) => ({
  SerialNumber: account.arn('mfa', `/phone-of-${name}`),
  EnableDate: '2026-09-01T10:00:00+00:00',
  User: { UserName: name, UserId: `AIDA-${name}`, Arn: account.arn('user', `/${name}`), Path: '/', CreateDate: '2026-01-05T08:00:00+00:00' },
});
const virtuals = (...VirtualMFADevices: object[]) => ({ VirtualMFADevices });
const device = (UserName: string, SerialNumber: string) => ({ UserName, SerialNumber, EnableDate: '2026-09-01T10:00:00+00:00' });
const devices = (...MFADevices: object[]) => ({ MFADevices });
const fido = (name: string) => aws.arn('u2f', `/user/${name}/key-AB12CD34EF`);

testRule(rule, [
  {
    name: 'each kind of device, by the serial number',
    snapshot: aws.snapshot([
      ...users('ana', 'ben', 'cy', 'dee', 'eve'),
      reportOf({ ana: active, ben: active, cy: active, dee: active, eve: active }),
      devices(
        device('ana', fido('ana')),
        device('ben', 'GAHT12345678'),
        device('cy', aws.arn('mfa', '/cy')),
        device('dee', fido('dee')),
        device('dee', aws.arn('mfa', '/dee')),
        device('eve', aws.arn('sms-mfa', '/eve')),
      ),
    ]),
    expected: {
      ana: 'pass',
      ben: 'pass',
      cy: fails('virtual', { count: 1 }),
      dee: fails('virtual', { count: 1 }),
      eve: fails('virtual', { count: 1 }),
    },
  },
  {
    name: 'active MFA is of no kind: the report proves no hardware, and neither does the absence of a virtual device',
    snapshot: aws.snapshot([...users('ana', 'ben'), reportOf({ ana: active, ben: active }), virtuals(virtual('ben'))]),
    expected: { ana: unproven('missing', 'kind-unknown'), ben: fails('virtual', { count: 1 }) },
  },
  {
    name: 'one device in both lists is one',
    snapshot: aws.snapshot([
      ...users('ana'),
      reportOf({ ana: active }),
      virtuals(virtual('ana')),
      devices(device('ana', aws.arn('mfa', '/phone-of-ana'))),
    ]),
    expected: { ana: fails('virtual', { count: 1 }) },
  },
  {
    name: 'a virtual device beside a key of which only the one was listed',
    snapshot: aws.snapshot([...users('ana'), reportOf({ ana: active }), virtuals(virtual('ana')), devices(device('ana', fido('ana')))]),
    expected: { ana: fails('virtual', { count: 1 }) },
    sourcesDisagree: true,
  },
  {
    name: 'no device at all, and no console password',
    snapshot: aws.snapshot([...users('ana', 'ben'), reportOf({ ana: consoleCells, ben: keyCells })]),
    expected: { ana: fails('none'), ben: 'notApplicable' },
  },
  {
    name: 'a report without MFA',
    snapshot: aws.snapshot([
      ...users('ana'),
      reportOf({ ana: consoleCells }, { columns: reportColumns.filter((column) => column !== 'mfa_active') }),
    ]),
    expected: { ana: unproven('missing', 'mfa-unknown') },
  },
  {
    name: 'no report: a device, and nobody who says whether there is a password',
    snapshot: aws.snapshot([...users('ana'), virtuals(virtual('ana'))]),
    expected: { ana: unproven('missing', 'console-unknown') },
  },
  {
    name: 'another partition',
    snapshot: china.snapshot([
      ...wholeAccount({ users: [china.user('ana')] }),
      reportOf({ ana: active }, { arns: { id: china.id, partition: 'aws-cn' } }),
      virtuals(virtual('ana', china)),
    ]),
    expected: { ana: fails('virtual', { count: 1 }) },
  },
  { name: 'nothing that names users', snapshot: aws.snapshot([]), expected: { [aws.id]: missing('credentialReport', 'userDetails') } },
]);
