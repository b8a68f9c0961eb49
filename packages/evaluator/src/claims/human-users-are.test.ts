import { awsAccount, details, wholeAccount } from '../testing/aws.test-helper.ts';
import { contradicted, cut, held, told, unchecked } from '../testing/claim-case.test-helper.ts';
import { consoleCells, keyCells, reportOf, type ReportCells } from '../testing/report.test-helper.ts';
import { testClaim } from '../testing/test-claim.test-helper.ts';
import humanUsersAre from './human-users-are.ts';

const aws = awsAccount();
const account = (rows: Record<string, ReportCells>) =>
  aws.snapshot([...wholeAccount({ users: Object.keys(rows).map((name) => aws.user(name)) }), reportOf(rows)]);
const all = { accounts: aws.id, among: 'all' };
const mixed = account({ ana: consoleCells, ci: keyCells });

testClaim(humanUsersAre, [
  { name: 'one person, one machine', snapshot: mixed, claim: { principals: ['ana'] }, expected: held('held', { ...all, total: 2, names: ['ana'] }) },
  { name: 'machines only', snapshot: account({ ci: keyCells }), claim: { principals: [] }, expected: held('held-none', { ...all, total: 1 }) },
  {
    name: 'a person more, and a machine named',
    snapshot: mixed,
    claim: { principals: ['ci'] },
    expected: contradicted(told('other', { name: 'ana' }, 'ana'), told('machine', { name: 'ci' }, 'ci')),
  },
  {
    name: 'as declared',
    snapshot: mixed,
    engagement: { principals: [{ arn: aws.arn('user', '/ana'), party: 'partner', kind: 'workload' }] },
    claim: { principals: [], among: 'inScope' },
    expected: held('held-none', { accounts: aws.id, among: 'inScope', total: 2 }),
  },
  {
    name: 'nothing shows it',
    snapshot: account({ ana: {} }),
    claim: { principals: ['ana'] },
    expected: unchecked(told('unknown', { name: 'ana' }, 'ana')),
  },
  {
    name: 'one who is not there',
    snapshot: account({}),
    claim: { principals: ['ana'] },
    expected: contradicted(told('absent', { name: 'ana', accounts: aws.id })),
  },
  {
    name: 'two of one name',
    snapshot: aws.snapshot([...wholeAccount({ users: [aws.user('ana'), aws.user('ana', { path: '/b/' })] }), reportOf({ ana: consoleCells })]),
    claim: { principals: ['ana'] },
    expected: unchecked(told('ambiguous', { name: 'ana', accounts: aws.id })),
  },
  {
    name: 'a cut list',
    snapshot: aws.snapshot([{ ...(details({ users: [] }) as object), IsTruncated: true, Marker: 'more' }]),
    claim: { principals: ['ana'] },
    expected: unchecked(cut('userDetails'), told('unseen', { name: 'ana', accounts: aws.id })),
  },
]);
