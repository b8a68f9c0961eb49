import { backingOf, isDeleted } from '../facts/trust.ts';
import { defineClaim } from './engine/definition.ts';
import { everyone, match, namesOf } from './engine/principals.ts';
import { absent, ambiguous, idsOf, namingReasons, unseen } from './engine/shared.ts';

export default defineClaim({
  id: 'rolesRequireMfa',
  title: 'Roles that ask for MFA',
  description:
    'The trust policies of these roles let nobody in without MFA at AWS. MFA at an external identity provider does not show in a trust policy: for roles of federated people it is a declared fact.',
  arguments: { roles: 'roles by ARN or name; * stands for any characters' },
  criterion: 'A1',
  since: '0.1.0',
  example: 'claim: rolesRequireMfa\nroles: [operator]',
  inputs: ['trust'],
  messages: {
    held: { outcome: 'held', text: 'The trust policy of {names} asks for MFA, whoever assumes it.' },
    without: { outcome: 'contradicted', text: 'The trust policy of {name} admits {from} without MFA.' },
    nobody: { outcome: 'contradicted', text: 'The trust policy of {name} admits nobody: there is no MFA to ask for.' },
    absent,
    unread: { outcome: 'notCheckable', text: 'The trust policy of {name} is not in the data, or could not be read.' },
    unseen,
    ambiguous,
  },
  judge: ({ roles: named }, reach) => {
    const roles = everyone(reach, (facts) => facts.trust);
    const { meant, others: _, ...names } = match(named, roles);
    const naming = namingReasons(names, idsOf(reach.accounts), reach.whole);
    const judged = meant.map((role) => ({ role, open: role.ways.filter((way) => !isDeleted(way) && way.kind !== 'unreadable' && !way.mfaRequired) }));
    return {
      held: { message: 'held', data: { names: namesOf(meant) } },
      evidence: meant.map((role) => role.account.at(role.at)),
      against: [
        ...judged
          .filter(({ open }) => open.length > 0)
          .map(({ role, open }) => ({
            message: 'without' as const,
            data: { name: role.name, from: [...new Set(open.map(({ from }) => from))].sort() },
            subject: role.subject,
            evidence: backingOf(role, open).evidence.map(role.account.at),
            quotes: backingOf(role, open).quotes,
          })),
        ...meant
          .filter(({ ways }) => ways.every(isDeleted))
          .map(({ name, subject, place }) => ({ message: 'nobody' as const, data: { name }, subject, evidence: [place] })),
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
