import type { ClaimResult, CriterionId } from '@iam-dossier/core/assessment';
import type { Engagement } from '@iam-dossier/core/engagement';
import type { Partner } from '@iam-dossier/core/partner';
import { languages, rewrites, topicRewrites, type Language } from './patterns.data.ts';
import { readText, type NotedWords, type RejectedWords } from './read.ts';
import { engagementTexts, partnerTexts, type PlacedText } from './texts.ts';

/** Words that a reviewer rejects, with their place and a sentence for it. */
export interface PlacedWords extends RejectedWords {
  at: PlacedText;
  rewrite: string;
}

/** What the words of partner and engagement come to. */
export interface Wording {
  rejected: readonly PlacedWords[];
  noted: readonly (NotedWords & { at: PlacedText })[];
}

interface Declared {
  partner: Partner | undefined;
  engagement: Engagement | undefined;
  claims: readonly ClaimResult[];
}

/** Reads every text that stands in a document, in every language it has. */
export function readWording({ partner, engagement, claims }: Declared): Wording {
  const criterionOfClaim = (index: number): CriterionId => claims[index]?.criterion ?? 'E2';
  const texts = [...engagementTexts(engagement, criterionOfClaim), ...partnerTexts(partner)];
  const read = texts.map((at) => ({ at, ...readText(at.text, at.kind) }));
  return {
    rejected: read.flatMap(({ at, rejected }) => rejected.map((words) => ({ ...words, at, rewrite: rewriteOf(words, at) }))),
    noted: read.flatMap(({ at, noted }) => noted.map((words) => ({ ...words, at }))),
  };
}

function rewriteOf({ family, language }: RejectedWords, { locale, topic }: PlacedText): string {
  const known = languages.find((entry) => entry === locale) ?? language ?? languages.find((entry) => locale?.startsWith(entry.slice(0, 2))) ?? 'en';
  return topic !== undefined && family !== 'placeholder' && family !== 'shared'
    ? topicRewrites[topic][known satisfies Language]
    : rewrites[family][known];
}
