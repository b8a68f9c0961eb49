import type { Partner } from '@iam-dossier/core/partner';
import { coverView } from '../view/index.ts';
import type { Words } from '../words/index.ts';

/** The cover of the procedure. */
export function procedureCover(partner: Partner | undefined, title: string, date: string, words: Words) {
  const { brand, sop, name = '' } = partner ?? {};
  const facts = Object.entries({
    id: sop?.id,
    version: sop?.version,
    owner: sop?.owner,
    effective: sop?.effectiveDate,
    review: sop?.reviewDate,
    issued: date,
  });
  return coverView(
    {
      brand,
      name,
      kicker: words.say('sop.kind'),
      title,
      subtitle: words.say('sop.subtitle'),
      facts: facts.map(([key, value]) => ({ label: words.say(`sop.control.${key}`), value: value ?? '' })),
    },
    words,
  );
}
