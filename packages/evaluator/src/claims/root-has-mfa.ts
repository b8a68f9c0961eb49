import { defineClaim } from './engine/definition.ts';
import { idsOf } from './engine/shared.ts';

export default defineClaim({
  id: 'rootHasMfa',
  title: 'MFA of the root user',
  description:
    'The root user has an MFA device, by the account summary, else by the credential report. A root user without a password has none either, and the claim does not hold.',
  arguments: {},
  criterion: 'E2',
  since: '0.1.0',
  example: 'claim: rootHasMfa',
  inputs: ['rootUser'],
  messages: {
    held: { outcome: 'held', text: 'The root user of account {accounts} has an MFA device.' },
    contrary: { outcome: 'contradicted', text: 'The root user of account {account} has no MFA device.' },
    unknown: { outcome: 'notCheckable', text: 'Whether the root user of account {account} has an MFA device is not in the data.' },
  },
  judge: (_, { accounts }) => {
    const roots = accounts.map((account) => ({ account, state: account.facts.rootUser.state.mfa }));
    const reasonOf = <M extends string>(message: M, { id, at, facts: { rootUser } }: (typeof accounts)[number]) => ({
      message,
      data: { account: id },
      subject: rootUser.subject,
      evidence: rootUser.evidence.mfa.map(at),
    });
    return {
      held: { message: 'held', data: { accounts: idsOf(accounts) } },
      evidence: accounts.flatMap(({ at, facts: { rootUser } }) => rootUser.evidence.mfa.map(at)),
      against: roots.filter(({ state }) => state === 'none').map(({ account }) => reasonOf('contrary', account)),
      unclear: roots
        .filter(({ state }) => state === 'unknown')
        .map(({ account: { id, facts } }) => ({ message: 'unknown', data: { account: id }, subject: facts.rootUser.subject })),
    };
  },
});
