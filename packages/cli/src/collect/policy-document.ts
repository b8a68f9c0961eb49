import type { PermissionGroup } from '@iam-dossier/core/collector';

export interface PolicyDocument {
  Version: '2012-10-17';
  Statement: { Sid: string; Effect: 'Allow'; Action: readonly string[]; Resource: '*' }[];
}

/** Most of the calls know no resources, so each is allowed on all. */
export function policyDocument(groups: readonly PermissionGroup[]): PolicyDocument {
  return {
    Version: '2012-10-17',
    Statement: groups.map(({ sid, actions }) => ({ Sid: sid, Effect: 'Allow', Action: actions, Resource: '*' })),
  };
}
