import type { KnownTime, Profile } from '@iam-dossier/core/assessment';

/** The latest that is recorded; `none` only where every source says that there is none. */
export function lastUseOf({ lastUsed, console, accessKeys }: Profile): KnownTime {
  const facts = [...(lastUsed ? [lastUsed] : []), ...(console ? [console.lastSignIn] : []), ...(accessKeys ?? []).map((key) => key.lastUsed)];
  const last = facts
    .flatMap((fact) => (fact.state === 'known' ? [fact.at] : []))
    .sort()
    .at(-1);
  if (last !== undefined) return { state: 'known', at: last };
  return facts.length > 0 && accessKeys !== null && facts.every(({ state }) => state === 'none') ? { state: 'none' } : { state: 'unknown' };
}
