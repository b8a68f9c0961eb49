import type { Draft } from '../draft.ts';
import { isMembers, type Members } from './members.ts';

/** What is kept of an entry about a person: these texts and nothing else. `left`: other members that AWS is known to answer. */
export interface PersonalShape {
  kept: Readonly<Record<string, string>>;
  left: readonly string[];
}

/**
 * Entries about people, by the few members that are needed. What AWS is known to answer besides is left out as secrets are;
 * a member that nobody knows is left out too, since it may be of the person, and told by name.
 */
export function decodePersonal(entries: readonly unknown[], { kept, left }: PersonalShape, call: string, draft: Draft): Members[] {
  const unknown = new Set<string>();
  const decoded = entries.filter(isMembers).map((raw) => {
    for (const name of Object.keys(raw)) if (!Object.hasOwn(kept, name) && !left.includes(name)) unknown.add(name);
    const texts = Object.entries(kept).map(([name, to]) => [to, raw[name]] as const);
    return Object.fromEntries(texts.filter(([, value]) => typeof value === 'string' && value !== ''));
  });
  if (unknown.size > 0) {
    const names = [...unknown].sort().map((name) => JSON.stringify(name.slice(0, 60)));
    draft.note('ignored', 'personal', `${call} answers with ${names.slice(0, 10).join(', ')}, which may be of a person and is not kept`);
  }
  return decoded;
}
