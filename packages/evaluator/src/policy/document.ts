import { canonicalJson } from '@iam-dossier/core/json';
import type { PatternElement, PolicyDocument, Statement, StoredPolicyDocument } from '@iam-dossier/core/policy-document';
import { expandActions, type ActionSet } from './action-set.ts';
import { conditionKind, type ConditionKind } from './conditions.ts';
import { breadthOf, type Breadth } from './resources.ts';
import { withCompleteArns } from './short-arn.ts';

/** A policy document, read or not. `unresolved`: it is not in the snapshot. */
export type ReadablePolicy =
  | { state: 'read'; statements: readonly Statement[]; document: StoredPolicyDocument; digest: string }
  | { state: 'unreadable' | 'unresolved' };

/** A statement of an identity policy with what it stands for. */
export interface AnalysedStatement {
  statement: Statement;
  /** With ARNs that lack parts completed. */
  resource: PatternElement;
  actions: ActionSet;
  unknownActions: readonly string[];
  breadth: Breadth;
  condition: ConditionKind;
}

/** `null`: a statement lacks its Resource, which IAM itself refuses; the document says nothing certain. */
export type AnalysedDocument = readonly AnalysedStatement[] | null;

/** A policy in force on a principal. */
export interface PolicyInForce {
  policyName: string;
  policyArn?: string;
  document: ReadablePolicy;
}

type ReadPolicy = PolicyInForce & { document: Extract<ReadablePolicy, { state: 'read' }> };

/** A policy that could be read, with its statements. */
export interface AnalysedPolicy {
  policy: ReadPolicy;
  statements: Exclude<AnalysedDocument, null>;
}

/** Analyses each policy, and each document, once a run: many principals and policies share theirs. */
export class DocumentAnalyser {
  private readonly policies = new WeakMap<PolicyInForce, AnalysedPolicy>();
  private readonly documents = new Map<string, AnalysedDocument>();

  /** `undefined`: it cannot be read. */
  policy(policy: PolicyInForce): AnalysedPolicy | undefined {
    const before = this.policies.get(policy);
    if (before) return before;
    const statements = isRead(policy) ? this.analyse(policy.document) : null;
    if (!statements || !isRead(policy)) return undefined;
    const analysed = { policy, statements };
    this.policies.set(policy, analysed);
    return analysed;
  }

  analyse({ digest, statements }: Extract<ReadablePolicy, { state: 'read' }>): AnalysedDocument {
    const before = this.documents.get(digest);
    if (before !== undefined) return before;
    const analysed = statements.map(analysedStatement);
    const whole = analysed.filter((entry) => entry !== null);
    const result = whole.length === analysed.length ? whole : null;
    this.documents.set(digest, result);
    return result;
  }
}

function analysedStatement(statement: Statement): AnalysedStatement | null {
  const { action, conditions } = statement;
  if (!statement.resource) return null;
  const resource = withCompleteArns(statement.resource);
  const { set, unknown } = expandActions(action);
  return { statement, resource, actions: set, unknownActions: unknown, breadth: breadthOf(resource), condition: conditionKind(conditions) };
}

function isRead(policy: PolicyInForce): policy is ReadPolicy {
  return policy.document.state === 'read';
}

/** JSON pointer to a statement in the document as written, where `Statement` may be one object. */
export function statementPath(document: StoredPolicyDocument, index: number): string {
  return typeof document === 'object' && Array.isArray(document['Statement']) ? `/Statement/${index}` : '/Statement';
}

/** Pointer to one action pattern as written, and its text; to the whole element when `pattern` is not given. */
export function actionPlace(document: StoredPolicyDocument, { index, action }: Statement, pattern?: number): { path: string; text: string } {
  const member = action.negated ? 'NotAction' : 'Action';
  const path = `${statementPath(document, index)}/${member}`;
  const element = elementOf(document, index, member);
  if (pattern === undefined || !Array.isArray(element)) return { path, text: typeof element === 'string' ? element : canonicalJson(element) };
  return { path: `${path}/${pattern}`, text: action.patterns[pattern] ?? '' };
}

function elementOf(document: StoredPolicyDocument, index: number, member: string): unknown {
  const { Statement: list } = document as PolicyDocument;
  const statement = Array.isArray(list) ? list[index] : list;
  return (statement as Record<string, unknown> | undefined)?.[member];
}
