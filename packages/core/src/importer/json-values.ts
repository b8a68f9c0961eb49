/** The JSON values of a text, one after the other, as a shell loop with `>>` leaves them. */
export interface JsonValues {
  values: unknown[];
  /** Lines between the values that are no JSON: what a failed call of the loop said, or a warning of the CLI. */
  other?: string[];
  /** Why the rest could not be read. */
  broken?: string;
  /** The text ends inside a value. */
  cut?: boolean;
}

export function readJsonValues(text: string): JsonValues {
  try {
    return { values: [JSON.parse(text) as unknown] };
  } catch (error) {
    const split = splitValues(text);
    if (split === null) return { values: [], broken: 'it ends in the middle', cut: true };
    if (split.pieces.length === 0 || (split.pieces.length === 1 && split.other.length === 0)) return { values: [], broken: reasonOf(error, text) };
    return readPieces(split);
  }
}

/** Whether a value nests deeper than `levels`: deeper than any answer of AWS, and than what can be written out again. */
export function deeperThan(levels: number, value: unknown): boolean {
  if (value === null || typeof value !== 'object') return false;
  if (levels === 0) return true;
  const below: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
  for (const member of below) if (typeof member === 'object' && deeperThan(levels - 1, member)) return true;
  return false;
}

function readPieces({ pieces, other }: Split): JsonValues {
  const values: unknown[] = [];
  for (const piece of pieces) {
    try {
      values.push(JSON.parse(piece));
    } catch (error) {
      return { values: [], broken: `value ${values.length + 1} of ${pieces.length}: ${reasonOf(error, piece)}` };
    }
  }
  return other.length === 0 ? { values } : { values, other };
}

/** Texts of the objects and lists at the top level, and the lines between them. */
interface Split {
  pieces: string[];
  other: string[];
}

/** `null` when the last value is not closed. Text that is no JSON counts as lines only where it begins one. */
function splitValues(text: string): Split | null {
  const split: Split = { pieces: [], other: [] };
  let lineStart = true;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if (char === '\n' || char === '\r') lineStart = true;
    else if (/[\s,]/.test(char)) continue;
    else if (isOpening(text, at)) {
      const end = endOfValue(text, at);
      if (end < 0) return null;
      split.pieces.push(text.slice(at, end + 1));
      at = end;
      lineStart = false;
    } else if (lineStart && !/["}\]]/.test(char)) {
      const end = endOfLine(text, at);
      split.other.push(text.slice(at, end).trimEnd());
      at = end - 1;
    } else return { pieces: [], other: [] };
  }
  return split;
}

/** `[ERROR]` of the CLI and `[Errno 2]` of Python open no list. */
function isOpening(text: string, at: number): boolean {
  return text[at] === '{' || (text[at] === '[' && !/^\[[A-Z][A-Za-z]*[\] ]/.test(text.slice(at, at + 20)));
}

/** Where the object or list that begins at `start` is closed, or -1. */
function endOfValue(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const char = text[at];
    if (char === '"') {
      at = endOfString(text, at);
      if (at < 0) return -1;
    } else if (char === '{' || char === '[') depth += 1;
    else if ((char === '}' || char === ']') && --depth === 0) return at;
  }
  return -1;
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at;
  }
  return -1;
}

function endOfLine(text: string, start: number): number {
  const end = /[\r\n]/.exec(text.slice(start))?.index;
  return end === undefined ? text.length : start + end;
}

/** Where the parser stopped, without the excerpt it may quote: the file may hold what must not be shown. */
function reasonOf(error: unknown, text: string): string {
  // Newer versions of Node add line and column; counting here keeps the words the same on all.
  const place = /at position (\d+)/.exec(error instanceof Error ? error.message : '');
  if (place === null) return 'it is not valid JSON';
  const before = text.slice(0, Number(place[1])).split('\n');
  return `it is not valid JSON at line ${before.length}, column ${(before.at(-1) ?? '').length + 1}`;
}
