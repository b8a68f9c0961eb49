import type { Partner } from '@iam-dossier/core/partner';
import type { Words } from '../words/index.ts';
import { adoptionOf, type Adoption } from './adoption.ts';
import { controlRows } from './control.ts';
import { checkParagraphIds, paragraphOf, type Paragraph } from './paragraphs.ts';
import { chapters, criteriaAnswered, numberedSections, type CriterionAnswered } from './structure.ts';

interface Heading {
  id: string;
  number: string;
  title: string;
}

/** The body of the procedure, finished for its template. */
export function procedureView(partner: Partner | undefined, title: string, words: Words) {
  const adoption = adoptionOf(partner?.sop);
  const changes = partner?.sop?.paragraphs ?? {};
  checkParagraphIds(changes);
  const name = partner?.name ?? words.say('sop.partner');
  const headings = headingsOf(words);
  const filled = (ids: readonly string[]) => ids.map((id) => paragraphView(paragraphOf(id, changes, name, words), adoption, words));
  const headed = (id: string, paragraphs: readonly string[]) => ({ ...headingOf(headings, id), paragraphs: filled(paragraphs) });
  const body = chapters.map((chapter) => ({
    ...headed(chapter.id, chapter.paragraphs),
    sections: chapter.sections.map((part) => headed(part.id, part.paragraphs)),
  }));
  const criteria = headingOf(headings, 'criteria');
  const revisions = headingOf(headings, 'revisions');
  return {
    draft: draftView(
      adoption,
      name,
      words,
      body.flatMap((chapter) => [chapter, ...chapter.sections].flatMap((part) => part.paragraphs)),
    ),
    control: controlRows(partner, adoption, title, words),
    contents: [criteria, ...chapters.map((chapter) => headingOf(headings, chapter.id)), revisions],
    chapters: body,
    criteria,
    groups: criteriaGroups(headings, words),
    revisions,
    history: (partner?.sop?.revisions ?? []).map(({ version, date, author, note }) => ({ version, date, author, note: words.text(note) })),
  };
}

function headingsOf(words: Words): Map<string, Heading> {
  const numbered = numberedSections().map(({ id, number }) => ({ id, number }));
  const generated = [
    { id: 'criteria', number: '' },
    { id: 'revisions', number: `${chapters.length + 1}` },
  ];
  return new Map([...numbered, ...generated].map(({ id, number }) => [id, { id, number, title: words.say(`sop.section.${id}`) }]));
}

function headingOf(headings: ReadonlyMap<string, Heading>, id: string): Heading {
  const heading = headings.get(id);
  if (!heading) throw new Error(`the procedure has no section "${id}"`);
  return heading;
}

/** In a draft each paragraph bears its id and whose words it is, so that it can be found and changed. */
function paragraphView({ id, origin, blocks }: Paragraph, adoption: Adoption, words: Words) {
  return { id, origin, blocks, mark: adoption.state === 'adopted' ? '' : words.say(`sop.origin.${origin}`) };
}

function draftView(adoption: Adoption, partner: string, words: Words, paragraphs: readonly { origin: Paragraph['origin'] }[]) {
  if (adoption.state === 'adopted') return null;
  const own = paragraphs.filter((paragraph) => paragraph.origin !== 'proposed').length;
  const why =
    adoption.state === 'none'
      ? words.say('sop.draft.none')
      : words.say('sop.draft.version', { adopted: adoption.adopted, version: adoption.version });
  return {
    title: words.say('sop.draft.title'),
    text: why,
    own: own === 0 ? '' : words.say('sop.draft.own', { count: own, total: paragraphs.length, partner }),
  };
}

function criteriaGroups(headings: ReadonlyMap<string, Heading>, words: Words) {
  const ids = Object.keys(criteriaAnswered) as CriterionAnswered[];
  return ['A', 'B'].map((group) => ({
    title: words.say(`sop.criteria.group.${group}`),
    rows: ids
      .filter((id) => id.startsWith(group))
      .map((id) => ({ id, asks: words.say(`sop.criteria.${id}`), sections: criteriaAnswered[id].map((section) => headingOf(headings, section)) })),
  }));
}
