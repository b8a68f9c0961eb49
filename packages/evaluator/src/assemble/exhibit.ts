import type { Assessment, GrantedPolicy, Message } from '@iam-dossier/core/assessment';
import { compareText } from '@iam-dossier/core/json';
import type { Statement, StoredPolicyDocument } from '@iam-dossier/core/policy-document';
import { parseOnce } from '../facts/documents.ts';
import { editsOf, escalationEdits, needsNoEdit, reachOf, typeEdits } from './exhibit-edits.ts';

type Exhibit = NonNullable<Assessment['exhibit']>;
type Profiles = Assessment['profiles'];
type Permissions = Assessment['effectivePermissions'];
type Documents = ReadonlyMap<string, StoredPolicyDocument>;

/** The policy to show, or, when none is fit, the one that is nearest and what to change in it. */
export type Exhibits = Pick<Assessment, 'exhibit' | 'exhibitNearest'>;

/** Characters of a document that is read on one page. */
const readable = 2400;

/** Of the fit ones so many are looked at for what they lead to. */
const mostTried = 50;

interface Candidate {
  exhibit: Exhibit;
  policy: GrantedPolicy;
  document: StoredPolicyDocument;
  allows: readonly Statement[];
  /** Characters of the document. */
  size: number;
  /** Changes needed, those for escalation not counted. */
  edits: number;
}

/**
 * One policy of the customer's own that shows least privilege: customer managed, in force on a principal in scope that does
 * more than look after its own sign-in; each statement that allows names its actions without wildcards, and its resources
 * where IAM takes some, or limits them by a condition; and nothing in it leads to more permissions. Of several, the one with
 * the most limited statements, then with the fewest that are not, then the shortest. One too long for a page comes last.
 */
export function exhibitsOf(profiles: Profiles, permissions: Permissions, documents: Documents): Exhibits {
  const held = [...heldPolicies(profiles, permissions).values()];
  const fit = held.flatMap((one) => candidateOf(one, documents, isFit)).sort(better);
  const best = fit.slice(0, mostTried).find((candidate) => escalationEdits(candidate.document).length === 0);
  if (best) return { exhibit: best.exhibit, exhibitNearest: null };
  const [nearest] = fit.length > 0 ? fit : held.flatMap((one) => candidateOf(one, documents)).sort(better);
  return { exhibit: null, exhibitNearest: nearest ? nearestOf(nearest) : null };
}

/** Digests of the policies that may be shown. */
export function showable(profiles: Profiles, permissions: Permissions): Set<string> {
  const digests = new Set<string>();
  for (const { policies, effective } of profiles) {
    if (permissions[effective]?.function.id === 'own') continue;
    for (const { type, digest } of policies ?? []) if (digest !== undefined && isOfCustomer(type)) digests.add(digest);
  }
  return digests;
}

function isOfCustomer(type: GrantedPolicy['type']): boolean {
  return type === 'customerManaged' || type === 'customerInline';
}

/** A policy by which a caller looks after its own sign-in is no example of a function. */
function isOwnOnly(allows: readonly Statement[], changes: readonly Message[]): boolean {
  return allows.some((statement) => reachOf(statement) === 'own') && changes.every(({ id }) => id === 'nothing-scoped') && changes.length > 0;
}

function better(a: Candidate, b: Candidate): number {
  return (
    a.edits - b.edits ||
    Number(a.size > readable) - Number(b.size > readable) ||
    b.exhibit.limited - a.exhibit.limited ||
    a.exhibit.statements - b.exhibit.statements ||
    a.size - b.size ||
    compareText(a.policy.policyName, b.policy.policyName) ||
    compareText(a.exhibit.document, b.exhibit.document)
  );
}

function nearestOf({ exhibit, policy, document, allows }: Candidate): Assessment['exhibitNearest'] {
  const { policyName, policyArn, type, subjects } = exhibit;
  const edits = [...typeEdits(policy), ...editsOf(allows), ...escalationEdits(document)];
  return { policyName, ...(policyArn === undefined ? {} : { policyArn }), type, subjects, edits };
}

interface Held {
  policy: GrantedPolicy;
  subjects: number[];
}

function heldPolicies(profiles: Profiles, permissions: Permissions): Map<string, Held> {
  const held = new Map<string, Held>();
  for (const { subject, policies, effective } of profiles) {
    if (permissions[effective]?.function.id === 'own') continue;
    for (const policy of policies ?? []) {
      if (!isOfCustomer(policy.type)) continue;
      const key = `${policy.policyArn ?? policy.policyName} ${policy.digest}`;
      const before = held.get(key);
      if (before) before.subjects.push(subject);
      else held.set(key, { policy, subjects: [subject] });
    }
  }
  return held;
}

/** Whether a policy may be shown as it is, but for what it leads to. */
function isFit({ type }: GrantedPolicy, allows?: readonly Statement[]): boolean {
  return type === 'customerManaged' && (allows === undefined || needsNoEdit(allows));
}

function candidateOf({ policy, subjects }: Held, documents: Documents, wanted: typeof isFit = () => true): Candidate[] {
  const { digest, policyName, policyArn, type } = policy;
  if (!wanted(policy)) return [];
  const document = digest === undefined ? undefined : documents.get(digest);
  const parsed = document === undefined ? undefined : parseOnce(document);
  if (digest === undefined || document === undefined || !parsed?.ok) return [];
  const allows = parsed.statements.filter((statement) => statement.effect === 'Allow');
  if (!wanted(policy, allows)) return [];
  const changes = editsOf(allows);
  if (allows.length === 0 || isOwnOnly(allows, changes)) return [];
  const limited = allows.filter((statement) => reachOf(statement) !== 'all').length;
  const named = { policyName, ...(policyArn === undefined ? {} : { policyArn }), type };
  const exhibit = { document: digest, ...named, subjects, statements: allows.length, limited };
  const edits = typeEdits(policy).length + changes.length;
  return [{ exhibit, policy, document, allows, size: JSON.stringify(document).length, edits }];
}
