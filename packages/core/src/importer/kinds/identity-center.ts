import { decodeOne, isMembers, type Members, type ReadMember, type Shape } from '../decode/members.ts';
import { document, text, time } from '../decode/values.ts';
import type { Draft } from '../draft.ts';
import { isList, keyOf, type Kind } from './kind.ts';
import { askedFor, nestedKind, putEntries, tellUnasked } from './nested-kind.ts';

const accountId: ReadMember = (value) => (typeof value === 'string' && /^\d{12}$/.test(value) ? value : undefined);

const instance: Shape = {
  members: {
    InstanceArn: ['instanceArn', text],
    IdentityStoreId: ['identityStoreId', text],
    IdentityStoreArn: ['identityStoreArn', text],
    OwnerAccountId: ['ownerAccountId', accountId],
    Name: ['name', text],
    CreatedDate: ['createdDate', time],
    Status: ['status', text],
    StatusReason: ['statusReason', text],
    PrimaryRegion: ['primaryRegion', text],
  },
};
const permissionSet: Shape = {
  members: {
    PermissionSetArn: ['permissionSetArn', text],
    Name: ['name', text],
    Description: ['description', text],
    CreatedDate: ['createdDate', time],
    SessionDuration: ['sessionDuration', text],
    RelayState: ['relayState', text],
  },
};
const managedPolicy: Shape = { members: { Name: ['name', text], Arn: ['arn', text] } };
const reference: Shape = { members: { Name: ['name', text], Path: ['path', text] } };
const readReference = decodeOne(reference);
const boundary: Shape = {
  members: {
    ManagedPolicyArn: ['managedPolicyArn', text],
    CustomerManagedPolicyReference: [
      'customerManagedPolicyReference',
      (value, draft) => {
        const read = readReference(value, draft) as Members | undefined;
        return typeof read?.['name'] === 'string' ? read : undefined;
      },
    ],
  },
};
const assignment: Shape = {
  members: {
    AccountId: ['accountId', accountId],
    PermissionSetArn: ['permissionSetArn', text],
    PrincipalType: ['principalType', text],
    PrincipalId: ['principalId', text],
  },
};

const ofSet = ['PermissionSetArn'];

/** The one value that a permission set has or has not: `null` when AWS answers that it has none. */
function oneOfSet(call: string, matches: (value: Members) => boolean, read: (value: Members, draft: Draft) => Members): Kind {
  return {
    call,
    matches,
    read: (value, draft) => {
      const of = askedFor(value, ofSet);
      if (of === undefined) tellUnasked(call, ofSet, false, draft);
      else
        putEntries(
          [read(value, draft)],
          { call, of, extent: 'all', shape: { members: { value: ['value', (given) => given] } }, key: () => 'value' },
          draft,
        );
    },
  };
}

export const identityCenter: Kind[] = [
  nestedKind({
    call: 'sso-admin:ListInstances',
    member: 'Instances',
    asked: [],
    shape: instance,
    key: keyOf('instanceArn'),
    matches: (value) => (value['Instances'] as unknown[]).every((entry) => isMembers(entry) && typeof entry['InstanceArn'] === 'string'),
  }),
  nestedKind({
    call: 'sso-admin:ListPermissionSets',
    member: 'PermissionSets',
    asked: ['InstanceArn'],
    shape: 'permissionSetArn',
    key: keyOf('permissionSetArn'),
    selfTold: true,
    // ListPermissionSetsProvisionedToAccount answers alike, of one account.
    matches: (value) => value['AccountId'] === undefined,
  }),
  {
    call: 'sso-admin:DescribePermissionSet',
    matches: (value) => isMembers(value['PermissionSet']),
    read: (value, draft) =>
      putEntries(
        [{ PermissionSetArn: value['PermissionSetArn'], ...(value['PermissionSet'] as Members) }],
        { call: 'sso-admin:DescribePermissionSet', of: '', extent: 'one', shape: permissionSet, key: keyOf('permissionSetArn') },
        draft,
      ),
  },
  nestedKind({
    call: 'sso-admin:ListManagedPoliciesInPermissionSet',
    member: 'AttachedManagedPolicies',
    asked: ofSet,
    shape: managedPolicy,
    key: keyOf('arn'),
  }),
  nestedKind({
    call: 'sso-admin:ListCustomerManagedPolicyReferencesInPermissionSet',
    member: 'CustomerManagedPolicyReferences',
    asked: ofSet,
    shape: reference,
    key: ({ name, path }) => (typeof name === 'string' ? JSON.stringify([path ?? '/', name]) : undefined),
  }),
  oneOfSet(
    'sso-admin:GetInlinePolicyForPermissionSet',
    (value) => typeof value['InlinePolicy'] === 'string',
    ({ InlinePolicy }, draft) => ({ value: InlinePolicy === '' ? {} : { document: document(InlinePolicy, draft) } }),
  ),
  oneOfSet(
    'sso-admin:GetPermissionsBoundaryForPermissionSet',
    (value) => isMembers(value['PermissionsBoundary']),
    ({ PermissionsBoundary }, draft) => ({ value: decodeOne(boundary)(PermissionsBoundary, draft) }),
  ),
  nestedKind({
    call: 'sso-admin:ListAccountsForProvisionedPermissionSet',
    member: 'AccountIds',
    asked: ofSet,
    shape: 'accountId',
    key: ({ accountId: id }) => (typeof id === 'string' && /^\d{12}$/.test(id) ? id : undefined),
  }),
  nestedKind({
    call: 'sso-admin:ListAccountAssignments',
    member: 'AccountAssignments',
    asked: ['AccountId', 'PermissionSetArn'],
    shape: assignment,
    key: keyOf('accountId', 'permissionSetArn', 'principalType', 'principalId'),
    selfTold: true,
    matches: (value) => isList(value['AccountAssignments']),
  }),
];
