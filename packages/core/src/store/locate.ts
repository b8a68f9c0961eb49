import type { WordsAt } from '../assessment/index.ts';
import { readText } from './read.ts';

const MAX_YAML_BYTES = 2_000_000;
const PARAGRAPH = /^sop\.paragraphs\.(.+)\.(replace|append)(?:\.([\w-]+))?$/;

/**
 * The line of a partner or engagement file, from 1, on which words of it stand; `undefined` when the file does not have them.
 * Of a text that YAML folds it is the line on which the text begins.
 */
export async function lineOfWords(path: string, { member, line }: Pick<WordsAt, 'member' | 'line'>): Promise<number | undefined> {
  const { parseYaml } = await import('../contract/yaml.ts');
  const text = await readText(path, MAX_YAML_BYTES);
  const segments = segmentsOf(member);
  const at = parseYaml(text, path).origin.locate?.(segments);
  if (!at) return undefined;
  const rest = text.split('\n')[at.line - 1]?.slice(at.column - 1) ?? '';
  return rest.startsWith('|') ? at.line + line : at.line;
}

/** Members of a path such as `claims[0].text.es`. Ids of paragraphs have dots of their own. */
function segmentsOf(member: string): (string | number)[] {
  const paragraph = PARAGRAPH.exec(member);
  if (paragraph) return ['sop', 'paragraphs', ...paragraph.slice(1).filter((segment) => segment !== undefined)];
  return member.split('.').flatMap((name) => {
    const entry = /^(.+)\[(\d+)\]$/.exec(name);
    return entry ? [entry[1] ?? '', Number(entry[2])] : [name];
  });
}
