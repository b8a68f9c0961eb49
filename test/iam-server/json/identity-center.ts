import { AwsError, denied } from '../error.ts';
import { listing, textParam, type Ask, type Handler } from '../operations/handler.ts';

const notFound = (what: string) => new AwsError('ResourceNotFoundException', 400, `${what} not found`);

function instanceOf({ params, served }: Ask) {
  const found = served.snapshot.identityCenter?.instances?.find((instance) => instance.instanceArn === params['InstanceArn']);
  if (!found) throw notFound('Instance');
  return found;
}

/** `ssoins-…`, which the ARN of an instance ends with, stands in the ARNs of its permission sets. */
function setsOf(ask: Ask) {
  const id = instanceOf(ask).instanceArn.split('/').at(-1) ?? '';
  return (ask.served.snapshot.identityCenter?.permissionSets ?? []).filter((set) => set.permissionSetArn.includes(`/${id}/`));
}

function setOf(ask: Ask) {
  const found = setsOf(ask).find((set) => set.permissionSetArn === textParam(ask.params, 'PermissionSetArn'));
  if (!found) throw notFound('PermissionSet');
  return found;
}

/** What the snapshot was not told of a permission set is not given here either. */
function given<T>(ask: Ask, action: string, value: T | undefined): T {
  if (value === undefined) throw denied(ask.caller.arn, `sso:${action}`);
  return value;
}

export const identityCenterHandlers: Readonly<Record<string, Handler>> = {
  ListInstances: ({ served }) => listing('Instances', served.snapshot.identityCenter?.instances ?? []),
  ListPermissionSets: (ask) =>
    listing(
      'PermissionSets',
      setsOf(ask).map((set) => set.permissionSetArn),
    ),
  DescribePermissionSet: (ask) => ({ output: { PermissionSet: setOf(ask) } }),
  ListManagedPoliciesInPermissionSet: (ask) =>
    listing('AttachedManagedPolicies', given(ask, 'ListManagedPoliciesInPermissionSet', setOf(ask).attachedManagedPolicies)),
  ListCustomerManagedPolicyReferencesInPermissionSet: (ask) =>
    listing(
      'CustomerManagedPolicyReferences',
      given(ask, 'ListCustomerManagedPolicyReferencesInPermissionSet', setOf(ask).customerManagedPolicyReferences),
    ),
  GetInlinePolicyForPermissionSet: (ask) => ({
    output: { InlinePolicy: given(ask, 'GetInlinePolicyForPermissionSet', setOf(ask).inlinePolicy) ?? '' },
  }),
  GetPermissionsBoundaryForPermissionSet: (ask) => {
    const boundary = given(ask, 'GetPermissionsBoundaryForPermissionSet', setOf(ask).permissionsBoundary);
    if (boundary === null) throw notFound('PermissionsBoundary');
    return { output: { PermissionsBoundary: boundary } };
  },
  ListAccountsForProvisionedPermissionSet: (ask) =>
    listing('AccountIds', given(ask, 'ListAccountsForProvisionedPermissionSet', setOf(ask).accountIds)),
  ListAccountAssignments: (ask) => {
    const set = setOf(ask).permissionSetArn;
    const all = ask.served.snapshot.identityCenter?.accountAssignments ?? [];
    return listing(
      'AccountAssignments',
      all.filter((entry) => entry.permissionSetArn === set && entry.accountId === ask.params['AccountId']),
    );
  },
};
