import { awsAccount, details, refused, wholeAccount, type Answer } from '../testing/aws.test-helper.ts';
import { denied, fails, missing, partial, unproven } from '../testing/case.test-helper.ts';
import { engagementOf } from '../testing/engagement.test-helper.ts';
import { keyCells, reportOf, rootCells } from '../testing/report.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './user-service-specific-credential.ts';

const aws = awsAccount();
const gov = awsAccount('111122223333', 'aws-us-gov');
const users = (...names: string[]) => wholeAccount({ users: names.map((name) => aws.user(name)) });
const bedrock = 'bedrock.amazonaws.com';
const logs = 'logs.amazonaws.com';
const git = 'codecommit.amazonaws.com';

interface Credential {
  Status?: string;
  ServiceName?: string;
  ExpirationDate?: string;
}
const credential = (UserName: string, rest: Credential = {}, id = '1') => ({
  UserName,
  Status: 'Active',
  ServiceName: bedrock,
  ServiceSpecificCredentialId: `ACCA-${UserName}-${id}`,
  CreateDate: '2026-09-01T10:00:00+00:00',
  ...rest,
});
const listed = (...ServiceSpecificCredentials: object[]): Answer => ({ ServiceSpecificCredentials });
const active = (count: number, ...services: string[]) => fails('active', { count, services });
/** What an export says that asked for every user: the AWS CLI's answers alone cannot say so. */
const everyUser: Answer = {
  format: 'iam-dossier.export',
  formatVersion: 1,
  collectedAt: '2026-10-01T09:00:00Z',
  everyUser: ['iam:ListServiceSpecificCredentials'],
};

testRule(rule, [
  {
    name: 'API keys of Amazon Bedrock and CloudWatch Logs, Git passwords, and one that sleeps',
    snapshot: aws.snapshot([
      ...users('ana', 'ben', 'cy', 'dee'),
      listed(
        credential('ana'),
        credential('ben', { ServiceName: logs }),
        credential('ben', { ServiceName: git }, '2'),
        credential('ben', {}, '3'),
        credential('ben', {}, '4'),
        credential('cy', { Status: 'Inactive' }),
        credential('dee', { Status: 'Inactive' }),
        credential('dee', {}, '2'),
      ),
    ]),
    expected: { ana: active(1, bedrock), ben: active(4, bedrock, git, logs), cy: 'pass', dee: active(1, bedrock) },
  },
  {
    name: 'nobody listed them: no report, and no user without keys, is a proof',
    snapshot: aws.snapshot([...users('ana', 'ben'), reportOf({ '<root_account>': rootCells, 'ana': {}, 'ben': keyCells })]),
    expected: { [aws.id]: missing('serviceSpecificCredentials') },
  },
  {
    name: 'an empty answer does not say whom it is about',
    snapshot: aws.snapshot([...users('ana', 'ben'), listed(), listed(credential('ben'))]),
    expected: { [aws.id]: partial('serviceSpecificCredentials'), ben: active(1, bedrock) },
  },
  {
    name: 'every user was asked: by one answer for all',
    snapshot: aws.snapshot([...users('ana', 'ben'), everyUser, listed(credential('ben'))]),
    expected: { ana: 'pass', ben: active(1, bedrock) },
  },
  {
    name: 'every user was asked: by one answer each, and one too few',
    snapshot: aws.snapshot([...users('ana', 'ben', 'cy'), everyUser, listed(credential('ben')), listed()]),
    expected: { [aws.id]: partial('serviceSpecificCredentials'), ben: active(1, bedrock) },
  },
  {
    name: 'an expiry decides, to the second, and not the status',
    snapshot: aws.snapshot([
      ...users('ana', 'ben', 'cy', 'dee'),
      listed(
        credential('ana', { ExpirationDate: '2026-10-01T09:00:00+00:00' }),
        credential('ben', { ExpirationDate: '2026-10-01T09:00:01+00:00' }),
        credential('cy', { Status: 'Expired' }),
        credential('dee', { ExpirationDate: '2026-09-01T10:00:00+00:00' }),
        credential('dee', { ServiceName: git }, '2'),
      ),
    ]),
    expected: { ana: 'pass', ben: active(1, bedrock), cy: 'pass', dee: active(1, git) },
  },
  {
    name: 'an expiry counted to a time given',
    snapshot: aws.snapshot([...users('ana'), listed(credential('ana', { ExpirationDate: '2026-12-31T00:00:00+00:00' }))]),
    asOf: '2027-01-01T00:00:00Z',
    expected: { ana: 'pass' },
  },
  {
    name: 'no time to compare an expiry with',
    snapshot: aws.snapshot(
      [
        ...users('ana', 'ben', 'cy'),
        listed(credential('ana', { ExpirationDate: '2026-10-01T09:00:00+00:00' }), credential('ben'), credential('cy', { Status: 'Inactive' })),
      ],
      null,
    ),
    expected: { ana: unproven('missing', 'no-time'), ben: active(1, bedrock), cy: 'pass' },
  },
  {
    name: 'a status that is not known, alone and beside an active one',
    snapshot: aws.snapshot([
      ...users('ana', 'ben'),
      listed(credential('ana', { Status: 'Sleeping' }), credential('ben', { Status: 'Sleeping' }), credential('ben', {}, '2')),
    ]),
    expected: { ana: unproven('missing', 'unknown'), ben: active(1, bedrock) },
  },
  {
    name: 'AWS refused to list them',
    snapshot: aws.snapshot([...users('ana'), refused('ListServiceSpecificCredentials')]),
    expected: { [aws.id]: denied('serviceSpecificCredentials') },
  },
  {
    name: 'a user with a comma in its name',
    snapshot: aws.snapshot([...users('ribeiro,ana'), listed(credential('ribeiro,ana'))]),
    expected: { 'ribeiro,ana': active(1, bedrock) },
  },
  {
    name: 'users in scope only',
    snapshot: aws.snapshot([...users('ana', 'ben'), listed(credential('ana'), credential('ben'))]),
    engagement: engagementOf({ principals: [{ arn: aws.arn('user', '/ben'), party: 'customer' }] }),
    expected: { ana: active(1, bedrock) },
  },
  {
    name: 'a cut list of users',
    snapshot: aws.snapshot([
      { ...(details({ users: [aws.user('ana')] }) as object), IsTruncated: true, Marker: 'more' },
      listed(credential('ana', { Status: 'Inactive' })),
    ]),
    expected: { [aws.id]: partial('userDetails'), ana: 'pass' },
  },
  {
    name: 'another partition',
    snapshot: gov.snapshot([...wholeAccount({ users: [gov.user('ana')] }), listed(credential('ana', { ServiceName: git }))]),
    expected: { ana: active(1, git) },
  },
  {
    name: 'nothing but empty answers',
    snapshot: aws.snapshot([...users('ana'), listed()]),
    expected: { [aws.id]: unproven('partial', 'facts-missing', { parts: ['serviceSpecificCredentials'] }) },
  },
  {
    name: 'nobody in scope of whom it could be asked',
    snapshot: aws.snapshot([...users('ben'), reportOf({ '<root_account>': rootCells, 'ben': {} })]),
    engagement: engagementOf({ principals: [{ arn: aws.arn('user', '/ben'), party: 'customer' }] }),
    expected: {},
  },
  { name: 'no user', snapshot: aws.snapshot(wholeAccount({})), expected: {} },
  { name: 'nothing that names users', snapshot: aws.snapshot([]), expected: { [aws.id]: missing('credentialReport', 'userDetails') } },
]);
