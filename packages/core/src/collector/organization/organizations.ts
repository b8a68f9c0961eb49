import type { PartName } from '../../snapshot/parts.ts';
import type { Call, EachEntry, Pages } from '../calls/call.ts';

/** Organizations gives at most 20 entries a page, whatever is asked for. */
function pagesOf(list: string, of: string): Pages {
  return { token: 'NextToken', size: { parameter: 'MaxResults', value: 20 }, list, of };
}

const organization = { parts: ['organization'], when: 'organization' } as const;
const told = (name: string) => [{ parameter: name, member: name }];
const roots: EachEntry = { from: 'organizations:ListRoots', list: 'Roots', member: 'Id', parameter: 'ParentId', noun: 'root' };

/** The policies of one type: the list, and of each the document and what it is attached to. */
function controlPolicies(part: PartName, type: string, words: string): Call[] {
  const each: EachEntry = {
    from: 'organizations:ListPolicies',
    list: 'Policies',
    member: 'Id',
    parameter: 'PolicyId',
    only: { Type: type },
    noun: `${words} policy`,
  };
  const base = { parts: [part], when: 'organization' } as const;
  return [
    {
      ...base,
      name: 'organizations:ListPolicies',
      input: { Filter: type },
      optional: ['MaxResults'],
      pages: pagesOf('Policies', `${words} policies`),
      told: told('Filter'),
      reason: `which ${words} policies there are`,
    },
    { ...base, name: 'organizations:DescribePolicy', each, reason: `what a ${words} policy says` },
    {
      ...base,
      name: 'organizations:ListTargetsForPolicy',
      each,
      optional: ['MaxResults'],
      pages: pagesOf('Targets', 'targets'),
      told: told('PolicyId'),
      reason: `where a ${words} policy is attached`,
    },
  ];
}

/** The tree of accounts, and the policies that bind them. All but the first are for the management account and delegated administrators. */
export const organizationCalls: readonly Call[] = [
  { ...organization, name: 'organizations:DescribeOrganization', reason: 'whether there is an organization, and which account manages it' },
  {
    ...organization,
    name: 'organizations:ListRoots',
    optional: ['MaxResults'],
    pages: pagesOf('Roots', 'roots'),
    reason: 'the root of the organization',
  },
  {
    ...organization,
    name: 'organizations:ListAccounts',
    optional: ['MaxResults'],
    pages: pagesOf('Accounts', 'accounts'),
    reason: 'the accounts of the organization',
  },
  {
    ...organization,
    name: 'organizations:ListOrganizationalUnitsForParent',
    each: { ...roots, again: { list: 'OrganizationalUnits', member: 'Id' }, noun: 'root and organizational unit' },
    optional: ['MaxResults'],
    pages: pagesOf('OrganizationalUnits', 'organizational units'),
    told: told('ParentId'),
    reason: 'which organizational units stand under which',
  },
  ...[
    roots,
    { ...roots, from: 'organizations:ListOrganizationalUnitsForParent', list: 'OrganizationalUnits', noun: 'organizational unit' } as const,
  ].map((each): Call => ({
    ...organization,
    name: 'organizations:ListAccountsForParent',
    each,
    optional: ['MaxResults'],
    pages: pagesOf('Accounts', 'accounts'),
    told: told('ParentId'),
    reason: 'which accounts stand under a root or an organizational unit',
  })),
  ...controlPolicies('serviceControlPolicies', 'SERVICE_CONTROL_POLICY', 'service control'),
  ...controlPolicies('resourceControlPolicies', 'RESOURCE_CONTROL_POLICY', 'resource control'),
];
