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
    policies: policies?.map(inForce) ?? null,
    ...(boundary ? { boundary: { arn: boundary.arn, document: boundary.read } } : {}),
    absentGroups,
  };
}

function inForce({ row: { policyName, policyArn }, read }: Grant) {
  return policyArn === undefined ? { policyName, document: read } : { policyName, policyArn, document: read };
}

function customerManaged(policies: readonly Grant[]): string[] {
  const arns: string[] = [];
  for (const { row } of policies) if (row.type === 'customerManaged' && row.policyArn !== undefined) arns.push(row.policyArn);
  return arns;
}

/** Whether a principal can change itself depends on its ARN only where a policy limits itself to some: then it enters the key. */
function keyOf({ policies, boundary, absentGroups }: Grants, self: Self): string {
  let key = policies === null ? 'unknown' : '';
  let limited = false;
  for (const { row, read } of policies ?? []) {
    key += `${contentOf(read)} ${measured(row.policyName)}${measured(row.policyArn ?? '')}`;
    limited ||= namesTargets(read);
  }
  if (boundary) key += `within ${contentOf(boundary.read)} ${measured(boundary.arn)}`;
  for (const group of absentGroups) key += `group ${measured(group)}`;
  return limited ? key + JSON.stringify([self.arn, self.groupArns]) : `${key}${self.type} ${self.groupArns.length > 0}`;
}

function contentOf(read: ReadDocument): string {
  return read.state === 'read' ? read.digest : read.state;
}

/** A name with its length before it: whatever stands in it, it cannot be taken for what follows. */
function measured(name: string): string {
  return `${name.length}:${name}`;
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
