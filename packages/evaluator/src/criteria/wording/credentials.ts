import {
  closes,
  ends,
  hints,
  isDeniedAfter,
  isDeniedBefore,
  isInTime,
  isLookedForAfter,
  isLookedForBefore,
  isRemoval,
  isUse,
  named,
  opens,
  pseudo,
} from './matchers.ts';
import type { Language } from './patterns.data.ts';
import type { Sentence } from './sentences.ts';

/** What a sentence says of credentials that last or are shared. `permitted`: somebody has them. `mentioned`: nobody is said to. */
export interface CredentialWords {
  family: 'keys' | 'shared';
  words: string;
  language: Language;
  verdict: 'permitted' | 'denied' | 'mentioned';
}

/** Characters before a denial that still speak of it, such as `generally not`. */
const NEAR = 20;

/** Every mention in a sentence. The heading of its list counts as standing before it. */
export function credentialsIn({ text, heading }: Pick<Sentence, 'text' | 'heading'>): CredentialWords[] {
  const whole = heading === '' ? text : `${heading} ${text}`;
  const from = whole.length - text.length;
  return (['keys', 'shared'] as const)
    .filter((family) => hints[family].test(text))
    .flatMap((family) =>
      named[family].flatMap(({ language, matcher }) =>
        [...whole.matchAll(matcher)]
          .filter((match) => match.index >= from)
          .map((match) => ({ family, language, words: match[0].toLowerCase(), verdict: verdictOn(whole, match.index, match[0]) })),
      ),
    );
}

function verdictOn(sentence: string, at: number, words: string): CredentialWords['verdict'] {
  const clause = clauseAround(sentence, at, words.length);
  const [before, after] = [neutral(clause.before), neutral(clause.after)];
  // A clause without a word on it is part of a list: the sentence as a whole speaks of it.
  const alone = before.trim() === '' && !/\p{L}{2}.*\s\p{L}{2}/u.test(after);
  const [pre, post] = alone ? [neutral(sentence.slice(0, at)), neutral(sentence.slice(at + words.length))] : [before, after];
  if (denies(pre, words, post)) return reopens(sentence, clause) ? 'permitted' : 'denied';
  const isLookedFor = isLookedForBefore.test(pre) || isLookedForAfter.test(post);
  return isLookedFor && !isUse.test(`${pre} ${post}`) ? 'mentioned' : 'permitted';
}

/** Words that only look like a denial count for nothing. */
function neutral(text: string): string {
  return text.replace(pseudo, (found) => '~'.repeat(found.length));
}

function denies(before: string, words: string, after: string): boolean {
  if (/(?<![\p{L}])(never|not|n't|nunca|não|no) |n't /iu.test(words)) return true;
  // Nobody comes in without it: so somebody has it.
  if (/(?<!\p{L})(cannot|can not|can't|not possible|impossible|nobody|no one|nothing)(?!\p{L}).*(?<!\p{L})without(?!\p{L})/iu.test(before))
    return false;
  const denied = isDeniedBefore.test(before) || isDeniedAfter.test(after);
  if (!denied) return false;
  const others = `${before.replace(isRemoval, ' ')} ${after.replace(isRemoval, ' ')}`;
  const removalOnly = !isDeniedBefore.test(others) && !isDeniedAfter.test(others);
  return !(removalOnly && isInTime.test(`${before} ${after}`));
}

interface Clause {
  before: string;
  after: string;
  /** What follows the clause in the sentence, and how the sentence begins. */
  rest: string;
  opening: string;
}

function clauseAround(sentence: string, at: number, length: number): Clause {
  const breaks = [...sentence.matchAll(ends)].map((match) => ({ from: match.index, to: match.index + match[0].length }));
  const start = breaks.filter(({ to }) => to <= at).at(-1)?.to ?? 0;
  const end = breaks.find(({ from }) => from >= at + length)?.from ?? sentence.length;
  return {
    before: sentence.slice(start, at),
    after: sentence.slice(at + length, end),
    rest: sentence.slice(end),
    opening: sentence.slice(0, start),
  };
}

/** Whether a denial lets something through: in its own clause, in one hung on after it, or in one the sentence begins with. */
function reopens(sentence: string, { before, after, rest, opening }: Clause): boolean {
  const without = (text: string) => text.replace(closes, (found) => '~'.repeat(found.length));
  const hung =
    /^[\s,;(—–-]*(?:and )?(?:then )?(unless|except|other than|apart|aside|save|only|if|where|when|but|as a|temporarily|salvo|excepto|exceto|a menos|a no ser|a não ser|solo|sólo|somente|apenas|só|si|se|cuando|quando)(?!\p{L})/iu;
  const first = /^\W*(unless|except|other than|apart from|aside from|if|where|only|salvo|excepto|exceto|a menos|a no ser|a não ser|si|se)(?!\p{L})/iu;
  // What stands far before the denial belongs to something else.
  const denial = isDeniedBefore.exec(neutral(before))?.index ?? 0;
  const own = without(`${before.slice(Math.max(0, denial - NEAR))} # ${after}`);
  return (
    opens.test(own) || (hung.test(rest) && opens.test(without(rest))) || (first.test(opening) && opens.test(without(opening)) && sentence !== '')
  );
}
