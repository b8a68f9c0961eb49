import { awsAccount, wholeAccount } from '../testing/aws.test-helper.ts';
import { asks, fails, missing, unproven } from '../testing/case.test-helper.ts';
import { engagementOf } from '../testing/engagement.test-helper.ts';
import { consoleCells, keyCells, reportOf } from '../testing/report.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './user-dedicated-credential.ts';

const aws = awsAccount();
const users = (...names: string[]) => wholeAccount({ users: names.map((name) => aws.user(name)) });
const own = (name: string) => ({ arn: aws.arn('user', `/${name}`), party: 'partner' as const });
const people = [
  { id: 'ana', name: 'Ana Ribeiro', organisation: 'partner' as const },
  { id: 'priya', name: 'Priya Raman', organisation: 'customer' as const },
];

testRule(rule, [
  {
    name: 'each declaration',
    snapshot: aws.snapshot([
      ...users('ana', 'ben', 'cy', 'dee', 'eve'),
      reportOf({ ana: consoleCells, ben: consoleCells, cy: consoleCells, dee: consoleCells, eve: consoleCells }),
    ]),
    engagement: engagementOf({
      people,
      principals: [
        { ...own('ana'), person: 'ana' },
        { ...own('ben'), person: 'priya' },
        { ...own('cy'), person: 'nobody' },
        { ...own('dee'), kind: 'human' },
      ],
    }),
    expected: {
      ana: 'pass',
      ben: fails('other-organisation', { organisation: 'customer' }),
      cy: asks('person-unknown', { person: 'nobody' }),
      dee: asks('undeclared'),
      eve: asks('undeclared'),
    },
  },
  {
    name: 'machines, with, without and perhaps with a console password',
    snapshot: aws.snapshot([...users('ci', 'old', 'new'), reportOf({ ci: keyCells, old: { ...consoleCells, ...keyCells } })]),
    engagement: engagementOf({ principals: ['ci', 'old', 'new'].map((name) => ({ ...own(name), kind: 'workload' as const })) }),
    expected: { ci: 'notApplicable', old: fails('machine-with-console'), new: unproven('missing', 'console-unknown') },
  },
  {
    name: 'a break-glass user is somebody’s too',
    snapshot: aws.snapshot([...users('rescue', 'spare'), reportOf({ rescue: consoleCells, spare: consoleCells })]),
    engagement: engagementOf({
      people,
      principals: [
        { ...own('rescue'), kind: 'breakGlass', person: 'ana' },
        { ...own('spare'), kind: 'breakGlass' },
      ],
    }),
    expected: { rescue: 'pass', spare: asks('undeclared') },
  },
  {
    name: 'a machine presumed from its keys is not a machine declared',
    snapshot: aws.snapshot([...users('ci'), reportOf({ ci: keyCells })]),
    expected: { ci: asks('undeclared') },
  },
  {
    name: 'the first entry that fits holds; others’ users are not judged',
    snapshot: aws.snapshot([...users('ana', 'zoe'), reportOf({ ana: consoleCells, zoe: consoleCells })]),
    engagement: engagementOf({
      people,
      principals: [
        { ...own('ana'), person: 'ana' },
        { arn: aws.arn('user', '/*'), party: 'customer' },
      ],
    }),
    expected: { ana: 'pass' },
  },
  { name: 'no user', snapshot: aws.snapshot(wholeAccount({})), expected: {} },
  { name: 'nothing that names users', snapshot: aws.snapshot([]), expected: { [aws.id]: missing('credentialReport', 'userDetails') } },
]);
