import type { OtherCredentials } from '../facts/other-credentials.ts';
import type { UserFact } from '../facts/users.ts';
import { defineClaim, said } from './engine/definition.ts';
import { everyone, match } from './engine/principals.ts';
import { absent, ambiguous, idsOf, namingReasons, unseen } from './engine/shared.ts';

const kinds = ['serviceSpecific', 'sshKeys', 'signingCertificates'] as const satisfies (keyof OtherCredentials)[];

export default defineClaim({
  id: 'noLongTermCredentials',
  title: 'No long-term credential',
  description:
    'No IAM user, or none of those named, holds a credential that lasts: console password, active access key, service-specific credential such as an Amazon Bedrock API key, SSH key or signing certificate. AWS’s ordinary exports do not list all of these; the claim is not checkable then, unless there is no user.',
  arguments: {
    principals: 'users by ARN or name; * stands for any characters; default all of `among`',
    among: '`all` users of the account, or those `inScope`; default `all`',
  },
  criterion: 'A2',
  since: '0.1.0',
  example: 'claim: noLongTermCredentials\namong: inScope',
  inputs: ['users'],
  messages: {
    'held': { outcome: 'held', text: 'None of the IAM users checked in account {accounts} ({total}) holds a long-term credential.' },
    'held-nobody': {
      outcome: 'held',
      text: 'There is no long-term credential of an IAM user: none of the {among#users} of account {accounts} exists.',
    },
    'credential': { outcome: 'contradicted', text: '{name} holds {credentials#credential}.' },
    absent,
    'unknown': { outcome: 'notCheckable', text: 'Whether {name} holds {credentials#credential} is not in the data.' },
    unseen,
    ambiguous,
  },
  judge: ({ principals: named = ['*'], among = 'all' }, reach) => {
    const users = everyone(reach, (facts) => facts.users, among);
    const { meant, others: _, absent: gone, ambiguous: several } = match(named, users);
    const accounts = idsOf(reach.accounts);
    const naming = namingReasons({ absent: gone.filter((name) => name !== '*'), ambiguous: several }, accounts, reach.whole);
    const judged = meant.map((user) => ({ user, ...credentialsOf(user) }));
    const reason = <M extends string>(message: M, { subject, name, place }: (typeof users)[number], credentials: readonly string[]) => ({
      message,
      data: { name, credentials: [...credentials] },
      subject,
      evidence: [place],
    });
    return {
      held: meant.length === 0 ? said('held-nobody', { accounts, among }) : said('held', { accounts, total: meant.length }),
      evidence: meant.map(({ place }) => place),
      against: [...judged.filter(({ held }) => held.length > 0).map(({ user, held }) => reason('credential', user, held)), ...naming.against],
      unclear: [
        ...judged.filter(({ held, unknown }) => held.length === 0 && unknown.length > 0).map(({ user, unknown }) => reason('unknown', user, unknown)),
        ...naming.unclear,
      ],
    };
  },
});

function credentialsOf({ console, accessKeys, others, otherCredentials }: UserFact): { held: string[]; unknown: string[] } {
  const keys = accessKeys ?? [];
  const active = keys.some(({ status }) => status === 'active');
  const held = [
    ...(console.access === 'enabled' ? ['password'] : []),
    ...(active ? ['accessKey'] : []),
    ...kinds.filter((kind) => others[kind].entries.some(({ status }) => status === 'active' || status === 'undated')),
  ];
  const unknown = [
    ...(console.access === 'unknown' ? ['password'] : []),
    ...(accessKeys === null || (!active && keys.some(({ status }) => status === 'unknown')) ? ['accessKey'] : []),
    ...kinds.filter((kind) => otherCredentials[kind] === null || others[kind].entries.some(({ status }) => status === 'unknown')),
  ];
  return { held, unknown };
}
