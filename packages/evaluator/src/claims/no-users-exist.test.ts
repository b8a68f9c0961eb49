import { awsAccount, details, wholeAccount } from '../testing/aws.test-helper.ts';
import { contradicted, cut, held, lacks, told, unchecked } from '../testing/claim-case.test-helper.ts';
import { reportOf, rootCells } from '../testing/report.test-helper.ts';
import { testClaim } from '../testing/test-claim.test-helper.ts';
import noUsersExist from './no-users-exist.ts';

const aws = awsAccount();
const accounts = aws.id;
const ana = aws.snapshot(wholeAccount({ users: [aws.user('ana')] }));
const user = (name: string) => told('user', { account: accounts, name }, name);

testClaim(noUsersExist, [
  { name: 'none', snapshot: aws.snapshot(wholeAccount({})), claim: {}, expected: held('held', { accounts }) },
  {
    name: 'none by the report',
    snapshot: aws.snapshot([reportOf({ '<root_account>': rootCells })]),
    claim: {},
    expected: held('held', { accounts }),
  },
  { name: 'one', snapshot: ana, claim: {}, expected: contradicted(user('ana')) },
  { name: 'one that only the report knows', snapshot: aws.snapshot([reportOf({ ben: {} })]), claim: {}, expected: contradicted(user('ben')) },
  { name: 'one in scope', snapshot: ana, claim: { among: 'inScope' }, expected: contradicted(user('ana')) },
  {
    name: 'one of the customer’s',
    snapshot: ana,
    engagement: { principals: [{ arn: aws.arn('user', '/*'), party: 'customer' }] },
    claim: { among: 'inScope' },
    expected: held('held-in-scope', { accounts }),
  },
  {
    name: 'a cut list',
    snapshot: aws.snapshot([{ ...(details({ users: [] }) as object), IsTruncated: true, Marker: 'more' }]),
    claim: {},
    expected: unchecked(cut('userDetails')),
  },
  { name: 'nothing', snapshot: aws.snapshot([]), claim: {}, expected: lacks('credentialReport', 'userDetails') },
]);
