import { expect, it } from 'vitest';
import { nearestWord } from './nearest.ts';

const known = ['administratorsAre', 'groupsAre', 'noUsersExist'];

it.each([
  ['administratorAre', 'administratorsAre'],
  ['groups-are', 'groupsAre'],
  ['NoUserExists', 'noUsersExist'],
  ['colour', undefined],
  ['', undefined],
])('%j is near %j', (word, expected) => expect(nearestWord(word, known)).toBe(expected));
