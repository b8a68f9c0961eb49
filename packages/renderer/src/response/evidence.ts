import type { CriterionResult } from '@iam-dossier/core/assessment';
import { documentName } from '../render/index.ts';
import { chapterAnswering, sopName } from '../sop/index.ts';
import type { Sheet } from './sheet.ts';

const mostSections = 2;

/** The attached files by their exact names, with the titles of the sections that answer. A procedure nobody adopted is not cited. */
export function evidenceOf({ input, words, form }: Sheet, criterion: CriterionResult): string {
  const adopted = input.assessment.criteria.some(({ id, outcome }) => id === 'E1' && outcome === 'pass');
  const procedure = adopted ? procedureSections(criterion.id).map((section) => `sop.section.${section}`) : [];
  const example = criterion.id === 'E1' ? [] : criterion.sections.map((section) => `implementation.section.${section}`);
  const files = [
    { file: `${sopName}.pdf`, titles: procedure },
    { file: `${documentName('implementation', input)}.pdf`, titles: example.filter((id) => words.has(id)) },
  ].filter(({ titles }) => titles.length > 0);
  const cited = files.map(({ file, titles }) => {
    const sections = titles.slice(0, mostSections).map((id) => words.say('response.section', { title: words.say(id) }));
    return words.say('response.evidence.file', { file: form.code(file), sections });
  });
  return cited.length === 0 ? '' : `${words.say('response.evidence')} ${cited.join('; ')}`;
}

function procedureSections(id: CriterionResult['id']): readonly string[] {
  if (id === 'E1') return ['criteria'];
  return id === 'E2' ? [] : [chapterAnswering(id)];
}
