import { awsAccount, wholeAccount } from '../testing/aws.test-helper.ts';
import { contradicted, held, told, unchecked } from '../testing/claim-case.test-helper.ts';
import { consoleCells, reportOf, type ReportCells } from '../testing/report.test-helper.ts';
import { testClaim } from '../testing/test-claim.test-helper.ts';
import everyConsoleUserHasMfa from './every-console-user-has-mfa.ts';

const aws = awsAccount();
const mfa = { ...consoleCells, mfa_active: 'true' };
const account = (rows: Record<string, ReportCells>) =>
  aws.snapshot([...wholeAccount({ users: Object.keys(rows).map((name) => aws.user(name)) }), reportOf(rows)]);
const all = { accounts: aws.id, among: 'all' };

testClaim(everyConsoleUserHasMfa, [
  { name: 'one with, one machine', snapshot: account({ ana: mfa, ci: {} }), claim: {}, expected: held('held', { ...all, count: 1 }) },
  { name: 'nobody has a password', snapshot: account({ ci: {} }), claim: {}, expected: held('held-none', { ...all, total: 1 }) },
  {
    name: 'one without',
    snapshot: account({ ana: mfa, ben: consoleCells }),
    claim: {},
    expected: contradicted(told('none', { name: 'ben' }, 'ben')),
  },
  {
    name: 'one without who is the customer’s',
    snapshot: account({ ana: mfa, ben: consoleCells }),
    engagement: { principals: [{ arn: aws.arn('user', '/ben'), party: 'customer' }] },
    claim: { among: 'inScope' },
    expected: held('held', { accounts: aws.id, among: 'inScope', count: 1 }),
  },
  {
    name: 'no report',
    snapshot: aws.snapshot(wholeAccount({ users: [aws.user('ana')] })),
    claim: {},
    expected: unchecked(told('unknown', { name: 'ana' }, 'ana')),
  },
]);
