import { gapsOf, hasPart, known, unknown, type Known } from './known.ts';
import { once } from './once.ts';

export interface GroupFact {
  subject: number;
  name: string;
  /** Where the group stands. */
  at: string;
  /** How many users were seen in it. */
  members: number;
  /** The groups of every user are in the data: nobody else is in it. */
  whole: boolean;
}

export const groupsFact = once((context): Known<readonly GroupFact[]> => {
  const { snapshot, subjects } = context;
  if (!hasPart(snapshot, 'groupDetails')) return unknown(gapsOf(snapshot, 'groupDetails'));
  const members = new Map<string, number>();
  for (const { groupList } of snapshot.users) for (const group of groupList ?? []) members.set(group, (members.get(group) ?? 0) + 1);
  const whole = snapshot.parts.userDetails.status === 'complete';
  const groups = subjects.filter(({ type }) => type === 'group');
  return known(
    groups.map(({ index, name, pointer }) => ({
      subject: index,
      name,
      at: pointer.path,
      members: members.get(name) ?? 0,
      whole,
    })),
    gapsOf(snapshot, 'groupDetails'),
  );
});
