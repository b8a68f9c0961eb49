import { digestOf, pointer } from '@iam-dossier/core/json';
import { parsePolicyDocument, type ParsedPolicyDocument, type Statement, type StoredPolicyDocument } from '@iam-dossier/core/policy-document';
import type { ManagedPolicy, Snapshot } from '@iam-dossier/core/snapshot';
import { refusalOf, type PolicyKind, type Refusal } from '../policy/index.ts';

/**
 * A policy document read once, with its digest and the place it stands in the snapshot. One that IAM refuses is as good as
 * unreadable: what is in force in its place is not known. Where the meaning is certain all the same, it is read, and told.
 */
export type ReadDocument =
  | { state: 'read'; statements: readonly Statement[]; document: StoredPolicyDocument; digest: string; at: string; refusal?: Refusal }
  | { state: 'unreadable'; document: StoredPolicyDocument; at: string; refusal: Refusal }
  | { state: 'unresolved' };

const digests = new WeakMap<object, string>();

/** SHA-256 of a document's canonical text, made once for each document of a run. */
export function documentDigest(document: StoredPolicyDocument): string {
  if (typeof document === 'string') return digestOf(document);
  const before = digests.get(document);
  if (before !== undefined) return before;
  const digest = digestOf(document);
  digests.set(document, digest);
  return digest;
}

const parsedBefore = new WeakMap<object, ParsedPolicyDocument>();

/** The statements of a document, read once for each document of a run. */
export function parseOnce(document: StoredPolicyDocument): ParsedPolicyDocument {
  if (typeof document === 'string') return parsePolicyDocument(document);
  const before = parsedBefore.get(document);
  if (before) return before;
  const parsed = parsePolicyDocument(document);
  parsedBefore.set(document, parsed);
  return parsed;
}

/** `null`: IAM takes it. */
const refusals = { identity: new WeakMap<object, Refusal | null>(), trust: new WeakMap<object, Refusal | null>() };

/** Why IAM refuses a document, looked for once for each document of a run. */
export function refusalOnce(document: StoredPolicyDocument, kind: DocumentKind): Refusal | null {
  if (typeof document === 'string') return refusalOf(document, kind) ?? null;
  const before = refusals[kind].get(document);
  if (before !== undefined) return before;
  const refusal = refusalOf(document, kind) ?? null;
  refusals[kind].set(document, refusal);
  return refusal;
}

/** A document without statements grants nothing for certain. It is the last thing looked for: no other refusal hides behind it. */
const HARMLESS = 'statement-empty';

/** A boundary is written like any identity policy. */
type DocumentKind = Extract<PolicyKind, 'identity' | 'trust'>;

const books = new WeakMap<Snapshot, Documents>();

/** The documents of a snapshot: read once, whichever fact asks first. */
export function documentsOf(snapshot: Snapshot): Documents {
  const before = books.get(snapshot);
  if (before) return before;
  const documents = new Documents(snapshot);
  books.set(snapshot, documents);
  return documents;
}

/** Documents in force, each parsed and digested once a run. */
export class Documents {
  private readonly managed: ReadonlyMap<string, { policy: ManagedPolicy; index: number }>;
  private readonly read = new Map<unknown, ReadDocument>();
  private readonly byArn = new Map<string, ReadDocument>();

  constructor(snapshot: Snapshot) {
    this.managed = new Map(snapshot.managedPolicies.map((policy, index) => [policy.arn, { policy, index }]));
  }

  /** The version in force of a managed policy. A policy that is not in the snapshot is unresolved, never empty. */
  ofManaged(arn: string): ReadDocument {
    const before = this.byArn.get(arn);
    if (before) return before;
    const read = this.versionInForce(arn);
    this.byArn.set(arn, read);
    return read;
  }

  private versionInForce(arn: string): ReadDocument {
    const entry = this.managed.get(arn);
    const version = entry?.policy.policyVersionList?.findIndex((candidate) => candidate.isDefaultVersion) ?? -1;
    const document = entry?.policy.policyVersionList?.[version]?.document;
    if (entry === undefined || document === undefined) return { state: 'unresolved' };
    return this.of(document, pointer('managedPolicies', entry.index, 'policyVersionList', version, 'document'));
  }

  of(document: StoredPolicyDocument, at: string, kind: DocumentKind = 'identity'): ReadDocument {
    const key = typeof document === 'string' ? at : document;
    const before = this.read.get(key);
    if (before) return before;
    const result = readDocument(document, at, kind);
    this.read.set(key, result);
    return result;
  }
}

function readDocument(document: StoredPolicyDocument, at: string, kind: DocumentKind): ReadDocument {
  const refusal = refusalOnce(document, kind);
  if (refusal && refusal.id !== HARMLESS) return { state: 'unreadable', document, at, refusal };
  const parsed = parseOnce(document);
  if (!parsed.ok) return { state: 'unreadable', document, at, refusal: { id: 'statement-type', path: parsed.path } };
  return { state: 'read', statements: parsed.statements, document, digest: documentDigest(document), at, ...(refusal ? { refusal } : {}) };
}
