import { percentDecoded } from '@iam-dossier/core/policy-document';
import { segment } from './check.ts';

/** A document as text: its value and the first member that stands twice, or nothing when it is not JSON. */
export interface JsonText {
  value: unknown;
  /** Pointer to the object, and the member's name. */
  twice?: { path: string; member: string };
}

/** Reads JSON text, plain or percent-encoded as IAM's API hands it out. */
export function readJsonText(text: string): JsonText | undefined {
  return parsed(text) ?? (text.includes('%') ? parsed(percentDecoded(text)) : undefined);
}

function parsed(text: string): JsonText | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const twice = firstTwice(text);
    return twice ? { value, twice } : { value };
  } catch {
    return undefined;
  }
}

interface Level {
  path: string;
  /** Names seen, of an object. */
  names?: Set<string>;
  /** Place in a list, or the member being read. */
  at: number | string;
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

/** The first member that stands twice in its object. The text is known to be JSON; no recursion, however deep it nests. */
function firstTwice(text: string): JsonText['twice'] {
  const levels: Level[] = [];
  let name: string | undefined;
  for (const [token] of text.matchAll(TOKEN)) {
    const level = levels.at(-1);
    if (token === '{' || token === '[') {
      const path = level ? `${level.path}/${segment(String(level.at))}` : '';
      levels.push(token === '{' ? { path, names: new Set(), at: '' } : { path, at: 0 });
    } else if (token === '}' || token === ']') levels.pop();
    else if (token === ',') {
      if (level && typeof level.at === 'number') level.at += 1;
    } else if (token === ':') {
      const member = JSON.parse(name ?? '""') as string;
      if (level?.names?.has(member)) return { path: level.path, member };
      level?.names?.add(member);
      if (level) level.at = member;
    } else name = token;
  }
  return undefined;
}
