import type { Text } from '@iam-dossier/core/text';
import type { Words } from '../words/index.ts';
import type { Block } from './blocks.ts';
import { readMarkdown } from './read.ts';

/**
 * A human text in the language of the document; where it has none, in another, whose mark stands before it.
 * @throws DossierError `markdown-invalid`, as `readMarkdown`
 */
export function readText(text: Text, words: Words, where: string, write?: (text: string) => string): Block[] {
  const { text: found, mark } = words.marked(text);
  const blocks = readMarkdown(found, where, write);
  return mark === '' ? blocks : [{ paragraph: [{ text: mark }] }, ...blocks];
}
