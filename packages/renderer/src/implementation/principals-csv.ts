import type { Profile } from '@iam-dossier/core/assessment';
import { stringify } from 'csv-stringify/sync';
import { checkInput, documentName, type RenderInput } from '../render/index.ts';
import { lastUseOf, writeKnownTime } from '../view/index.ts';
import { functionOf, mayOf } from './panel.ts';
import { isUser, openSheet, snapshotOf, subjectAt, type Sheet } from './sheet.ts';

const columns = ['account', 'name', 'kind', 'arn', 'party', 'function', 'may', 'console', 'keys', 'last-use', 'created'] as const;

export interface PrincipalsTable {
  /** File name without its ending. */
  name: string;
  /** CSV as RFC 4180 has it, in UTF-8 with a byte order mark, by which spreadsheets know it. */
  csv: string;
}

/**
 * Every principal in scope, one row each: what the documents of the profile `full` leave out of their pages. Masked like all
 * that AWS gets. What a spreadsheet would take for a formula is written as text.
 */
export function renderPrincipalsTable(input: RenderInput): PrincipalsTable {
  checkInput(input);
  const sheet = openSheet(input, 'screen');
  const rows = sheet.assessment.profiles.map((profile) => rowOf(sheet, profile));
  const heads = columns.map((column) => sheet.scribe.say(`table.${column}`));
  return {
    name: documentName('principals', input),
    csv: stringify([heads, ...rows], { escape_formulas: true, bom: true, record_delimiter: 'windows' }),
  };
}

function rowOf(sheet: Sheet, profile: Profile): string[] {
  const { scribe } = sheet;
  const subject = subjectAt(sheet, profile.subject);
  const words = { none: scribe.say('no-use'), unknown: scribe.say('not-in-data') };
  return [
    scribe.text(snapshotOf(sheet, subject).account.id),
    scribe.text(subject.name),
    scribe.say(isUser(profile) ? 'panel.user' : 'panel.role'),
    scribe.text(subject.arn),
    scribe.say(`party.${subject.party}`),
    functionOf(sheet, profile),
    mayOf(sheet, profile),
    consoleOf(sheet, profile),
    keysOf(sheet, profile),
    writeKnownTime(lastUseOf(profile), words),
    writeKnownTime(profile.created, words),
  ];
}

function consoleOf({ scribe }: Sheet, { console }: Profile): string {
  if (!console) return '';
  if (console.access === 'unknown') return scribe.say('not-in-data');
  return console.access === 'disabled' ? scribe.say('console.disabled') : scribe.say(`console.enabled-${console.mfa}`);
}

/** How many access keys are active. */
function keysOf({ scribe }: Sheet, profile: Profile): string {
  if (!isUser(profile)) return '';
  const { accessKeys } = profile;
  if (!accessKeys || accessKeys.some(({ status }) => status === 'unknown')) return scribe.say('not-in-data');
  return scribe.words.number(accessKeys.filter(({ status }) => status === 'active').length);
}
