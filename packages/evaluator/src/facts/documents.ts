import type { GrantedPolicy } from '@iam-dossier/core/assessment';
import { digestOf, pointer } from '@iam-dossier/core/json';
import { parsePolicyDocument, type Statement, type StoredPolicyDocument } from '@iam-dossier/core/policy-document';
import type { ManagedPolicy, Snapshot } from '@iam-dossier/core/snapshot';

/** A policy document read once, with its digest and the place it stands in the snapshot. */
export type ReadDocument =
  | { state: 'read'; statements: readonly Statement[]; document: StoredPolicyDocument; digest: string; at: string }
  | { state: 'unreadable'; document: StoredPolicyDocument; at: string }
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

/** Documents in force, each parsed and digested once a run. */
export class Documents {
  private readonly managed: ReadonlyMap<string, { policy: ManagedPolicy; index: number }>;
  private readonly read = new Map<unknown, ReadDocument>();

  constructor(snapshot: Snapshot) {
    this.managed = new Map(snapshot.managedPolicies.map((policy, index) => [policy.arn, { policy, index }]));
  }

  /** The version in force of a managed policy. A policy that is not in the snapshot is unresolved, never empty. */
  ofManaged(arn: string): ReadDocument {
    const entry = this.managed.get(arn);
    const version = entry?.policy.policyVersionList?.findIndex((candidate) => candidate.isDefaultVersion) ?? -1;
    const document = entry?.policy.policyVersionList?.[version]?.document;
    if (entry === undefined || document === undefined) return { state: 'unresolved' };
    return this.of(document, pointer('managedPolicies', entry.index, 'policyVersionList', version, 'document'));
  }

  of(document: StoredPolicyDocument, at: string): ReadDocument {
    const key = typeof document === 'string' ? at : document;
    const before = this.read.get(key);
    if (before) return before;
    const parsed = parsePolicyDocument(document);
    const result: ReadDocument = parsed.ok
      ? { state: 'read', statements: parsed.statements, document, digest: documentDigest(document), at }
      : { state: 'unreadable', document, at };
    this.read.set(key, result);
    return result;
  }
}

export type DocumentState = GrantedPolicy['document'];
