import { defineClaim } from './engine/definition.ts';
import { idsOf } from './engine/shared.ts';

export default defineClaim({
  id: 'rootHasNoKeys',
  title: 'No access key of the root user',
  description: 'The root user has no access key, by the account summary, else by the credential report.',
  arguments: {},
  criterion: 'E2',
  since: '0.1.0',
  example: 'claim: rootHasNoKeys',
  inputs: ['rootUser'],
  messages: {
    held: { outcome: 'held', text: 'No access key of the root user exists in account {accounts}.' },
    contrary: { outcome: 'contradicted', text: 'The root user of account {account} has an access key.' },
    unknown: { outcome: 'notCheckable', text: 'Whether the root user of account {account} has an access key is not in the data.' },
  },
  judge: (_, { accounts }) => {
    const roots = accounts.map((account) => ({ account, state: account.facts.rootUser.state.accessKeys }));
    const reasonOf = <M extends string>(message: M, { id, at, facts: { rootUser } }: (typeof accounts)[number]) => ({
      message,
      data: { account: id },
      subject: rootUser.subject,
      evidence: rootUser.evidence.accessKeys.map(at),
    });
    return {
      held: { message: 'held', data: { accounts: idsOf(accounts) } },
      evidence: accounts.flatMap(({ at, facts: { rootUser } }) => rootUser.evidence.accessKeys.map(at)),
      against: roots.filter(({ state }) => state === 'present').map(({ account }) => reasonOf('contrary', account)),
      unclear: roots
        .filter(({ state }) => state === 'unknown')
        .map(({ account: { id, facts } }) => ({ message: 'unknown', data: { account: id }, subject: facts.rootUser.subject })),
    };
  },
});
