import { defineClaim, said } from './engine/definition.ts';
import { idsOf } from './engine/shared.ts';

export default defineClaim({
  id: 'federationIs',
  title: 'How existing identities are federated',
  description:
    'People of an existing directory reach the account in this way and in no other, by the trust policies of all roles. `none` claims that no role admits federated people. Whether the directory is the customer’s stays a declared statement.',
  arguments: { kind: '`identityCenter`, `saml`, `openIdConnect`, `managedActiveDirectory` or `none`' },
  criterion: 'A3',
  since: '0.1.0',
  example: 'claim: federationIs\nkind: identityCenter',
  inputs: ['federation'],
  messages: {
    'held': {
      outcome: 'held',
      text: '{count} {count|role|roles} of account {accounts} {count|admits|admit} people by {kind#way}, and none by another kind of federation.',
    },
    'held-none': { outcome: 'held', text: 'No role of account {accounts} admits people by federation.' },
    'other': { outcome: 'contradicted', text: 'People are also admitted by {kind#way}: by {names}.' },
    'absent': { outcome: 'contradicted', text: 'No role of account {accounts} admits people by {kind#way}.' },
  },
  judge: ({ kind }, { accounts, whole }) => {
    const found = accounts.flatMap((account) => [...account.facts.federation.kinds].map(([measured, roles]) => ({ measured, roles, account })));
    const own = found.filter(({ measured }) => measured === kind);
    const roles = own.flatMap((entry) => entry.roles.map((role) => entry.account.at(role.at)));
    const ids = idsOf(accounts);
    return {
      held: kind === 'none' ? said('held-none', { accounts: ids }) : said('held', { accounts: ids, kind, count: roles.length }),
      evidence: roles,
      against: [
        ...(kind !== 'none' && own.length === 0 && whole ? [{ message: 'absent' as const, data: { accounts: ids, kind } }] : []),
        ...found
          .filter(({ measured }) => measured !== kind)
          .sort((a, b) => (a.measured < b.measured ? -1 : 1))
          .map((entry) => ({
            message: 'other' as const,
            data: { kind: entry.measured, names: entry.roles.map(({ name }) => name).slice(0, 3) },
            evidence: entry.roles.map((role) => entry.account.at(role.at)),
          })),
      ],
      unclear: [],
    };
  },
});
