import type { Message } from '@iam-dossier/core/assessment';
import { say } from '../words/format.ts';
import { readinessWords } from '../words/readiness.ts';
import type { Run } from './criterion.ts';
import { engagementTexts, partnerTexts, type PlacedText } from './wording/texts.ts';

/** Texts that are given by language, and not in the one of the documents: they stand there in another, and are marked. */
export function languageWarnings({ engagement, partner, locale }: Run): Message[] {
  const texts = [...engagementTexts(engagement, () => 'E2'), ...partnerTexts(partner)];
  return (['engagement', 'partner'] as const).flatMap((file) => {
    const members = membersWithout(
      texts.filter((text) => text.file === file),
      locale,
    );
    const [member] = members;
    return member === undefined ? [] : [say(readinessWords, 'text-locale', { file, locale, member, count: members.length })];
  });
}

function membersWithout(texts: readonly PlacedText[], asked: string): string[] {
  const languages = new Map<string, string[]>();
  for (const { member, locale } of texts) {
    if (locale === undefined) continue;
    const base = member.slice(0, -locale.length - 1);
    languages.set(base, [...(languages.get(base) ?? []), locale]);
  }
  return [...languages].filter(([, locales]) => !locales.includes(asked)).map(([base]) => base);
}
