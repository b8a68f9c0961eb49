import { clip, fit, jsonText, take } from '../view/index.ts';
import { originOf } from './panel.ts';
import { cell, leftWords, subjectAt, type Sheet } from './sheet.ts';

/** Letters in a line of the policy. */
const width = 104;

/** One policy in force, whole, as an example of least privilege: what it is, who has it, and its lines. */
export function exhibitOf(sheet: Sheet) {
  const { assessment, scribe, budget } = sheet;
  const { exhibit, documents } = assessment;
  const holder = assessment.profiles.find(({ subject }) => subject === exhibit?.subjects[0]);
  if (!exhibit || !holder || !Object.hasOwn(documents, exhibit.document)) return null;
  const { shown, left } = fit(jsonText(documents[exhibit.document], width), budget.exhibit, (line) => Math.ceil(line.length / width));
  const names = take(exhibit.subjects, budget.namesOfFunction);
  return {
    name: cell(sheet, exhibit.policyName),
    type: scribe.say(`policy-type.${exhibit.type}`),
    names: names.shown.map((subject) => cell(sheet, subjectAt(sheet, subject).name)),
    namesLeft: leftWords(sheet, 'names', names.left),
    limits: scribe.say('exhibit.limits', { count: exhibit.limited, total: exhibit.statements }),
    digest: exhibit.document,
    lines: shown.map((line) => clip(scribe.text(line), budget.statement)),
    left: leftWords(sheet, 'lines', left),
    origin: originOf(sheet, holder),
  };
}
