import { awsAccount, details, wholeAccount } from '../testing/aws.test-helper.ts';
import { contradicted, cut, held, told, unchecked } from '../testing/claim-case.test-helper.ts';
import { keyCells, reportOf, type ReportCells } from '../testing/report.test-helper.ts';
import { testClaim } from '../testing/test-claim.test-helper.ts';
import noActiveAccessKeys from './no-active-access-keys.ts';

const aws = awsAccount();
const account = (rows: Record<string, ReportCells>, extra: string[] = []) =>
  aws.snapshot([...wholeAccount({ users: [...Object.keys(rows), ...extra].map((name) => aws.user(name)) }), reportOf(rows)]);
const inactive = { ...keyCells, access_key_1_active: 'false' };
const accounts = aws.id;

testClaim(noActiveAccessKeys, [
  { name: 'none, and an inactive one', snapshot: account({ ana: {}, ben: inactive }), claim: {}, expected: held('held', { accounts, total: 2 }) },
  { name: 'nobody', snapshot: account({}), claim: {}, expected: held('held', { accounts, total: 0 }) },
  { name: 'one', snapshot: account({ ana: {}, ci: keyCells }), claim: {}, expected: contradicted(told('key', { name: 'ci', count: 1 }, 'ci')) },
  {
    name: 'not of the one named',
    snapshot: account({ ana: {}, ci: keyCells }),
    claim: { principals: ['a*'] },
    expected: held('held', { accounts, total: 1 }),
  },
  {
    name: 'not of those in scope',
    snapshot: account({ ana: {}, ci: keyCells }),
    engagement: { principals: [{ arn: aws.arn('user', '/ci'), party: 'customer' }] },
    claim: { among: 'inScope' },
    expected: held('held', { accounts, total: 1 }),
  },
  {
    name: 'a user the report lacks',
    snapshot: account({ ana: {} }, ['new']),
    claim: {},
    expected: unchecked(told('unknown', { name: 'new' }, 'new')),
  },
  {
    name: 'one who is not there',
    snapshot: account({}),
    claim: { principals: ['ana'] },
    expected: contradicted(told('absent', { name: 'ana', accounts })),
  },
  {
    name: 'two of one name',
    snapshot: aws.snapshot([...wholeAccount({ users: [aws.user('ana'), aws.user('ana', { path: '/b/' })] }), reportOf({ ana: {} })]),
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
