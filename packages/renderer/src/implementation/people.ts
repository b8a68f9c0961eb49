import type { Profile } from '@iam-dossier/core/assessment';
import { take } from '../view/index.ts';
import { cell, isUser, leftWords, panelId, subjectAt, undeclared, type Sheet } from './sheet.ts';

/** Each person declared, with the credentials in scope that are declared to be theirs alone. */
export function peopleTable(sheet: Sheet) {
  const { engagement, scribe, budget } = sheet;
  const people = engagement?.people ?? [];
  const { shown, left } = take(people, budget.people);
  const credentials = credentialsByPerson(sheet);
  const { profiles } = sheet.assessment;
  const rolesOnly = profiles.length > 0 && !profiles.some(isUser);
  return {
    none: people.length === 0 ? scribe.say('people.none') : '',
    rows: shown.map((person) => ({
      name: cell(sheet, person.name),
      organisation: scribe.say(`organisation.${person.organisation}`),
      function: person.function === undefined ? undeclared(sheet) : cell(sheet, scribe.words.text(person.function)),
      credentials: credentials.get(person.name) ?? [],
      without: scribe.say(person.organisation === 'partner' && rolesOnly ? 'people.roles-only' : 'people.no-credential'),
    })),
    left: leftWords(sheet, 'people', left),
  };
}

function credentialsByPerson(sheet: Sheet): Map<string, { id: string; name: string }[]> {
  const byPerson = new Map<string, { id: string; name: string }[]>();
  for (const { subject, identity } of sheet.assessment.profiles.filter(hasPerson)) {
    const credential = { id: panelId(subject), name: cell(sheet, subjectAt(sheet, subject).name) };
    byPerson.set(identity.person ?? '', [...(byPerson.get(identity.person ?? '') ?? []), credential]);
  }
  return byPerson;
}

function hasPerson({ identity }: Profile): boolean {
  return identity.person !== undefined;
}
