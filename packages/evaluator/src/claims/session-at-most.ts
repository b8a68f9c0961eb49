import { defineClaim } from './engine/definition.ts';
import { everyone, match } from './engine/principals.ts';
import { absent, ambiguous, idsOf, namingReasons, unseen } from './engine/shared.ts';

const SECONDS_PER_HOUR = 3600;
const LONGEST = 12;

export default defineClaim({
  id: 'sessionAtMost',
  title: 'The longest session of roles',
  description:
    'No session of these roles can last longer, by the maximum session duration that ListRoles tells. Roles of IAM Identity Center are not checkable: how long their sessions last is set in the permission set, not on the role.',
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
    const placeOf = ({ account, at, role }: Entry) =>
      account.at(role.maxSessionDuration === undefined ? at : at.replace(/assumeRolePolicyDocument$/, 'maxSessionDuration'));
    const reason = <M extends string>(message: M, role: Entry, data: object = {}) => ({
      message,
      data: { name: role.name, ...data },
      subject: role.subject,
      evidence: [placeOf(role)],
    });
    const set = meant.filter(({ ways }) => ways.some(({ kind }) => kind === 'identityCenter'));
    const own = meant.filter((role) => !set.includes(role));
    const hoursOf = ({ role }: Entry) => (role.maxSessionDuration === undefined ? null : role.maxSessionDuration / SECONDS_PER_HOUR);
    const unknown = own.filter((role) => hoursOf(role) === null && hours < LONGEST);
    const none = meant.length === 0 && naming.against.length + naming.unclear.length === 0;
    return {
      held: { message: 'held', data: { accounts, total: meant.length, hours } },
      evidence: own.filter((role) => hoursOf(role) !== null).map(placeOf),
      against: [
        ...own
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
