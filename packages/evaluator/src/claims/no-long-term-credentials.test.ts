import type { Snapshot } from '@iam-dossier/core/snapshot';
import { awsAccount, details, wholeAccount } from '../testing/aws.test-helper.ts';
import { contradicted, cut, held, told, unchecked } from '../testing/claim-case.test-helper.ts';
import { consoleCells, keyCells, reportOf, type ReportCells } from '../testing/report.test-helper.ts';
import { testClaim } from '../testing/test-claim.test-helper.ts';
import noLongTermCredentials from './no-long-term-credentials.ts';

const aws = awsAccount();
/** Every user was asked for every kind. */
const asked = (snapshot: Snapshot): Snapshot => {
  const complete = { status: 'complete' as const, sources: [] };
  return { ...snapshot, parts: { ...snapshot.parts, serviceSpecificCredentials: complete, sshPublicKeys: complete, signingCertificates: complete } };
};
const account = (rows: Record<string, ReportCells>, ...answers: object[]) =>
  aws.snapshot([...wholeAccount({ users: Object.keys(rows).map((name) => aws.user(name)) }), reportOf(rows), ...answers]);
const accounts = aws.id;
const holds = (name: string, ...credentials: string[]) => told('credential', { name, credentials }, name);
const specific = {
  ServiceSpecificCredentials: [
    {
      UserName: 'ana',
      Status: 'Active',
      ServiceName: 'bedrock.amazonaws.com',
      ServiceSpecificCredentialId: 'ACCA1',
      CreateDate: '2026-09-01T00:00:00Z',
    },
  ],
};

testClaim(noLongTermCredentials, [
  { name: 'no user at all', snapshot: account({}), claim: {}, expected: held('held-nobody', { accounts, among: 'all' }) },
  {
    name: 'no user in scope',
    snapshot: account({ ana: consoleCells }),
    engagement: { principals: [{ arn: aws.arn('user', '/ana'), party: 'customer' }] },
    claim: { among: 'inScope' },
    expected: held('held-nobody', { accounts, among: 'inScope' }),
  },
  {
    name: 'users without any, every list handed in',
    snapshot: asked(account({ ana: {} })),
    claim: { principals: ['ana'] },
    expected: held('held', { accounts, total: 1 }),
  },
  {
    name: 'a password, a key, both',
    snapshot: account({ ana: consoleCells, ben: keyCells, cy: { ...consoleCells, ...keyCells } }),
    claim: {},
    expected: contradicted(holds('ana', 'password'), holds('ben', 'accessKey'), holds('cy', 'password', 'accessKey')),
  },
  { name: 'a key of Amazon Bedrock', snapshot: account({ ana: {} }, specific), claim: {}, expected: contradicted(holds('ana', 'serviceSpecific')) },
  {
    name: 'what the ordinary exports do not list',
    snapshot: account({ ana: {} }),
    claim: {},
    expected: unchecked(told('unknown', { name: 'ana', credentials: ['serviceSpecific', 'sshKeys'] }, 'ana')),
  },
  {
    name: 'one who is not there',
    snapshot: account({}),
    claim: { principals: ['ana'] },
    expected: contradicted(told('absent', { name: 'ana', accounts })),
  },
  {
    name: 'two of one name',
    snapshot: asked(aws.snapshot([...wholeAccount({ users: [aws.user('ana'), aws.user('ana', { path: '/b/' })] }), reportOf({ ana: {} })])),
    claim: { principals: ['ana'] },
    expected: unchecked(told('ambiguous', { name: 'ana', accounts })),
  },
  {
    name: 'a cut list',
    snapshot: aws.snapshot([{ ...(details({ users: [] }) as object), IsTruncated: true, Marker: 'more' }]),
    claim: { principals: ['ana'] },
    expected: unchecked(cut('userDetails'), told('unseen', { name: 'ana', accounts })),
  },
]);
