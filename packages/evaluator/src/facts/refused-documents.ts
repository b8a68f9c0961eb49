import type { Refusal } from '../policy/index.ts';
import type { ReadDocument } from './documents.ts';
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

/** Refused documents of a principal: of its policies, those of its groups, and its boundary. */
export function refusedDocuments({ policies, boundary }: Grants): readonly RefusedDocument[] {
  const bound = boundary ? refusedDocument(boundary.arn.slice(boundary.arn.lastIndexOf('/') + 1), boundary.read) : [];
  const attached = policies?.some(({ read }) => refusalIn(read) !== undefined) ?? false;
  if (!attached) return bound.length === 0 ? none : bound;
  return [...(policies ?? []).flatMap(({ row, read }) => refusedDocument(row.policyName, read)), ...bound];
}

export function refusedDocument(policyName: string, read: ReadDocument): RefusedDocument[] {
  const refusal = refusalIn(read);
  if (read.state === 'unresolved' || !refusal) return [];
  return [{ policyName, at: read.at, problem: refusal.id, path: refusal.path }];
}

function refusalIn(read: ReadDocument): Refusal | undefined {
  return read.state === 'unresolved' ? undefined : read.refusal;
}
