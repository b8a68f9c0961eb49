import type { Words } from '../words/index.ts';
import type { Audience } from './assemble.ts';

/** What every page says of the document as a whole. */
export interface Notice {
  kind: 'draft' | 'internal';
  title: string;
  text: string;
}

/** A submission that is not ready is a draft; what is internal says so. */
export function noticeOf({ draft, audience, words }: { draft: boolean; audience: Audience; words: Words }): Notice | null {
  if (audience === 'internal') return { kind: 'internal', title: words.say('common.notice.internal.title'), text: words.say('common.notice.internal.text') };
  return draft ? { kind: 'draft', title: words.say('common.notice.draft.title'), text: words.say('common.notice.draft.text') } : null;
}
