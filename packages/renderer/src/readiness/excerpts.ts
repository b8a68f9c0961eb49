import type { Finding, Quote } from '@iam-dossier/core/assessment';
import { resolvePointer } from '@iam-dossier/core/json';
import { jsonLines, type JsonLine } from '../view/index.ts';

/** A statement of a policy document with the lines at fault, told once for all findings that quote it. */
export interface Excerpt {
  key: string;
  document: string;
  /** JSON pointer of the statement. */
  statement: string;
  /** Policies that hold the document: name by ARN, or by name where there is no ARN. */
  policies: Map<string, { name: string; arn: string }>;
  /** The words quoted, by the JSON pointer of their line. */
  faults: Map<string, string>;
  /** How many findings quote it. */
  findings: number;
}

export interface ExcerptLine {
  text: string;
  marked: boolean;
  /** Lines left out here; 0 where this is a line. */
  gap: number;
}

/** The statements that findings quote, in order of first mention. */
export function excerptsOf(findings: readonly Finding[]): Map<string, Excerpt> {
  const excerpts = new Map<string, Excerpt>();
  for (const finding of findings) {
    const quoted = new Set(finding.quotes.map((quote) => excerptWith(excerpts, quote)));
    for (const excerpt of quoted) excerpt.findings += 1;
  }
  return excerpts;
}

export function excerptKey(quote: Quote): string {
  return `${quote.document} ${statementOf(quote.path)}`;
}

/** `/Statement/0/Action/3` stands in statement `/Statement/0`; a lone statement is `/Statement`. */
function statementOf(path: string): string {
  return /^\/Statement(\/\d+)?/.exec(path)?.[0] ?? '';
}

function excerptWith(excerpts: Map<string, Excerpt>, quote: Quote): Excerpt {
  const key = excerptKey(quote);
  const known = excerpts.get(key);
  const excerpt = known ?? { key, document: quote.document, statement: statementOf(quote.path), policies: new Map(), faults: new Map(), findings: 0 };
  if (!known) excerpts.set(key, excerpt);
  const { policyName: name, policyArn: arn = '' } = quote;
  excerpt.policies.set(arn === '' ? name : arn, { name, arn });
  excerpt.faults.set(quote.path, quote.text);
  return excerpt;
}

/** The statement's lines, those at fault marked. Around them no more than `most` lines are kept. */
export function linesOf(excerpt: Excerpt, documents: Readonly<Record<string, unknown>>, most: number): ExcerptLine[] {
  const statement = Object.hasOwn(documents, excerpt.document) ? resolvePointer(documents[excerpt.document], excerpt.statement) : undefined;
  if (statement === undefined) return [...excerpt.faults.values()].slice(0, most).map((text) => ({ text, marked: true, gap: 0 }));
  const lines = jsonLines(statement, excerpt.statement).map((line) => ({ text: line.text, marked: isAtFault(line, excerpt.faults), gap: 0 }));
  return lines.length <= most ? lines : folded(lines, most);
}

/** A line is at fault with its value, and with any value that holds it. */
function isAtFault({ path }: JsonLine, faults: ReadonlyMap<string, string>): boolean {
  for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) if (faults.has(path.slice(0, end))) return true;
  return false;
}

/** Lines at fault come first, then the statement's first and last, then those next to the faults, until `most` are kept. */
function folded(lines: readonly ExcerptLine[], most: number): ExcerptLine[] {
  const marked = lines.flatMap((line, index) => (line.marked ? [index] : []));
  const ends = [0, 1, 2, lines.length - 1, lines.length - 2];
  const wanted = [...marked, ...ends, ...marked.flatMap((index) => [index - 1, index + 1])].filter((index) => index >= 0 && index < lines.length);
  const kept = [...new Set(wanted)].slice(0, most).sort((a, b) => a - b);
  const told = kept.flatMap((index, place) => [...gapOf(index - (kept[place - 1] ?? -1) - 1), ...lines.slice(index, index + 1)]);
  return [...told, ...gapOf(lines.length - 1 - (kept.at(-1) ?? -1))];
}

function gapOf(gap: number): ExcerptLine[] {
  return gap === 0 ? [] : [{ text: '', marked: false, gap }];
}
