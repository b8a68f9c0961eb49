import type { KnownTime } from '@iam-dossier/core/assessment';

/** `2026-10-05T14:02:10Z` as `2026-10-05 14:02:10 UTC`. */
export function writeTime(time: string): string {
  return time.replace('T', ' ').replace(/Z$/, ' UTC');
}

/** A time that may not be known, in the words given for having none and for not knowing. */
export function writeKnownTime(time: KnownTime, words: { none: string; unknown: string }): string {
  if (time.state === 'known') return writeTime(time.at);
  return time.state === 'none' ? words.none : words.unknown;
}
