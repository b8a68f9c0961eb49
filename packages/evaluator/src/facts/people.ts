import type { Engagement } from '@iam-dossier/core/engagement';

type Person = NonNullable<Engagement['people']>[number];

const indexes = new WeakMap<readonly Person[], ReadonlyMap<string, Person>>();

/** The person whom the engagement describes under an id; of two with one id the first. */
export function personOf(id: string | undefined, engagement: Engagement | undefined): Person | undefined {
  const people = engagement?.people;
  if (id === undefined || people === undefined) return undefined;
  const index = indexes.get(people) ?? new Map(people.toReversed().map((person) => [person.id, person]));
  indexes.set(people, index);
  return index.get(id);
}
