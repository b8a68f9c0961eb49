import type { Words } from '../words/index.ts';
import type { Audience } from '../document.ts';

/** What every page says of the document as a whole. */
export interface Notice {
  kind: 'draft' | 'internal';
  title: string;
  text: string;
}

interface Standing {
  draft: boolean;
  audience: Audience;
  words: Words;
  /** Where the words on a draft stand; they end in `.title` and `.text`. */
  draftWords?: string;
}

/** A submission that is not ready is a draft; what is internal says so. */
export function noticeOf({ draft, audience, words, draftWords = 'common.notice.draft' }: Standing): Notice | null {
  if (audience === 'internal')
    return { kind: 'internal', title: words.say('common.notice.internal.title'), text: words.say('common.notice.internal.text') };
  return draft ? { kind: 'draft', title: words.say(`${draftWords}.title`), text: words.say(`${draftWords}.text`) } : null;
}
