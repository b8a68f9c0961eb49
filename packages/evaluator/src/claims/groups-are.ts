import { compareText } from '@iam-dossier/core/json';
import { defineClaim, said } from './engine/definition.ts';
import { idsOf } from './engine/shared.ts';

export default defineClaim({
  id: 'groupsAre',
  title: 'Which user groups there are',
  description: 'The account has these IAM user groups and no others. An empty list claims that there is none.',
  arguments: { groups: 'names of user groups; an empty list for none' },
  criterion: 'B1',
  since: '0.1.0',
  example: 'claim: groupsAre\ngroups: []',
  inputs: ['groups'],
  messages: {
    'held': { outcome: 'held', text: 'Account {accounts} has these IAM user groups and no others: {groups}.' },
    'held-none': { outcome: 'held', text: 'Account {accounts} has no IAM user group.' },
    'other': { outcome: 'contradicted', text: 'Account {account} has the user group {name}, which the claim does not name; users in it: {members}.' },
    'absent': { outcome: 'contradicted', text: 'Account {accounts} has no user group {name}.' },
  },
  judge: ({ groups: named }, { accounts, whole }) => {
    const found = accounts.flatMap((account) => account.facts.groups.map((group) => ({ ...group, account })));
    const names = new Set(found.map(({ name }) => name));
    const others = found.filter(({ name }) => !named.includes(name));
    const gone = whole ? named.filter((name) => !names.has(name)) : [];
    const ids = idsOf(accounts);
    return {
      held: named.length === 0 ? said('held-none', { accounts: ids }) : said('held', { accounts: ids, groups: [...names].sort(compareText) }),
      evidence: found.length > 0 ? found.map(({ account, at }) => account.at(at)) : accounts.map(({ at }) => at('/groups')),
      against: [
        ...others.map(({ subject, name, members, account, at }) => ({
          message: 'other' as const,
          data: { account: account.id, name, members },
          subject,
          evidence: [account.at(at)],
        })),
        ...gone.map((name) => ({ message: 'absent' as const, data: { accounts: ids, name } })),
      ],
      unclear: [],
    };
  },
});
