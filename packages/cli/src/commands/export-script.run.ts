import { exportScript } from '@iam-dossier/core/collector';
import { generator } from '@iam-dossier/core/generator';
import { writeWhole } from '@iam-dossier/core/store';
import { scopeOf, type ScopeFlags } from '../collect/wishes.ts';
import type { Result } from '../output/result.ts';
import { checkTargets } from '../output/targets.ts';
import type { Session } from '../terminal/session.ts';

interface Args extends ScopeFlags {
  output?: string;
  force?: boolean;
}

export async function run(args: Args, session: Session): Promise<Result> {
  const script = exportScript({ ...scopeOf('export-script', args), version: generator.version });
  const { output } = args;
  if (output === undefined) return { exitCode: 0, json: { script }, lines: script.trimEnd().split('\n') };
  await checkTargets([output], { force: args.force === true, inputs: [] });
  await writeWhole(output, [script], { force: args.force === true });
  const notes = [`Written: ${session.notePaint.bold(output)}`, 'The customer runs it with "sh" and sends back the file that it names at its end.'];
  return { exitCode: 0, json: { written: [output] }, notes };
}
