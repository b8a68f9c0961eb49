import { collect, type Collected } from '@iam-dossier/core/collector';
import { DossierError } from '@iam-dossier/core/errors';
import { documentLines } from '@iam-dossier/core/json';
import type { Snapshot } from '@iam-dossier/core/snapshot';
import { writeWhole, type StoreResult } from '@iam-dossier/core/store';
import type { Declared } from '../inputs/declared.ts';
import { keepSnapshot, type KeepArgs } from '../snapshots/keep.ts';
import { MOST_IN_SCOPE, principalsInScope } from './in-scope.ts';
import type { Target } from './targets.ts';
import type { Watch } from './watch.ts';

export interface Read {
  target: Target;
  collected: Collected;
  stored?: StoreResult;
  /** Principals in scope that were not asked about one by one, for they are too many. */
  passedOver: number;
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
  const passed = { over: 0 };
  const collected = await collect(optionsOf(target, means, passed));
  if (collected.interrupted !== undefined) throw interrupted(collected.interrupted, target, means.watch);
  const { snapshot } = collected;
  if (target.output !== undefined) await writeWhole(target.output, documentLines(snapshot), { force: means.force === true });
  const stored = await keepSnapshot(snapshot, means);
  await collected.discardJournal();
  return { target, collected, passedOver: passed.over, ...(stored ? { stored } : {}) };
}

function optionsOf(target: Target, { declared, resume, mfaCode, watch }: Means, passed: { over: number }): Parameters<typeof collect>[0] {
  const { account, credentials, region, endpoint, depth, include, journal, label } = target;
  const { engagement, partner } = declared;
  const principals = async (snapshot: Snapshot) => {
    const arns = engagement ? await principalsInScope(snapshot, engagement, partner) : [];
    passed.over = arns.length > MOST_IN_SCOPE ? arns.length : 0;
    return passed.over > 0 ? [] : arns;
  };
  return {
    credentials: { ...credentials, mfaCode },
    ...(region === undefined ? {} : { region }),
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(account === undefined ? {} : { expectedAccount: account }),
    ...(engagement ? { principals } : {}),
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
