import { defineClaim } from './engine/definition.ts';
import { everyone } from './engine/principals.ts';
import { idsOf } from './engine/shared.ts';

export default defineClaim({
  id: 'noUsersExist',
  title: 'No IAM user',
  description:
    'The account has no IAM user: whoever comes in does so by a role. With `among: inScope` users of the customer and of others do not count.',
  arguments: { among: '`all` users of the account, or those `inScope`; default `all`' },
  criterion: 'A2',
  since: '0.1.0',
  example: 'claim: noUsersExist\namong: inScope',
  inputs: ['users'],
  messages: {
    'held': { outcome: 'held', text: 'Account {accounts} has no IAM user.' },
    'held-in-scope': { outcome: 'held', text: 'No IAM user of account {accounts} is in scope: the partner comes in by roles only.' },
    'user': { outcome: 'contradicted', text: 'Account {account} has the IAM user {name}.' },
  },
  judge: ({ among = 'all' }, reach) => {
    const users = everyone(reach, (facts) => facts.users, among);
    const data = { accounts: idsOf(reach.accounts) };
    return {
      held: { message: among === 'all' ? 'held' : 'held-in-scope', data },
      evidence: reach.accounts.map(({ at }) => at('/users')),
      against: users.map(({ subject, name, account, place }) => ({
        message: 'user',
        data: { account: account.id, name },
        subject,
        evidence: [place],
      })),
      unclear: [],
    };
  },
});
