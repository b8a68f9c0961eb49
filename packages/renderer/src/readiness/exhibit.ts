import { take } from '../view/index.ts';
import { cell, leftWords, subjectAt, type Sheet } from './sheet.ts';

/** The policy to attach as evidence of least privilege; when none is fit, the nearest one and what to change in it. */
export function exhibitView(sheet: Sheet) {
  const { assessment, scribe, budget } = sheet;
  const { exhibit, exhibitNearest } = assessment;
  const policy = exhibit ?? exhibitNearest;
  if (!policy) return { lead: scribe.say('exhibit.none'), rows: [], edits: [], editsLeft: '' };
  const who = take(policy.subjects, budget.names);
  const edits = take(exhibitNearest?.edits ?? [], budget.edits);
  const left = leftWords(sheet, who.left);
  const names = [...who.shown.map((index) => subjectAt(sheet, index).name), ...(left === '' ? [] : [left])];
  const row = (label: string, values: readonly string[], mono = false) => ({
    label: scribe.say(`exhibit.${label}`),
    values: values.map((text) => ({ text, mono })),
  });
  return {
    lead: scribe.say(exhibit ? 'exhibit.fit' : 'exhibit.nearest'),
    rows: [
      row('policy', [cell(sheet, policy.policyName)], true),
      row('type', [scribe.say(`exhibit.type.${policy.type}`)]),
      row('attached', names, true),
    ],
    edits: edits.shown.map((edit) => cell(sheet, scribe.words.message(edit))),
    editsLeft: leftWords(sheet, edits.left),
  };
}
