import type { Profile } from '@iam-dossier/core/assessment';
import { take } from '../view/index.ts';
import { functionOf, principalPanel } from './panel.ts';
import { policyTypeChoices } from './permissions.ts';
import { cell, isUser, leftWords, panelId, subjectAt, type Sheet } from './sheet.ts';
import { waysByRole } from './ways-in.ts';

/** The principals in scope: named with what each may do, then one panel each. */
export function principalsSection(sheet: Sheet) {
  const { assessment, scribe, budget } = sheet;
  const { profiles, scope } = assessment;
  const listed = take(profiles, budget.principals);
  const panels = take(profiles, budget.panels);
  const ways = waysByRole(sheet);
  const withPanel = new Set(panels.shown.map((profile) => profile.subject));
  const leftOut = scope.leftOut.reduce((sum, { count }) => sum + count, 0);
  return {
    lead: scribe.say('principals.lead', { count: scope.inScope }),
    leftOut: leftOut === 0 ? '' : scribe.say('principals.left-out', { count: leftOut }),
    none: profiles.length === 0 ? scribe.say('principals.none') : '',
    rows: listed.shown.map((profile) => principalRow(sheet, profile, withPanel.has(profile.subject))),
    rowsLeft: leftWords(sheet, 'principals', listed.left),
    panels: panels.shown.map((profile) => principalPanel(sheet, profile, ways.get(profile.subject) ?? [])),
    panelsLeft: leftWords(sheet, 'panels', panels.left),
    types: policyTypeChoices(sheet),
    shown: scribe.say('filter.shown', { shown: '{shown}', total: '{total}' }),
  };
}

function principalRow(sheet: Sheet, profile: Profile, hasPanel: boolean) {
  const { scribe } = sheet;
  const subject = subjectAt(sheet, profile.subject);
  return {
    id: hasPanel ? panelId(profile.subject) : '',
    name: cell(sheet, subject.name),
    kind: scribe.say(isUser(profile) ? 'panel.user' : 'panel.role'),
    function: functionOf(sheet, profile),
    party: scribe.say(`party.${subject.party}`),
  };
}
