import { isNode, LineCounter, parseDocument, type Document, type YAMLParseError } from 'yaml';
import { DossierError, type Problem } from '../errors/index.ts';
import type { Origin } from './read.ts';

/** Aliases a document may expand to: enough for people, too few for an expansion attack. */
const MAX_ALIASES = 100;

/**
 * Reads YAML (or JSON, which is YAML) with places kept, so that later problems can name line and column.
 * @throws DossierError `input-invalid`
 */
export function parseYaml(text: string, file?: string): { value: unknown; origin: Origin } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, version: '1.2', uniqueKeys: true });
  if (document.errors.length > 0) {
    const problems = document.errors.map((error): Problem => {
      const at = lines.linePos(error.pos[0]);
      return { ...(file === undefined ? {} : { file }), line: at.line, column: at.col, message: messageOf(error) };
    });
    throw new DossierError('input-invalid', `${file ?? 'the input'} is not valid YAML`, { problems });
  }
  return { value: toValue(document, file), origin: { ...(file === undefined ? {} : { file }), locate: locator(document, lines) } };
}

function messageOf({ code, message }: YAMLParseError): string {
  if (code === 'MULTIPLE_DOCS') return 'a second document begins here; one file holds one';
  return (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
}

function toValue(document: Document, file: string | undefined): unknown {
  try {
    return document.toJS({ maxAliasCount: MAX_ALIASES }) as unknown;
  } catch (cause) {
    throw new DossierError('input-invalid', `${file ?? 'the input'} uses too many YAML aliases`, { cause });
  }
}

function locator(document: Document, lines: LineCounter): NonNullable<Origin['locate']> {
  return (path) => {
    // The nearest member that stands in the file: a missing member is reported where it should have been.
    for (let length = path.length; length >= 0; length -= 1) {
      const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) {
        const at = lines.linePos(node.range[0]);
        return { line: at.line, column: at.col };
      }
    }
    return undefined;
  };
}
