import { DossierError, type Problem } from '@iam-dossier/core/errors';
import { pointer } from '@iam-dossier/core/json';
import type { Sop } from '@iam-dossier/core/partner';
import { readMarkdown, readText, type Block } from '../markdown/index.ts';
import type { Words } from '../words/index.ts';
import { nearestNames } from './nearest.ts';
import { numberedSections } from './structure.ts';

type Changes = NonNullable<Sop['paragraphs']>;

export interface Paragraph {
  id: string;
  /** Whose words they are: ours alone, ours with the partner's after them, the partner's alone. */
  origin: 'proposed' | 'extended' | 'replaced';
  blocks: Block[];
}

/** Every paragraph id with its section's title and the proposed words, in order. */
export function listParagraphs(words: Words): { id: string; section: string; text: string }[] {
  const partner = words.say('sop.partner');
  return numberedSections().flatMap(({ id: section, paragraphs }) =>
    paragraphs.map((id) => ({ id, section: words.say(`sop.section.${section}`), text: words.say(`sop.paragraph.${id}`, { partner }) })),
  );
}

/** One paragraph as it is printed: the proposal, or what the partner put in its place or after it. */
export function paragraphOf(id: string, changes: Changes, partner: string, words: Words): Paragraph {
  const change = Object.hasOwn(changes, id) ? changes[id] : undefined;
  const own = (member: 'replace' | 'append') => {
    const text = change?.[member];
    return text === undefined ? [] : readText(text, words, `sop.paragraphs.${id}.${member}`);
  };
  if (change?.replace !== undefined) return { id, origin: 'replaced', blocks: [...own('replace'), ...own('append')] };
  return { id, origin: change?.append === undefined ? 'proposed' : 'extended', blocks: [...proposal(id, partner, words), ...own('append')] };
}

/** The partner's name is put in after the Markdown was read, so that nothing in a name is taken for markup. */
function proposal(id: string, partner: string, words: Words): Block[] {
  const hole = '{partner}';
  return readMarkdown(words.say(`sop.paragraph.${id}`, { partner: hole }), `sop.paragraph.${id}`, (text) => text.replaceAll(hole, () => partner));
}

/** @throws DossierError `input-invalid` for a paragraph id that does not exist, naming the nearest that do */
export function checkParagraphIds(changes: Changes): void {
  const known = numberedSections().flatMap((section) => section.paragraphs);
  const problems = Object.keys(changes)
    .filter((id) => !known.includes(id))
    .map((id): Problem => ({
      path: pointer('sop', 'paragraphs', id),
      message: `is no paragraph of the procedure; nearest are ${nearestNames(id, known).join(', ')}`,
    }));
  if (problems.length === 0) return;
  throw new DossierError('input-invalid', 'The partner file changes paragraphs that the procedure does not have', {
    problems,
    hint: 'iam-dossier sop --paragraphs lists every paragraph id with its proposed words.',
  });
}
