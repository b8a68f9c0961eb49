import type { PolicyType } from '@iam-dossier/core/assessment';

/** AWS managed policies at path `/` that AWS shows as job functions; the others have the path `/job-function/`. */
const jobFunctionsAtRoot = new Set(['AdministratorAccess', 'PowerUserAccess', 'ReadOnlyAccess', 'SecurityAudit']);

/** AWS's own label of a managed policy, read from its ARN: IAM's API has no type. */
export function policyTypeOf(arn: string): PolicyType {
  const tail = /^arn:[a-z0-9-]+:iam::aws:policy\/(.+)$/.exec(arn)?.[1];
  if (tail === undefined) return 'customerManaged';
  return tail.startsWith('job-function/') || jobFunctionsAtRoot.has(tail) ? 'awsManagedJobFunction' : 'awsManaged';
}
