import { permissionsOf } from '@iam-dossier/core/collector';
import { policyDocument } from '../collect/policy-document.ts';
import { cloudFormationLines, terraformLines } from '../collect/policy-templates.ts';
import { scopeOf, type ScopeFlags } from '../collect/wishes.ts';
import type { Result } from '../output/result.ts';
import type { Session } from '../terminal/session.ts';

interface Args extends ScopeFlags {
  format: string;
}

export function run(args: Args, _session: Session): Promise<Result> {
  const groups = permissionsOf(scopeOf('permissions', args));
  const policy = policyDocument(groups);
  const lines = {
    json: () => JSON.stringify(policy, null, 2).split('\n'),
    terraform: () => terraformLines(groups),
    cloudformation: () => cloudFormationLines(groups),
  };
  return Promise.resolve({ exitCode: 0, json: { policy, groups }, lines: lines[args.format as keyof typeof lines]() });
}
