import { defineClaim, said } from './engine/definition.ts';
import { everyone, match, namesOf } from './engine/principals.ts';
import { absent, ambiguous, idsOf, namingReasons, unseen } from './engine/shared.ts';

export default defineClaim({
  id: 'humanUsersAre',
  title: 'Which users are people',
  description:
    'People stand behind these IAM users and behind no others. Who stands behind a user is as declared in `principals`; else a console password shows a person, and access keys without one show a machine. Where nothing shows it, the claim is not checkable.',
  arguments: {
    principals: 'users by ARN or name; * stands for any characters; an empty list for none',
    among: '`all` users of the account, or those `inScope`; default `all`',
  },
  criterion: 'B2',
  since: '0.1.0',
  example: 'claim: humanUsersAre\nprincipals: [ana, ben]',
  inputs: ['users', 'identities'],
  messages: {
    'held': { outcome: 'held', text: 'Of all {among#users} of account {accounts} ({total}), people stand behind {names} and behind no others.' },
    'held-none': { outcome: 'held', text: 'Of all {among#users} of account {accounts} ({total}), no person stands behind any.' },
    'other': { outcome: 'contradicted', text: 'A person stands behind {name}, whom the claim does not name.' },
    'machine': { outcome: 'contradicted', text: '{name}, whom the claim names, is a machine’s.' },
    absent,
    'unknown': { outcome: 'notCheckable', text: 'What stands behind {name} is not known: declare it in principals of the engagement.' },
    unseen,
    ambiguous,
  },
  judge: ({ principals: named, among = 'all' }, reach) => {
    const users = everyone(reach, (facts) => facts.users, among);
    const { meant, others, ...names } = match(named, users);
    const accounts = idsOf(reach.accounts);
    const naming = namingReasons(names, accounts, reach.whole);
    type Entry = (typeof users)[number];
    const kindOf = ({ subject, account }: Entry) => account.facts.identities.get(subject)?.identity.kind ?? 'undetermined';
    const isPerson = (entry: Entry) => kindOf(entry) === 'human' || kindOf(entry) === 'breakGlass';
    const reason = <M extends string>(message: M, { subject, name, place }: Entry) => ({ message, data: { name }, subject, evidence: [place] });
    return {
      held:
        meant.length === 0
          ? said('held-none', { among, accounts, total: users.length })
          : said('held', { among, accounts, total: users.length, names: namesOf(meant) }),
      evidence: meant.map(({ place }) => place),
      against: [
        ...others.filter(isPerson).map((entry) => reason('other', entry)),
        ...meant.filter((entry) => kindOf(entry) === 'workload').map((entry) => reason('machine', entry)),
        ...naming.against,
      ],
      unclear: [...users.filter((entry) => kindOf(entry) === 'undetermined').map((entry) => reason('unknown', entry)), ...naming.unclear],
    };
  },
});
