import { analysePrincipal, DocumentAnalyser, type PolicyInForce, type PrincipalAnalysis, type Self } from '../policy/index.ts';
import type { ReadDocument } from './documents.ts';
import type { Grant, Grants } from './grants.ts';

/** What principals are granted. Those with the same policies are analysed once, unless a policy names a principal itself. */
export class PermissionBook {
  private readonly documents = new DocumentAnalyser();
  private readonly before = new Map<string, PrincipalAnalysis>();
  private readonly policies = new Map<Grant, NumberedPolicy>();
  private readonly numbers = new Map<string, number>();

  of(grants: Grants, self: Omit<Self, 'ownPolicyArns'>): PrincipalAnalysis {
    const policies = grants.policies?.map((grant) => this.policyOf(grant)) ?? null;
    const key = this.keyOf(grants, policies, self);
    const known = this.before.get(key);
    if (known) return known;
    const { boundary, absentGroups } = grants;
    const input = {
      policies: policies?.map(({ policy }) => policy) ?? null,
      ...(boundary ? { boundary: { arn: boundary.arn, document: boundary.read } } : {}),
      absentGroups,
    };
    const analysis = analysePrincipal(input, { ...self, ownPolicyArns: customerManaged(grants.policies ?? []) }, this.documents);
    this.before.set(key, analysis);
    return analysis;
  }

  /** The same policy of one grant, however many principals share it. */
  private policyOf(grant: Grant): NumberedPolicy {
    const before = this.policies.get(grant);
    if (before) return before;
    const { row, read } = grant;
    const policy: PolicyInForce = { policyName: row.policyName, document: read };
    if (row.policyArn !== undefined) policy.policyArn = row.policyArn;
    const numbered = { policy, number: this.numberOf([row.policyName, row.policyArn], read), limited: namesTargets(read) };
    this.policies.set(grant, numbered);
    return numbered;
  }

  private numberOf(names: readonly unknown[], read: ReadDocument): number {
    const content = JSON.stringify([read.state === 'read' ? read.digest : read.state, ...names]);
    const number = this.numbers.get(content) ?? this.numbers.size;
    this.numbers.set(content, number);
    return number;
  }

  /** Whether a principal can change itself depends on its ARN only where a policy limits itself to some: then it enters the key. */
  private keyOf({ boundary, absentGroups }: Grants, policies: readonly NumberedPolicy[] | null, self: Omit<Self, 'ownPolicyArns'>): string {
    let key = policies ? '' : 'unknown ';
    let limited = false;
    for (const policy of policies ?? []) {
      key += `${policy.number} `;
      limited ||= policy.limited;
    }
    if (boundary) key += `within ${this.numberOf([boundary.arn], boundary.read)} `;
    if (absentGroups.length > 0) key += `without ${JSON.stringify(absentGroups)} `;
    return limited ? key + JSON.stringify([self.arn, self.groupArns]) : `${key}${self.type} ${self.groupArns.length > 0}`;
  }
}

/** Policies with the same number have the same content. `limited`: it limits changes of IAM to some resources. */
interface NumberedPolicy {
  policy: PolicyInForce;
  number: number;
  limited: boolean;
}

function customerManaged(policies: readonly Grant[]): string[] {
  const arns: string[] = [];
  for (const { row } of policies) if (row.type === 'customerManaged' && row.policyArn !== undefined) arns.push(row.policyArn);
  return arns;
}

/** Whether a document allows or denies changes of IAM on some resources only. */
function namesTargets(read: ReadDocument): boolean {
  if (read.state !== 'read') return false;
  return read.statements.some((statement) => changesIam(statement.action.patterns) && !statement.resource?.patterns.includes('*'));
}

function changesIam(patterns: readonly string[]): boolean {
  return patterns.some((pattern) => /^(\*|i|\?)/i.test(pattern));
}
