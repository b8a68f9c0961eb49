/** The JSON values of a text, one after the other, as a shell loop with `>>` leaves them. */
export interface JsonValues {
  values: unknown[];
  /** Why the rest could not be read. */
  broken?: string;
  /** The text ends inside a value. */
  cut?: boolean;
}

export function readJsonValues(text: string): JsonValues {
  try {
    return { values: [JSON.parse(text) as unknown] };
  } catch (error) {
    const pieces = splitValues(text);
    if (pieces === null) return { values: [], broken: 'it ends in the middle', cut: true };
    if (pieces.length < 2) return { values: [], broken: reasonOf(error, text) };
    return readPieces(pieces);
  }
}

/** Whether a value nests deeper than `levels`: deeper than any answer of AWS, and than what can be written out again. */
export function deeperThan(levels: number, value: unknown): boolean {
  if (value === null || typeof value !== 'object') return false;
  if (levels === 0) return true;
  const below: unknown[] = Array.isArray(value) ? value : Object.values(value);
  return below.some((member) => deeperThan(levels - 1, member));
}

function readPieces(pieces: string[]): JsonValues {
  const values: unknown[] = [];
  for (const piece of pieces) {
    try {
      values.push(JSON.parse(piece));
    } catch (error) {
      return { values: [], broken: `value ${values.length + 1} of ${pieces.length}: ${reasonOf(error, piece)}` };
    }
  }
  return { values };
}

/** Texts of the objects and lists at the top level, or `null` when the last one is not closed. */
function splitValues(text: string): string[] | null {
  const pieces: string[] = [];
  let depth = 0;
  let start = -1;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === '"') {
      at = endOfString(text, at);
      if (at < 0) return null;
    } else if (char === '{' || char === '[') {
      if (depth === 0) start = at;
      depth += 1;
    } else if (char === '}' || char === ']') {
      depth -= 1;
      if (depth < 0) return [];
      if (depth === 0) pieces.push(text.slice(start, at + 1));
    } else if (depth === 0 && char !== undefined && !/[\s,]/.test(char)) return [];
  }
  return depth > 0 ? null : pieces;
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at;
  }
  return -1;
}

/** Where the parser stopped, without the excerpt it may quote: the file may hold what must not be shown. */
function reasonOf(error: unknown, text: string): string {
  // Newer versions of Node add line and column; counting here keeps the words the same on all.
  const place = /at position (\d+)/.exec(error instanceof Error ? error.message : '');
  if (place === null) return 'it is not valid JSON';
  const before = text.slice(0, Number(place[1])).split('\n');
  return `it is not valid JSON at line ${before.length}, column ${(before.at(-1) ?? '').length + 1}`;
}
