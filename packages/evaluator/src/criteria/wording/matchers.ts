import {
  clauseEnds,
  closing,
  denialAfter,
  denialBefore,
  emptyAnswers,
  hedges,
  languages,
  longTermCredentials,
  lookedFor,
  lookingFor,
  movedToCustomer,
  notApplicable,
  placeholders,
  pseudoDenials,
  removalInTime,
  removals,
  reopening,
  sameAs,
  sharedDuty,
  sharedLogins,
  singleUser,
  use,
  type Language,
} from './patterns.data.ts';

/** Expressions of the data, compiled once: each stands for whole words. */
function words(sources: readonly string[], flags = 'iu'): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}_])(?:${sources.join('|')})(?![\\p{L}\\p{N}_])`, flags);
}

const everyLanguage = (table: Readonly<Record<Language, readonly string[]>>) => languages.flatMap((language) => table[language]);
const byLanguage = (table: Readonly<Record<Language, readonly string[]>>) =>
  languages.map((language) => ({ language, matcher: words(table[language], 'giu') }));

/** Letters without which none of an expression's words can stand: most sentences are done with by these. */
export const hints = {
  keys: /key|credential|programm|aws_|clave|llave|chave|credencia|programático/i,
  shared:
    /shar|compart|generic|gen[eé]ric|common|comun|communal|pooled|team|same|one |single|used by|'s (own )?(admin|root|iam|user|log|cred|pass)|sol[oa] usuario|únic|um só/i,
  customer: /customer|client|cliente|our |partner's/i,
  same: /same|identical|similar|analogous|equal|see |refer|cf|like|as |ditto|[ií]dem|mism|igual|idéntic|idêntic|mesm/i,
};

export const named = { keys: byLanguage(longTermCredentials), shared: byLanguage(sharedLogins) };
export const isDeniedBefore = words(everyLanguage(denialBefore));
/** Endings such as n't hang on their word. */
export const isDeniedAfter = new RegExp(`(?:${everyLanguage(denialAfter).join('|')})(?![\\p{L}\\p{N}_])`, 'iu');
export const pseudo = words(pseudoDenials, 'giu');
export const isRemoval = words(removals);
export const isInTime = words(removalInTime);
export const opens = words(reopening);
export const closes = words(closing, 'giu');
export const isLookedForBefore = words(lookingFor);
export const isLookedForAfter = words(lookedFor);
export const isUse = words(use);
export const ends = new RegExp(clauseEnds.join('|'), 'giu');
/** Nothing but an answer that is none. */
export const isEmpty = new RegExp(`^\\W*(?:${emptyAnswers.join('|')})?\\W*$`, 'iu');
export const saysNotApplicable = new RegExp(`(?<![\\p{L}\\p{N}_"])(?:${notApplicable.join('|')})(?![\\p{L}\\p{N}_"])`, 'iu');
export const pointsElsewhere = words(sameAs);
export const isMoved = words(movedToCustomer);
export const isShared = words(sharedDuty);
export const isPlaceholder = new RegExp(placeholders.join('|'), 'u');
export const isHedge = words(hedges);
export const isSingleUser = words(singleUser);
