import { awsAccount, wholeAccount, type Answer } from '../testing/aws.test-helper.ts';
import { fails, missing, unproven } from '../testing/case.test-helper.ts';
import { engagementOf } from '../testing/engagement.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './principal-unused-service.ts';

const aws = awsAccount();
const when = '2026-10-01T08:00:00Z';
const job = (name: string | null, services: Record<string, string | null>, done = when): Answer => ({
  ...(name === null ? {} : { Arn: aws.arn('user', `/${name}`) }),
  JobStatus: 'COMPLETED',
  JobCreationDate: done,
  JobCompletionDate: done,
  ServicesLastAccessed: Object.entries(services).map(([ServiceNamespace, last]) => ({
    ServiceName: ServiceNamespace,
    ServiceNamespace,
    TotalAuthenticatedEntities: last === null ? 0 : 1,
    ...(last === null ? {} : { LastAuthenticated: last }),
  })),
});
const users = (...names: string[]) => wholeAccount({ users: names.map((name) => aws.user(name)) });
const young = { ...aws.user('new'), CreateDate: '2026-09-01T08:00:00+00:00' };
const unused = (total: number, ...services: string[]) => fails('unused', { count: services.length, total, services });

testRule(rule, [
  {
    name: 'services granted, attempted and not',
    snapshot: aws.snapshot([
      ...users('ana', 'ben', 'cy', 'dee'),
      job('ana', { s3: null, ec2: when, sqs: null }),
      job('ben', { s3: when }),
      job('cy', {}),
    ]),
    expected: {
      ana: unused(3, 's3', 'sqs'),
      ben: 'pass',
      cy: 'notApplicable',
      dee: unproven('missing', 'no-job'),
    },
  },
  {
    name: 'the last of several jobs',
    snapshot: aws.snapshot([...users('ana'), job('ana', { s3: null }, '2026-08-01T08:00:00Z'), job('ana', { s3: when, ec2: null })]),
    expected: { ana: unused(2, 'ec2') },
  },
  {
    name: 'answers that do not say whose they are',
    snapshot: aws.snapshot([...users('ana', 'ben'), job('ben', { s3: when }), job(null, { s3: null })]),
    expected: { ana: unproven('missing', 'unnamed', { count: 1 }), ben: 'pass' },
  },
  {
    name: 'a principal that is young',
    snapshot: aws.snapshot([...wholeAccount({ users: [young, aws.user('old')] }), job('new', { s3: null }), job('old', { s3: null })]),
    expected: { new: 'notApplicable', old: unused(1, 's3') },
    sourcesDisagree: true,
  },
  {
    name: 'principals in scope only',
    snapshot: aws.snapshot([...users('ana', 'theirs'), job('ana', { s3: when }), job('theirs', { s3: null })]),
    engagement: engagementOf({ principals: [{ arn: aws.arn('user', '/theirs'), party: 'customer' }] }),
    expected: { ana: 'pass' },
  },
  { name: 'nothing tracked in the data', snapshot: aws.snapshot(users('ana')), expected: { [aws.id]: missing('servicesLastAccessed') } },
]);
