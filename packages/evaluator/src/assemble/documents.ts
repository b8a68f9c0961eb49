import type { ClaimResult, RuleResult } from '@iam-dossier/core/assessment';
import type { StoredPolicyDocument } from '@iam-dossier/core/policy-document';
import type { Snapshot } from '@iam-dossier/core/snapshot';
import { documentDigest } from '../facts/documents.ts';

const EXTERNAL_ID = /^sts:externalid$/i;

/** Digests of the policy documents that findings and contradicted claims quote. */
export function quotedDigests(results: readonly RuleResult[], claims: readonly ClaimResult[]): Set<string> {
  const quotes = [...results.flatMap((rule) => rule.findings), ...claims.flatMap((claim) => claim.against)].flatMap((entry) => entry.quotes);
  return new Set(quotes.map((quote) => quote.document));
}

/** The policy documents wanted, by digest, in its order. */
export function documentsNamed(wanted: ReadonlySet<string>, snapshots: readonly Snapshot[]): Map<string, StoredPolicyDocument> {
  const found = new Map<string, StoredPolicyDocument>();
  for (const document of wanted.size === 0 ? [] : snapshots.flatMap(documentsOf)) {
    if (found.size === wanted.size) break;
    const digest = documentDigest(document);
    if (wanted.has(digest)) found.set(digest, document);
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Documents as an assessment keeps them. External ids are secrets between two parties: they are replaced. */
export function keptDocuments(documents: ReadonlyMap<string, StoredPolicyDocument>, digests: ReadonlySet<string>): Record<string, unknown> {
  return Object.fromEntries(
    [...documents].filter(([digest]) => digests.has(digest)).map(([digest, document]) => [digest, withoutExternalIds(document)]),
  );
}

function documentsOf(snapshot: Snapshot): StoredPolicyDocument[] {
  const { users, groups, roles, managedPolicies } = snapshot;
  return [
    ...managedPolicies.flatMap((policy) =>
      (policy.policyVersionList ?? []).filter((version) => version.isDefaultVersion).map((version) => version.document),
    ),
    ...users.flatMap((user) => (user.userPolicyList ?? []).map((policy) => policy.policyDocument)),
    ...groups.flatMap((group) => (group.groupPolicyList ?? []).map((policy) => policy.policyDocument)),
    ...roles.flatMap((role) => [
      ...(role.rolePolicyList ?? []).map((policy) => policy.policyDocument),
      ...(role.assumeRolePolicyDocument === undefined ? [] : [role.assumeRolePolicyDocument]),
    ]),
  ].filter((document) => typeof document === 'object');
}

function withoutExternalIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutExternalIds);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, EXTERNAL_ID.test(key) ? '[external id]' : withoutExternalIds(member)]),
  );
}
