import { awsAccount, details, refused, wholeAccount } from '../testing/aws.test-helper.ts';
import { contradicted, cut, held, lacks, told, unchecked } from '../testing/claim-case.test-helper.ts';
import { testClaim } from '../testing/test-claim.test-helper.ts';
import administratorsAre from './administrators-are.ts';

const aws = awsAccount();
const other = awsAccount('222233334444');
const admin = aws.policy('AdministratorAccess', [{ Action: '*' }]);
const services = [{ Principal: { Service: 'ec2.amazonaws.com' } }];
const ci = aws.user('ci', { attached: ['AdministratorAccess'] });
const ana = aws.user('ana', { inline: { read: [{ Action: 's3:GetObject' }] } });
const self = aws.user('self', { inline: { self: [{ Action: 'iam:PutUserPolicy' }] } });
const theirs = aws.role('theirs', services, { attached: ['AdministratorAccess'] });
const linked = aws.role('AWSServiceRoleForX', services, { path: '/aws-service-role/x.amazonaws.com/', attached: ['AdministratorAccess'] });
const account = (...users: object[]) => aws.snapshot(wholeAccount({ users, roles: [linked], policies: [admin] }));
const all = { accounts: aws.id, among: 'all' };
const data = (name: string, ...policies: string[]) => ({ name, policies });

testClaim(administratorsAre, [
  {
    name: 'one, named',
    snapshot: account(ci, ana),
    claim: { principals: ['ci'] },
    expected: held('held', { ...all, total: 2, count: 1, names: ['ci'] }),
  },
  {
    name: 'by ARN',
    snapshot: account(ci),
    claim: { principals: [aws.arn('user', '/c*')] },
    expected: held('held', { ...all, total: 1, count: 1, names: ['ci'] }),
  },
  { name: 'none', snapshot: account(ana), claim: { principals: [] }, expected: held('held-none', { ...all, total: 1 }) },
  {
    name: 'others too, by right or by the right to give it',
    snapshot: account(ci, self),
    claim: { principals: [] },
    expected: contradicted(told('other', data('ci', 'AdministratorAccess'), 'ci'), told('other', data('self', 'self'), 'self')),
  },
  {
    name: 'one who is none',
    snapshot: account(ana),
    claim: { principals: ['ana'] },
    expected: contradicted(told('limited', { name: 'ana' }, 'ana')),
  },
  {
    name: 'one who is not there',
    snapshot: account(ci),
    claim: { principals: ['ci', 'gone'] },
    expected: contradicted(told('absent', { name: 'gone', accounts: aws.id })),
  },
  {
    name: 'in scope only',
    snapshot: aws.snapshot(wholeAccount({ users: [ci], roles: [theirs], policies: [admin] })),
    engagement: { principals: [{ arn: aws.arn('role', '/theirs'), party: 'customer' }] },
    claim: { principals: ['ci'], among: 'inScope' },
    expected: held('held', { accounts: aws.id, among: 'inScope', total: 1, count: 1, names: ['ci'] }),
  },
  {
    name: 'a user and a role of one name',
    snapshot: aws.snapshot(
      wholeAccount({ users: [ci], roles: [aws.role('ci', services, { attached: ['AdministratorAccess'] })], policies: [admin] }),
    ),
    claim: { principals: ['ci'] },
    expected: unchecked(told('ambiguous', { name: 'ci', accounts: aws.id })),
  },
  {
    name: 'a policy that is not in the data',
    snapshot: account(aws.user('ben', { attached: [aws.arn('policy', '/gone')] })),
    claim: { principals: [] },
    expected: unchecked(told('unknown', { name: 'ben' }, 'ben')),
  },
  {
    name: 'a cut list, and one who may be in the rest',
    snapshot: aws.snapshot([
      { ...(details({ users: [ci], groups: [], roles: [], policies: [admin] }) as object), IsTruncated: true, Marker: 'more' },
    ]),
    claim: { principals: ['ci', 'dee'] },
    expected: unchecked(cut('roleDetails', 'userDetails'), told('unseen', { name: 'dee', accounts: aws.id })),
  },
  {
    name: 'of two accounts',
    snapshot: [account(ci), other.snapshot(wholeAccount({ users: [other.user('eve', { inline: { all: [{ Action: '*' }] } })] }))],
    claim: { principals: ['ci'] },
    expected: contradicted(told('other', data('eve', 'all'), 'eve')),
  },
  {
    name: 'of one of two accounts',
    snapshot: [account(ci), other.snapshot(wholeAccount({ users: [other.user('eve', { inline: { all: [{ Action: '*' }] } })] }))],
    claim: { principals: ['ci'], account: aws.id },
    expected: held('held', { ...all, total: 1, count: 1, names: ['ci'] }),
  },
  {
    name: 'of an account that nobody handed in',
    snapshot: account(ci),
    claim: { principals: ['ci'], account: other.id },
    expected: unchecked(told('no-account', { account: other.id })),
  },
  {
    name: 'the partner’s own account does not count',
    snapshot: [account(ci), other.snapshot(wholeAccount({ users: [other.user('eve', { inline: { all: [{ Action: '*' }] } })] }))],
    engagement: {
      accounts: [
        { id: aws.id, role: 'workload' },
        { id: other.id, role: 'partnerIdentity' },
      ],
    },
    claim: { principals: ['ci'] },
    expected: held('held', { ...all, total: 1, count: 1, names: ['ci'] }),
  },
  {
    name: 'refused',
    snapshot: aws.snapshot([refused('GetAccountAuthorizationDetails')]),
    claim: { principals: [] },
    expected: unchecked(told('facts-denied', { parts: ['roleDetails', 'userDetails'], account: aws.id }, aws.id)),
  },
  { name: 'nothing', snapshot: aws.snapshot([]), claim: { principals: [] }, expected: lacks('roleDetails', 'userDetails') },
]);
