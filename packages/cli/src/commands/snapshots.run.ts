import { nearest } from '../flags/suggest.ts';
import { usageError } from '../flags/usage.ts';
import type { Result } from '../output/result.ts';
import { add } from '../snapshots/add.ts';
import { list } from '../snapshots/list.ts';
import { prune } from '../snapshots/prune.ts';
import { show } from '../snapshots/show.ts';
import type { StoreArgs } from '../snapshots/store-args.ts';
import { validate } from '../snapshots/validate.ts';
import type { Session } from '../terminal/session.ts';

const works = { list, show, add, prune, validate };
type Work = keyof typeof works;

const isWork = (word: string): word is Work => Object.hasOwn(works, word);

export async function run(args: StoreArgs, session: Session): Promise<Result> {
  const [word = 'list', ...words] = args._;
  if (!isWork(word)) throw unknownWork(args._);
  if (word !== 'show' && word !== 'add' && words.length > 0)
    throw usageError('snapshots', `${word} takes no ${JSON.stringify(words[0])}: only flags follow it`);
  refuseFlags(word, args);
  return works[word](args, words, session);
}

/** Flags that go with one word alone. */
const own = { 'keep': 'prune', 'older-than': 'prune', 'yes': 'prune', 'gzip': 'add' } as const satisfies Partial<Record<keyof StoreArgs, Work>>;

function refuseFlags(word: Work, args: StoreArgs): void {
  for (const [name, only] of Object.entries(own)) {
    const given = args[name as keyof typeof own];
    if (given !== undefined && given !== false && word !== only) throw usageError('snapshots', `--${name} goes with ${only}, not with ${word}`);
  }
  if (word === 'add' && args.account !== undefined)
    throw usageError('snapshots', '--account does not go with add: a snapshot says itself which account it is of');
}

function unknownWork(words: readonly string[]) {
  const [first = ''] = words;
  const near = nearest(first, Object.keys(works));
  const meant = near === undefined ? `For a snapshot: iam-dossier snapshots show ${words.join(' ')}` : `Did you mean ${near}?`;
  return usageError('snapshots', `snapshots knows list, show, add, prune and validate, not ${JSON.stringify(first)}. ${meant}`);
}
