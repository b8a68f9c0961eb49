import { defineClaim, said } from './engine/definition.ts';
import { everyone } from './engine/principals.ts';
import { idsOf } from './engine/shared.ts';

export default defineClaim({
  id: 'everyConsoleUserHasMfa',
  title: 'MFA of every console user',
  description:
    'Every IAM user with a console password has an MFA device. Who has a password only the credential report tells; without it the claim is not checkable. People who come by federation are not IAM users: their MFA is the identity provider’s, and a declared fact.',
  arguments: { among: '`all` users of the account, or those `inScope`; default `all`' },
  criterion: 'B2',
  since: '0.1.0',
  example: 'claim: everyConsoleUserHasMfa',
  inputs: ['users'],
  messages: {
    'held': { outcome: 'held', text: 'Every one of the {count} {among#users} of account {accounts} with a console password has an MFA device.' },
    'held-none': { outcome: 'held', text: 'None of the {among#users} of account {accounts} ({total}) has a console password.' },
    'none': { outcome: 'contradicted', text: '{name} has a console password and no MFA device.' },
    'unknown': {
      outcome: 'notCheckable',
      text: 'Whether {name} signs in to the console with MFA is not in the data; the credential report tells it.',
    },
  },
  judge: ({ among = 'all' }, reach) => {
    const users = everyone(reach, (facts) => facts.users, among);
    const accounts = idsOf(reach.accounts);
    const console = users.filter((user) => user.console.access === 'enabled');
    const unknown = users.filter(({ console: { access, mfa } }) => access === 'unknown' || (access === 'enabled' && mfa === 'unknown'));
    const evidenceOf = ({ account, consoleEvidence, place }: (typeof users)[number]) => [place, ...consoleEvidence.map(account.at)];
    return {
      held:
        console.length === 0 ? said('held-none', { among, accounts, total: users.length }) : said('held', { among, accounts, count: console.length }),
      evidence: console.flatMap(evidenceOf),
      against: console
        .filter((user) => user.console.mfa === 'none')
        .map((user) => ({ message: 'none', data: { name: user.name }, subject: user.subject, evidence: evidenceOf(user) })),
      unclear: unknown.map((user) => ({ message: 'unknown', data: { name: user.name }, subject: user.subject, evidence: evidenceOf(user) })),
    };
  },
});
