import type { Call, EachEntry, Pages } from '../calls/call.ts';

function pagesOf(list: string, of: string): Pages {
  return { token: 'NextToken', size: { parameter: 'MaxResults', value: 100 }, list, of };
}

const base = { parts: ['identityCenter'], when: 'identityCenter' } as const;

const set = { parameter: 'PermissionSetArn', noun: 'permission set' } as const;
const each: EachEntry = { ...set, from: 'sso-admin:ListPermissionSets', list: 'PermissionSets' };
const inherit = ['InstanceArn'] as const;
const told = [
  { parameter: 'InstanceArn', member: 'InstanceArn' },
  { parameter: 'PermissionSetArn', member: 'PermissionSetArn' },
] as const;

/** What is asked for permission set by permission set. */
function ofSet(operation: string, reason: string, more: Partial<Call> = {}): Call {
  return { ...base, name: `sso-admin:${operation}`, each, inherit, told, ...more, reason };
}

/** A user or a group that an assignment names; nobody else is asked about. */
function principal(operation: string, type: string, parameter: string): Call {
  return {
    name: `identitystore:${operation}`,
    parts: ['identityStore'],
    when: 'identityCenter',
    each: {
      from: 'sso-admin:ListAccountAssignments',
      list: 'AccountAssignments',
      member: 'PrincipalId',
      parameter,
      only: { PrincipalType: type },
      noun: `${type.toLowerCase()} with an assignment`,
    },
    inherit: ['IdentityStoreId'],
    reason: `the name of a ${type.toLowerCase()} with an assignment`,
  };
}

/** Permission sets, who has them in which accounts, and what those are called. */
export const identityCenterCalls: readonly Call[] = [
  {
    ...base,
    name: 'sso-admin:ListInstances',
    optional: ['MaxResults'],
    pages: pagesOf('Instances', 'instances'),
    reason: 'whether there is an Identity Center',
  },
  {
    ...base,
    name: 'sso-admin:ListPermissionSets',
    each: {
      from: 'sso-admin:ListInstances',
      list: 'Instances',
      member: 'InstanceArn',
      parameter: 'InstanceArn',
      also: ['IdentityStoreId'],
      noun: 'instance',
    },
    optional: ['MaxResults'],
    pages: pagesOf('PermissionSets', 'permission sets'),
    told: [{ parameter: 'InstanceArn', member: 'InstanceArn' }],
    reason: 'which permission sets there are',
  },
  ofSet('DescribePermissionSet', 'how long a session of a permission set lasts'),
  ofSet('ListManagedPoliciesInPermissionSet', 'policies of AWS in a permission set', {
    optional: ['MaxResults'],
    pages: pagesOf('AttachedManagedPolicies', 'policies'),
  }),
  ofSet('ListCustomerManagedPolicyReferencesInPermissionSet', 'policies of the account in a permission set', {
    optional: ['MaxResults'],
    pages: pagesOf('CustomerManagedPolicyReferences', 'policies'),
  }),
  ofSet('GetInlinePolicyForPermissionSet', 'the policy inside a permission set'),
  ofSet('GetPermissionsBoundaryForPermissionSet', 'the permissions boundary of a permission set', {
    nothing: { codes: ['ResourceNotFoundException'], answer: { PermissionsBoundary: {} } },
  }),
  ofSet('ListAccountsForProvisionedPermissionSet', 'accounts that have a permission set', {
    optional: ['MaxResults'],
    pages: pagesOf('AccountIds', 'accounts'),
  }),
  {
    ...base,
    name: 'sso-admin:ListAccountAssignments',
    each: {
      from: 'sso-admin:ListAccountsForProvisionedPermissionSet',
      list: 'AccountIds',
      parameter: 'AccountId',
      noun: 'account of a permission set',
    },
    inherit: ['InstanceArn', 'PermissionSetArn'],
    optional: ['MaxResults'],
    pages: pagesOf('AccountAssignments', 'assignments'),
    told: [...told, { parameter: 'AccountId', member: 'AccountId' }],
    reason: 'who has a permission set in an account',
  },
  principal('DescribeUser', 'USER', 'UserId'),
  principal('DescribeGroup', 'GROUP', 'GroupId'),
];
