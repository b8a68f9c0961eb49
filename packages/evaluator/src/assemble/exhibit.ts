import type { Assessment, GrantedPolicy } from '@iam-dossier/core/assessment';
import { compareText } from '@iam-dossier/core/json';
import { parsePolicyDocument, type Statement, type StoredPolicyDocument } from '@iam-dossier/core/policy-document';
import { breadthOf, conditionKind } from '../policy/index.ts';

type Exhibit = NonNullable<Assessment['exhibit']>;

/** Characters of a document that is read on one page. */
const readable = 2400;

interface Candidate extends Exhibit {
  /** Characters of the document. */
  size: number;
}

/**
 * One policy of the customer's own, in force on principals in scope, that shows least privilege: every statement that allows
 * names its actions without wildcards. Of several, the one with the most statements limited to resources or by a narrowing
 * condition, then with the fewest that are not, then the shortest. One too long for a page comes after all that are not.
 */
export function exhibitOf(profiles: Assessment['profiles'], documents: ReadonlyMap<string, StoredPolicyDocument>): Assessment['exhibit'] {
  const candidates = [...heldPolicies(profiles).values()].flatMap(({ policy, subjects }) => candidateOf(policy, subjects, documents));
  const [best] = candidates.sort(
    (a, b) =>
      Number(a.size > readable) - Number(b.size > readable) ||
      b.limited - a.limited ||
      a.statements - b.statements ||
      a.size - b.size ||
      compareText(a.policyName, b.policyName) ||
      compareText(a.document, b.document),
  );
  if (!best) return null;
  const { size: _, ...exhibit } = best;
  return exhibit;
}

/** Digests of the policies that may be shown. */
export function showable(profiles: Assessment['profiles']): Set<string> {
  return new Set([...heldPolicies(profiles).values()].flatMap(({ policy }) => policy.digest ?? []));
}

interface Held {
  policy: GrantedPolicy;
  subjects: number[];
}

function heldPolicies(profiles: Assessment['profiles']): Map<string, Held> {
  const held = new Map<string, Held>();
  for (const { subject, policies } of profiles) {
    for (const policy of (policies ?? []).filter(({ type }) => type === 'customerManaged' || type === 'customerInline')) {
      const key = `${policy.policyArn ?? policy.policyName} ${policy.digest}`;
      const before = held.get(key);
      if (before) before.subjects.push(subject);
      else held.set(key, { policy, subjects: [subject] });
    }
  }
  return held;
}

function candidateOf(policy: GrantedPolicy, subjects: number[], documents: ReadonlyMap<string, StoredPolicyDocument>): Candidate[] {
  const { digest, policyName, policyArn, type } = policy;
  const document = digest === undefined ? undefined : documents.get(digest);
  const parsed = document === undefined ? undefined : parsePolicyDocument(document);
  if (digest === undefined || !parsed?.ok) return [];
  const allows = parsed.statements.filter((statement) => statement.effect === 'Allow');
  const limited = allows.filter((statement) => reachOf(statement) !== 'all').length;
  if (!allows.some((statement) => reachOf(statement) === 'scoped') || !allows.every(namesActions)) return [];
  const named = { policyName, ...(policyArn === undefined ? {} : { policyArn }), type };
  return [{ document: digest, ...named, subjects, statements: allows.length, limited, size: JSON.stringify(document).length }];
}

function namesActions({ action }: Statement): boolean {
  return !action.negated && action.patterns.every((pattern) => !/[*?]/.test(pattern));
}

/** What a caller may do with what is its own says nothing of a function, so a policy of that alone is not shown. */
function reachOf({ resource, conditions }: Statement): 'all' | 'own' | 'scoped' {
  const breadth = resource === null ? 'all' : breadthOf(resource);
  return breadth === 'all' && conditionKind(conditions) === 'narrowing' ? 'scoped' : breadth;
}
