import { awsAccount, details, wholeAccount } from '../testing/aws.test-helper.ts';
import { contradicted, cut, held, lacks, told, unchecked } from '../testing/claim-case.test-helper.ts';
import { testClaim } from '../testing/test-claim.test-helper.ts';
import groupsAre from './groups-are.ts';

const aws = awsAccount();
const account = (...names: string[]) =>
  aws.snapshot(wholeAccount({ users: [aws.user('ana', { groups: names.slice(0, 1) })], groups: names.map((name) => aws.group(name)) }));
const accounts = aws.id;

testClaim(groupsAre, [
  { name: 'none', snapshot: account(), claim: { groups: [] }, expected: held('held-none', { accounts }) },
  { name: 'two', snapshot: account('ops', 'dev'), claim: { groups: ['ops', 'dev'] }, expected: held('held', { accounts, groups: ['dev', 'ops'] }) },
  {
    name: 'one more, and one that is not there',
    snapshot: account('ops'),
    claim: { groups: ['dev'] },
    expected: contradicted(told('other', { account: accounts, name: 'ops', members: 1 }, 'ops'), told('absent', { accounts, name: 'dev' })),
  },
  {
    name: 'a cut list',
    snapshot: aws.snapshot([{ ...(details({ groups: [aws.group('ops')] }) as object), IsTruncated: true, Marker: 'more' }]),
    claim: { groups: ['ops', 'dev'] },
    expected: unchecked(cut('groupDetails')),
  },
  { name: 'nothing', snapshot: aws.snapshot([]), claim: { groups: [] }, expected: lacks('groupDetails') },
]);
