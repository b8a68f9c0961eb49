import { analysePrincipal, DocumentAnalyser, type PrincipalAnalysis, type Self } from '../policy/index.ts';
import type { ReadDocument } from './documents.ts';
import type { Grant, Grants } from './grants.ts';

/** What principals are granted. Those with the same policies are analysed once, unless a policy names a principal itself. */
export class PermissionBook {
  private readonly documents = new DocumentAnalyser();
  private readonly before = new Map<string, PrincipalAnalysis>();

  of(grants: Grants, self: Omit<Self, 'ownPolicyArns'>): PrincipalAnalysis {
    const whole = { ...self, ownPolicyArns: customerManaged(grants.policies ?? []) };
    const key = keyOf(grants, whole);
    const known = this.before.get(key);
    if (known) return known;
    const analysis = analysePrincipal(inputOf(grants), whole, this.documents);
    this.before.set(key, analysis);
    return analysis;
  }
}

function inputOf({ policies, boundary, absentGroups }: Grants) {
  return {
    policies:
      policies?.map(({ row: { policyName, policyArn }, read }) => ({
        policyName,
        ...(policyArn === undefined ? {} : { policyArn }),
        document: read,
      })) ?? null,
    ...(boundary ? { boundary: { arn: boundary.arn, document: boundary.read } } : {}),
    absentGroups,
  };
}

function customerManaged(policies: readonly Grant[]): string[] {
  return policies.flatMap(({ row }) => (row.type === 'customerManaged' && row.policyArn !== undefined ? [row.policyArn] : []));
}

/** Whether a principal can change itself depends on its ARN only where a policy limits itself to some: then it enters the key. */
function keyOf({ policies, boundary, absentGroups }: Grants, self: Self): string {
  const names = policies?.map(({ row, read }) => [row.policyName, row.policyArn ?? '', read.state === 'read' ? read.digest : read.state]);
  const limited = policies?.some(({ read }) => namesTargets(read));
  const who = limited === true ? [self.arn, self.groupArns] : [self.type, self.groupArns.length > 0];
  return JSON.stringify([
    names ?? null,
    boundary ? [boundary.arn, boundary.read.state === 'read' ? boundary.read.digest : boundary.read.state] : null,
    absentGroups,
    who,
  ]);
}

const targeting = new WeakMap<ReadDocument, boolean>();

/** Whether a document allows or denies changes of IAM on some resources only. Told once for each document. */
function namesTargets(read: ReadDocument): boolean {
  const before = targeting.get(read);
  if (before !== undefined) return before;
  const names =
    read.state === 'read' &&
    read.statements.some((statement) => changesIam(statement.action.patterns) && !statement.resource?.patterns.includes('*'));
  targeting.set(read, names);
  return names;
}

function changesIam(patterns: readonly string[]): boolean {
  return patterns.some((pattern) => /^(\*|i|\?)/i.test(pattern));
}
