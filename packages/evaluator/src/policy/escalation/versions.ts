import { parsePolicyDocument } from '@iam-dossier/core/policy-document';
import type { ManagedPolicy } from '@iam-dossier/core/snapshot';
import { expandActions } from '../action-set.ts';
import { breadthOf } from '../resources.ts';
import { wideSet } from './holding.ts';
import type { OtherVersions } from './view.ts';

/** What the versions that are not in force would allow on all resources. */
export function otherVersionsOf({ policyVersionList, arn }: ManagedPolicy): OtherVersions {
  if (arn.includes(':iam::aws:')) return [];
  if (policyVersionList === undefined) return [null];
  return policyVersionList
    .filter((version) => !version.isDefaultVersion)
    .map(({ document }) => {
      const parsed = document === undefined ? undefined : parsePolicyDocument(document);
      if (!parsed?.ok) return null;
      const wide = parsed.statements.filter(({ effect, resource }) => effect === 'Allow' && resource && breadthOf(resource) === 'all');
      return wideSet(wide.map((statement) => expandActions(statement.action).set));
    });
}
