import { defineClaim, said, type Reason } from './engine/definition.ts';
import { everyone, match, namesOf } from './engine/principals.ts';
import { absent, ambiguous, idsOf, namingReasons, unseen } from './engine/shared.ts';

export default defineClaim({
  id: 'administratorsAre',
  title: 'Who the administrators are',
  description:
    'These users and roles, and no others, may do everything in the account or grant themselves the right to: by what their policies grant together within the boundary, not by the names of policies. The root user and roles that AWS services alone can use do not count. An empty list claims that there is no administrator.',
  arguments: {
    principals: 'users and roles by ARN or name; * stands for any characters; an empty list for none',
    among: '`all` users and roles of the account, or those `inScope`; default `all`',
  },
  criterion: 'B1',
  since: '0.1.0',
  example: 'claim: administratorsAre\nprincipals: [terraform]',
  inputs: ['principals'],
  messages: {
    'held': {
      outcome: 'held',
      text: 'Of all {among#principals} of account {accounts} ({total}), only {names} may do everything or grant {count|itself|themselves} the right to.',
    },
    'held-none': {
      outcome: 'held',
      text: 'None of all {among#principals} of account {accounts} ({total}) may do everything or grant itself the right to.',
    },
    'other': {
      outcome: 'contradicted',
      text: '{name}, whom the claim does not name, may do everything or grant itself the right to, by {policies}.',
    },
    'limited': { outcome: 'contradicted', text: '{name}, whom the claim names, may not do everything, and cannot grant itself the right to.' },
    absent,
    'unknown': { outcome: 'notCheckable', text: 'Whether {name} is an administrator is not known: not all of its policies could be read.' },
    unseen,
    ambiguous,
  },
  judge: ({ principals: named, among = 'all' }, reach) => {
    const all = everyone(reach, ({ principals }) => principals, among);
    const { meant, others, ...names } = match(named, all);
    const accounts = idsOf(reach.accounts);
    const naming = namingReasons(names, accounts, reach.whole);
    type Entry = (typeof all)[number];
    const stateIs = (state: string) => (entry: Entry) => entry.analysis.administrator.state === state;
    const reason = <M extends string>(message: M, { subject, name, place, analysis: { administrator } }: Entry) => ({
      message,
      data: { name, policies: [...new Set(administrator.quotes.map((quote) => quote.policyName))] },
      subject,
      evidence: [place],
      quotes: administrator.quotes.slice(0, 3),
    });
    const plain = <M extends string>(message: M, { subject, name, place }: Entry): Reason<M> => ({
      message,
      data: { name },
      subject,
      evidence: [place],
    });
    return {
      held:
        meant.length === 0
          ? said('held-none', { among, accounts, total: all.length })
          : said('held', { among, accounts, total: all.length, count: meant.length, names: namesOf(meant) }),
      evidence: meant.map(({ place }) => place),
      against: [
        ...others.filter(stateIs('yes')).map((entry) => reason('other', entry)),
        ...meant.filter(stateIs('no')).map((entry) => plain('limited', entry)),
        ...naming.against,
      ],
      unclear: [...all.filter(stateIs('unknown')).map((entry) => plain('unknown', entry)), ...naming.unclear],
    };
  },
});
