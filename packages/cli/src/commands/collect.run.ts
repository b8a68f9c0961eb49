import process from 'node:process';
import { readAccount, type Read } from '../collect/account.ts';
import { dryRun } from '../collect/dry-run.ts';
import { mfaPrompt } from '../collect/mfa.ts';
import { sortTargets, withFolders } from '../collect/places.ts';
import { resultOf } from '../collect/result.ts';
import { several } from '../collect/several.ts';
import { tellHowToGoOn } from '../collect/stop.ts';
import { targetsOf, type Target, type TargetFlags } from '../collect/targets.ts';
import { Watch } from '../collect/watch.ts';
import { scopeOf, type ScopeFlags } from '../collect/wishes.ts';
import { usageError } from '../flags/usage.ts';
import { readDeclared } from '../inputs/declared.ts';
import type { Result } from '../output/result.ts';
import { checkStore, type KeepArgs } from '../snapshots/keep.ts';
import type { Session } from '../terminal/session.ts';

interface Args extends TargetFlags, ScopeFlags, KeepArgs {
  'engagement'?: string;
  'dry-run'?: boolean;
  'resume'?: boolean;
  'force'?: boolean;
}

/** More at once would have AWS slow down the first. */
const ACCOUNTS_AT_ONCE = 3;

export async function run(args: Args, session: Session): Promise<Result> {
  const scope = scopeOf('collect', args);
  checkStore('collect', args);
  const declared = await readDeclared(args.engagement === undefined ? {} : { engagement: args.engagement });
  const targets = targetsOf(args, scope, declared.engagement);
  if (args['dry-run'] === true) return dryRun(targets, declared.engagement !== undefined, session);
  if (args.output === undefined && args.store === undefined)
    throw usageError('collect', 'say where the snapshot goes: -o snapshot.json, or --store snapshots. --dry-run shows what would be asked');
  const rules = { force: args.force === true, resume: args.resume === true };
  const { open, done } = await sortTargets(targets, { ...rules, inputs: declared.files });
  // The SDK's advice about versions of Node is for those who build with it.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
  const watch = new Watch(session, targets.length > 1);
  watch.step('Signing in');
  const means = { ...rules, declared, watch, mfaCode: mfaPrompt(watch.pause), ...keepOf(args) };
  const reading = new Set<Target>();
  const backToUsual = tellHowToGoOn(reading, watch, rules.resume);
  try {
    const readOne = async (target: Target) => {
      reading.add(target);
      try {
        return await readAccount(target, means);
      } finally {
        reading.delete(target);
      }
    };
    const journals = open.map(({ journal }) => journal);
    const settled = await withFolders(journals, () => several(open, ACCOUNTS_AT_ONCE, readOne));
    return resultOf({ ...sorted(open, settled), done, elapsed: watch.elapsed() }, session);
  } finally {
    backToUsual();
  }
}

function keepOf({ store, gzip }: KeepArgs): KeepArgs {
  return { ...(store === undefined ? {} : { store }), ...(gzip === undefined ? {} : { gzip }) };
}

function sorted(targets: readonly Target[], settled: readonly PromiseSettledResult<Read>[]) {
  const read = settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const failed = targets.flatMap((target, index) => {
    const result = settled[index];
    return result?.status === 'rejected' ? [{ target, error: result.reason as unknown }] : [];
  });
  return { read, failed };
}
