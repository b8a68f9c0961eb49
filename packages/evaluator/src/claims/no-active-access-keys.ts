import { defineClaim } from './engine/definition.ts';
import { everyone, match } from './engine/principals.ts';
import { absent, ambiguous, idsOf, namingReasons, unseen } from './engine/shared.ts';

export default defineClaim({
  id: 'noActiveAccessKeys',
  title: 'No active access key',
  description:
    'No IAM user, or none of those named, holds an active access key. Keys are known from the credential report and from ListAccessKeys; without either the claim is not checkable. The root user is the matter of rootHasNoKeys.',
  arguments: {
    principals: 'users by ARN or name; * stands for any characters; default all of `among`',
    among: '`all` users of the account, or those `inScope`; default `all`',
  },
  criterion: 'A2',
  since: '0.1.0',
  example: 'claim: noActiveAccessKeys',
  inputs: ['users'],
  messages: {
    held: { outcome: 'held', text: 'None of the IAM users checked in account {accounts} ({total}) holds an active access key.' },
    key: { outcome: 'contradicted', text: '{name} holds {count} active access {count|key|keys}.' },
    absent,
    unknown: { outcome: 'notCheckable', text: 'Whether {name} holds an active access key is not in the data; the credential report tells it.' },
    unseen,
    ambiguous,
  },
  judge: ({ principals: named = ['*'], among = 'all' }, reach) => {
    const users = everyone(reach, (facts) => facts.users, among);
    const { meant, others: _, absent: gone, ambiguous: several } = match(named, users);
    const accounts = idsOf(reach.accounts);
    // Nobody at all is no contradiction to a claim about everybody.
    const naming = namingReasons({ absent: gone.filter((name) => name !== '*'), ambiguous: several }, accounts, reach.whole);
    const counted = meant.map((user) => ({ user, active: user.accessKeys?.filter(({ status }) => status === 'active') ?? [] }));
    const holders = counted.filter(({ active }) => active.length > 0);
    const unclear = counted.filter(
      ({ user, active }) => active.length === 0 && (user.accessKeys?.some(({ status }) => status === 'unknown') ?? true),
    );
    return {
      held: { message: 'held', data: { accounts, total: meant.length } },
      evidence: meant.map(({ place }) => place),
      against: [
        ...holders.map(({ user: { subject, name, account }, active }) => ({
          message: 'key' as const,
          data: { name, count: active.length },
          subject,
          evidence: active.flatMap(({ evidence }) => evidence.map(account.at)),
        })),
        ...naming.against,
      ],
      unclear: [
        ...unclear.map(({ user: { subject, name, place } }) => ({ message: 'unknown' as const, data: { name }, subject, evidence: [place] })),
        ...naming.unclear,
      ],
    };
  },
});
