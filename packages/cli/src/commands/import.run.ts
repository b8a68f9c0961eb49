import { importPaths } from '@iam-dossier/core/importer';
import { documentLines } from '@iam-dossier/core/json';
import { writeWhole } from '@iam-dossier/core/store';
import { readTime } from '../flags/values.ts';
import type { Result } from '../output/result.ts';
import { checkTargets } from '../output/targets.ts';
import { checkStore, keepSnapshot, storedJson, storedLines } from '../snapshots/keep.ts';
import { snapshotJson } from '../summary/snapshot-json.ts';
import { snapshotLines } from '../summary/snapshot.ts';
import type { Session } from '../terminal/session.ts';

interface Args {
  '_': string[];
  'output'?: string;
  'collected-at'?: string;
  'force'?: boolean;
  'store'?: string;
  'gzip'?: boolean;
}

export async function run(args: Args, session: Session): Promise<Result> {
  const collectedAt = readTime('import', 'collected-at', args['collected-at']);
  const output = args.output;
  checkStore('import', args);
  if (output !== undefined) await checkTargets([output], { force: args.force === true, inputs: args._, keepFolders: true });
  session.progress.step('Reading files');
  const snapshot = await importPaths(args._, collectedAt === undefined ? {} : { collectedAt });
  if (output !== undefined) await writeWhole(output, documentLines(snapshot), { force: args.force === true });
  const stored = await keepSnapshot(snapshot, args);
  const paint = session.notePaint;
  const nothing = output === undefined && stored === undefined;
  const end = [
    ...(nothing ? ['Nothing was written: add -o snapshot.json or --store snapshots to keep the snapshot.'] : []),
    ...(output === undefined ? [] : [`Written: ${paint.bold(output)}`]),
    ...storedLines(stored, paint),
  ];
  return {
    exitCode: 0,
    json: { ...snapshotJson(snapshot), written: output === undefined ? [] : [output], ...storedJson(stored) },
    notes: [...snapshotLines(snapshot, { ...session, paint }), '', ...end],
  };
}
