import { collect, type Collected } from '@iam-dossier/core/collector';
import { DossierError } from '@iam-dossier/core/errors';
import { documentLines } from '@iam-dossier/core/json';
import { writeWhole, type StoreResult } from '@iam-dossier/core/store';
import type { Declared } from '../inputs/declared.ts';
import { keepSnapshot, type KeepArgs } from '../snapshots/keep.ts';
import { principalsInScope } from './in-scope.ts';
import { withFolder } from './places.ts';
import type { Target } from './targets.ts';
import type { Watch } from './watch.ts';

export interface Read {
  target: Target;
  collected: Collected;
  stored?: StoreResult;
}

interface Means extends KeepArgs {
  declared: Declared;
  force?: boolean;
  resume?: boolean;
  mfaCode: (serial: string) => Promise<string>;
  watch: Watch;
}

/** Reads one account and writes its snapshot. @throws DossierError */
export async function readAccount(target: Target, means: Means): Promise<Read> {
  return withFolder(target.journal, async () => {
    const collected = await collect(optionsOf(target, means));
    if (collected.interrupted !== undefined) throw interrupted(collected.interrupted, target, means.watch);
    const { snapshot } = collected;
    if (target.output !== undefined) await writeWhole(target.output, documentLines(snapshot), { force: means.force === true });
    const stored = await keepSnapshot(snapshot, means);
    await collected.discardJournal();
    return { target, collected, ...(stored ? { stored } : {}) };
  });
}

function optionsOf(target: Target, { declared, resume, mfaCode, watch }: Means): Parameters<typeof collect>[0] {
  const { account, credentials, region, endpoint, depth, include, journal, label } = target;
  const { engagement, partner } = declared;
  return {
    credentials: { ...credentials, mfaCode },
    ...(region === undefined ? {} : { region }),
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(account === undefined ? {} : { expectedAccount: account }),
    ...(engagement ? { principals: (snapshot) => principalsInScope(snapshot, engagement, partner) } : {}),
    depth,
    include,
    journal,
    // Of several accounts some may not have been begun.
    resume: resume === true,
    onEvent: (event) => watch.see(label, event),
  };
}

const meanings = {
  credentialsExpired: ['collect-refused', 'the credentials expired', 'Sign in again and run the same command with --resume.'],
  unreachable: ['collect-unreachable', 'AWS could not be reached any more', 'When the network is back, run the same command with --resume.'],
} as const;

function interrupted(why: NonNullable<Collected['interrupted']>, target: Target, watch: Watch): DossierError {
  const [code, words, hint] = meanings[why];
  const count = watch.answersOf(target.label);
  const kept = count === 1 ? '1 complete answer is' : `${count} complete answers are`;
  return new DossierError(code, `${words} before all was read. No snapshot was written; ${kept} kept in ${target.journal}`, { hint });
}
