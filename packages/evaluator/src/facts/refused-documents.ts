import { pointer } from '@iam-dossier/core/json';
import type { Role } from '@iam-dossier/core/snapshot';
import { refusalOnce, type ReadDocument } from './documents.ts';
import type { Grants } from './grants.ts';

/** A document in force that IAM refuses: it cannot be what IAM holds. */
export interface RefusedDocument {
  policyName: string;
  /** Pointer to the document in the snapshot. */
  at: string;
  /** Id of the first problem, and where in the document it stands. */
  problem: string;
  path: string;
}

const none: readonly RefusedDocument[] = [];

/** Refused documents of a principal: of its policies, those of its groups, its boundary, and the trust policy of a role. */
export function refusedDocuments({ policies, boundary }: Grants, role?: { role: Role; index: number }): readonly RefusedDocument[] {
  const refused = [
    ...(policies?.flatMap(({ row, read }) => refusedDocument(row.policyName, read)) ?? []),
    ...(boundary ? refusedDocument(boundary.arn.slice(boundary.arn.lastIndexOf('/') + 1), boundary.read) : []),
    ...(role ? refusedTrust(role) : []),
  ];
  return refused.length === 0 ? none : refused;
}

function refusedDocument(policyName: string, read: ReadDocument): readonly RefusedDocument[] {
  if (read.state === 'unresolved' || !read.refusal) return none;
  return [{ policyName, at: read.at, problem: read.refusal.id, path: read.refusal.path }];
}

function refusedTrust({ role: { assumeRolePolicyDocument: document }, index }: { role: Role; index: number }): readonly RefusedDocument[] {
  const refusal = document === undefined ? null : refusalOnce(document, 'trust');
  if (!refusal) return none;
  const at = pointer('roles', index, 'assumeRolePolicyDocument');
  return [{ policyName: 'AssumeRolePolicyDocument', at, problem: refusal.id, path: refusal.path }];
}
