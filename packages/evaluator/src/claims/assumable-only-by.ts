import type { WayIn } from '@iam-dossier/core/assessment';
import { fitsPattern } from '../facts/arn-pattern.ts';
import { backingOf, isDeleted } from '../facts/trust.ts';
import { defineClaim } from './engine/definition.ts';
import { everyone, match, namesOf } from './engine/principals.ts';
import { absent, ambiguous, idsOf, namingReasons, unseen } from './engine/shared.ts';

export default defineClaim({
  id: 'assumableOnlyBy',
  title: 'Who may assume roles',
  description:
    'The trust policies of these roles let in only those named: accounts, principals, providers or services. An account’s id stands for whatever that account lets assume roles; a principal of that account is within it. A principal deleted since does not count.',
  arguments: {
    roles: 'roles by ARN or name; * stands for any characters',
    by: 'account ids in quotes, ARNs of principals or providers, services such as ec2.amazonaws.com; * stands for any characters',
  },
  criterion: 'A1',
  since: '0.1.0',
  example: "claim: assumableOnlyBy\nroles: [operator]\nby: ['444455556666']",
  inputs: ['trust'],
  messages: {
    held: { outcome: 'held', text: 'By its trust policy, {names} can be assumed by {by} only.' },
    other: { outcome: 'contradicted', text: 'The trust policy of {name} also admits {from}.' },
    absent,
    unread: { outcome: 'notCheckable', text: 'The trust policy of {name} is not in the data, or could not be read.' },
    unseen,
    ambiguous,
  },
  judge: ({ roles: named, by }, reach) => {
    const roles = everyone(reach, (facts) => facts.trust);
    const { meant, others: _, ...names } = match(named, roles);
    const naming = namingReasons(names, idsOf(reach.accounts), reach.whole);
    const judged = meant.map((role) => ({
      role,
      others: role.ways.filter((way) => !isDeleted(way) && way.kind !== 'unreadable' && !isNamed(way, by)),
    }));
    return {
      held: { message: 'held', data: { names: namesOf(meant), by } },
      evidence: meant.map(({ place }) => place),
      against: [
        ...judged
          .filter(({ others }) => others.length > 0)
          .map(({ role, others }) => ({
            message: 'other' as const,
            data: { name: role.name, from: [...new Set(others.map(({ from }) => from))].sort() },
            subject: role.subject,
            evidence: backingOf(role, others).evidence.map(role.account.at),
            quotes: backingOf(role, others).quotes,
          })),
        ...naming.against,
      ],
      unclear: [
        ...meant
          .filter(({ ways }) => ways.some(({ kind }) => kind === 'unreadable'))
          .map(({ name, subject, place }) => ({ message: 'unread' as const, data: { name }, subject, evidence: [place] })),
        ...naming.unclear,
      ],
    };
  },
});

/** An account named takes in its principals; anybody at all is never named. */
function isNamed({ kind, from }: WayIn, by: readonly string[]): boolean {
  if (kind === 'anyone') return false;
  const account = kind === 'account' ? from : /^arn:[a-z0-9-]+:(?:iam|sts)::(\d{12}):/.exec(from)?.[1];
  return by.some((entry) => {
    const whole = /^(\d{12})$|^arn:[a-z*-]+:iam::(\d{12}):root$/.exec(entry);
    if (whole) return (kind === 'account' || kind === 'principal') && account === (whole[1] ?? whole[2]);
    return fitsPattern(entry, from);
  });
}
