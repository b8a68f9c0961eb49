import { isFromPermissionSet } from '../facts/role-session.ts';
import { defineClaim } from './engine/definition.ts';
import { everyone, match } from './engine/principals.ts';
import { absent, ambiguous, idsOf, namingReasons, unseen } from './engine/shared.ts';

const SECONDS_PER_HOUR = 3600;
const LONGEST = 12;

export default defineClaim({
  id: 'sessionAtMost',
  title: 'The longest session of roles',
  description:
    'No session of these roles can last longer, by the maximum session duration that ListRoles tells. How long sessions of a role of IAM Identity Center last is set in its permission set: without that in the snapshot, such a role is not checkable.',
  arguments: {
    hours: 'hours, at most 12; 0.5 is half an hour',
    roles: 'roles by ARN or name; * stands for any characters; default all of `among`',
    among: '`all` roles of the account, or those `inScope`; default `all`',
  },
  criterion: 'A2',
  since: '0.1.0',
  example: 'claim: sessionAtMost\nhours: 1\namong: inScope',
  inputs: ['trust'],
  messages: {
    'held': {
      outcome: 'held',
      text: 'No session of the roles checked in account {accounts} ({total}) can last longer than {hours} {hours|hour|hours}.',
    },
    'longer': { outcome: 'contradicted', text: 'A session of {name} can last {hours} {hours|hour|hours}.' },
    absent,
    'unknown': { outcome: 'notCheckable', text: 'The session duration of {name} is not in the data; aws iam list-roles tells it.' },
    'permission-set': {
      outcome: 'notCheckable',
      text: 'How long a session of {name} lasts is set in its permission set of IAM Identity Center, which is not in the data.',
    },
    'nobody': { outcome: 'notCheckable', text: 'There is no role of which it could be said.' },
    unseen,
    ambiguous,
  },
  judge: ({ hours, roles: named = ['*'], among = 'all' }, reach) => {
    const roles = everyone(reach, (facts) => facts.trust, among);
    const { meant, others: _, absent: gone, ambiguous: several } = match(named, roles);
    const accounts = idsOf(reach.accounts);
    const naming = namingReasons({ absent: gone.filter((name) => name !== '*'), ambiguous: several }, accounts, reach.whole);
    type Entry = (typeof roles)[number];
    const placeOf = ({ account, at, session }: Entry) => account.at(session?.at ?? at);
    const reason = <M extends string>(message: M, role: Entry, data: object = {}) => ({
      message,
      data: { name: role.name, ...data },
      subject: role.subject,
      evidence: [placeOf(role)],
    });
    const hoursOf = ({ session }: Entry) => (session === null ? null : session.seconds / SECONDS_PER_HOUR);
    const untold = meant.filter((role) => hoursOf(role) === null);
    const set = untold.filter(({ arn }) => isFromPermissionSet(arn));
    const unknown = untold.filter((role) => !set.includes(role) && hours < LONGEST);
    const none = meant.length === 0 && naming.against.length + naming.unclear.length === 0;
    return {
      held: { message: 'held', data: { accounts, total: meant.length, hours } },
      evidence: meant.filter((role) => hoursOf(role) !== null).map(placeOf),
      against: [
        ...meant
          .flatMap((role) => ({ role, length: hoursOf(role) ?? 0 }))
          .filter(({ length }) => length > hours)
          .map(({ role, length }) => reason('longer', role, { hours: Math.round(length * 100) / 100 })),
        ...naming.against,
      ],
      unclear: [
        ...unknown.map((role) => reason('unknown', role)),
        ...set.map((role) => reason('permission-set', role)),
        ...(none ? [{ message: 'nobody' as const, data: {} }] : []),
        ...naming.unclear,
      ],
    };
  },
});
