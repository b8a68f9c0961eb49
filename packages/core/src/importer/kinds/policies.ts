import { managedPolicyShape, policyVersionShape } from '../decode/entities.ts';
import { decodeMembers, isMembers, type Members } from '../decode/members.ts';
import type { Draft } from '../draft.ts';
import { openNested } from '../nested.ts';
import { entityKey, isIamArn } from './authorization-details.ts';
import { extentOf, isList, type Kind } from './kind.ts';

/** Policies as they are listed: without the documents, which other calls give. */
export const listedPolicies = 'iam:ListPolicies';
export const policyVersions = 'iam:GetPolicyVersion';

/** Organizations lists its policies under the same member, with ARNs of its own. */
function isPolicy(value: unknown): value is Members {
  return isMembers(value) && isIamArn(value['Arn']);
}

export const policies: Kind[] = [
  {
    call: listedPolicies,
    matches: (value) => isList(value['Policies']) && value['Policies'].length > 0 && value['Policies'].every(isPolicy),
    read: (value, draft) => list((value['Policies'] as Members[]) ?? [], extentOf(value), draft),
  },
  { call: 'iam:GetPolicy', matches: (value) => isPolicy(value['Policy']), read: (value, draft) => list([value['Policy'] as Members], 'one', draft) },
  {
    call: policyVersions,
    matches: ({ PolicyVersion: version, PolicyArn: arn }) =>
      isMembers(version) && typeof version['VersionId'] === 'string' && typeof version['IsDefaultVersion'] === 'boolean' && isIamArn(arn),
    read: (value, draft) => {
      const arn = value['PolicyArn'] as string;
      draft.sawArn(arn);
      const version = decodeMembers(value['PolicyVersion'] as Members, policyVersionShape, draft);
      draft.put(openNested(draft, policyVersions, arn, 'one'), version['versionId'] as string, version);
    },
  },
];

function list(entries: readonly Members[], extent: 'all' | 'cut' | 'one', draft: Draft): void {
  const listed = openNested(draft, listedPolicies, '', extent);
  for (const raw of entries) {
    const entry = decodeMembers(raw, managedPolicyShape, draft);
    const key = entityKey('policyName')(entry);
    if (key === undefined) continue;
    draft.sawArn(key);
    draft.put(listed, key, entry);
  }
}
