import type { Profile } from '@iam-dossier/core/assessment';
import { fit, take } from '../view/index.ts';
import { functionOf, mayOf, principalPanel } from './panel.ts';
import { panelLines } from './panel-lines.ts';
import { policyTypeChoices } from './permissions.ts';
import { cell, isUser, leftWords, panelId, subjectAt, type Sheet } from './sheet.ts';
import { waysByRole } from './ways-in.ts';

/** The principals in scope: named with what each may do, then one panel each. */
export function principalsSection(sheet: Sheet) {
  const { assessment, scribe, budget } = sheet;
  const { profiles, scope } = assessment;
  const listed = take(profiles, budget.principals);
  const ways = waysByRole(sheet);
  const drawn = take(profiles, budget.panels.most).shown.map((profile) => principalPanel(sheet, profile, ways.get(profile.subject) ?? []));
  const panels = fit(drawn, budget.panels, panelLines).shown;
  const withPanel = new Set(panels.map((panel) => panel.id));
  const leftOut = scope.leftOut.reduce((sum, { count }) => sum + count, 0);
  return {
    lead: scribe.say('principals.lead', { count: scope.inScope }),
    leftOut: leftOut === 0 ? '' : scribe.say('principals.left-out', { count: leftOut }),
    none: profiles.length === 0 ? scribe.say('principals.none') : '',
    rows: listed.shown.map((profile) => principalRow(sheet, profile, withPanel.has(panelId(profile.subject)))),
    rowsLeft: leftWords(sheet, 'principals', listed.left),
    panels,
    panelsLeft: leftWords(sheet, 'panels', profiles.length - panels.length),
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
    may: mayOf(sheet, profile),
    party: scribe.say(`party.${subject.party}`),
  };
}
