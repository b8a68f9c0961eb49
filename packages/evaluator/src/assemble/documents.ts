import type { RuleResult } from '@iam-dossier/core/assessment';
import type { StoredPolicyDocument } from '@iam-dossier/core/policy-document';
import type { Snapshot } from '@iam-dossier/core/snapshot';
import { documentDigest } from '../facts/documents.ts';

const EXTERNAL_ID = /^sts:externalid$/i;

/** The policy documents that findings quote, once each, by digest. External ids are secrets between two parties: they are replaced. */
export function quotedDocuments(results: readonly RuleResult[], snapshots: readonly Snapshot[]): Record<string, unknown> {
  const wanted = new Set(results.flatMap((rule) => rule.findings.flatMap((finding) => finding.quotes.map((quote) => quote.document))));
  if (wanted.size === 0) return {};
  const found = new Map<string, unknown>();
  for (const document of snapshots.flatMap(documentsOf)) {
    if (found.size === wanted.size) break;
    const digest = documentDigest(document);
    if (wanted.has(digest)) found.set(digest, withoutExternalIds(document));
  }
  return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
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
