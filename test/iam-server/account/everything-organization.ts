import type { Snapshot } from '@iam-dossier/core/snapshot';

type Organization = Pick<
  Snapshot,
  | 'organizationsFeatures'
  | 'contactInformation'
  | 'alternateContacts'
  | 'organization'
  | 'serviceControlPolicies'
  | 'resourceControlPolicies'
  | 'identityCenter'
  | 'identityStore'
  | 'delegationRequests'
>;

const instance = 'ssoins-0123456789abcdef';
const set = `arn:aws:sso:::permissionSet/${instance}/ps-0123456789abcdef`;
const plain = `arn:aws:sso:::permissionSet/${instance}/ps-1123456789abcdef`;

/** An organization with one unit, of which the account is the management account, and its Identity Center. */
export function organizationOf({ account }: Snapshot): Organization {
  const arn = (rest: string) => `arn:aws:organizations::${account.id}:${rest}`;
  const unit = { id: 'ou-ab12-11111111', arn: arn('ou/o-example/ou-ab12-11111111'), name: 'Workloads' };
  const target = { targetId: 'r-ab12', arn: arn('root/o-example/r-ab12'), name: 'Root', type: 'ROOT' };
  const controls = (id: string, type: string) => [
    {
      id,
      arn: arn(`policy/o-example/${type.toLowerCase()}/${id}`),
      name: `Limits ${id}`,
      description: 'What no account may do',
      type,
      awsManaged: false,
      content: { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: 'organizations:LeaveOrganization', Resource: '*' }] },
      targets: [target],
    },
  ];
  return {
    organizationsFeatures: { organizationId: 'o-example', enabledFeatures: ['RootCredentialsManagement', 'RootSessions'] },
    contactInformation: { companyName: 'Example Company' },
    alternateContacts: [{ alternateContactType: 'SECURITY' }],
    organization: {
      id: 'o-example',
      arn: arn('organization/o-example'),
      featureSet: 'ALL',
      masterAccountArn: arn(`account/o-example/${account.id}`),
      masterAccountId: account.id,
      availablePolicyTypes: [{ type: 'SERVICE_CONTROL_POLICY', status: 'ENABLED' }],
      accounts: [account.id, '999988887777'].map((id, index) => ({
        id,
        arn: arn(`account/o-example/${id}`),
        name: `Account ${index}`,
        status: 'ACTIVE',
        state: 'ACTIVE',
        joinedMethod: index === 0 ? 'INVITED' : 'CREATED',
        joinedTimestamp: '2024-02-01T00:00:00Z',
      })),
      roots: [{ id: 'r-ab12', arn: target.arn, name: 'Root', policyTypes: [{ type: 'SERVICE_CONTROL_POLICY', status: 'ENABLED' }] }],
      organizationalUnits: [unit],
      parents: [
        { childId: account.id, id: 'r-ab12', type: 'ROOT' },
        { childId: unit.id, id: 'r-ab12', type: 'ROOT' },
        { childId: '999988887777', id: unit.id, type: 'ORGANIZATIONAL_UNIT' },
      ],
    },
    serviceControlPolicies: controls('p-service1', 'SERVICE_CONTROL_POLICY'),
    resourceControlPolicies: controls('p-resource1', 'RESOURCE_CONTROL_POLICY'),
    identityCenter: {
      instances: [
        {
          instanceArn: `arn:aws:sso:::instance/${instance}`,
          identityStoreId: 'd-1234567890',
          ownerAccountId: account.id,
          name: 'Main',
          createdDate: '2024-02-01T00:00:00Z',
          status: 'ACTIVE',
        },
      ],
      permissionSets: [
        {
          permissionSetArn: set,
          name: 'Operator',
          description: 'Operates the workload',
          createdDate: '2024-03-01T00:00:00Z',
          sessionDuration: 'PT4H',
          attachedManagedPolicies: [{ name: 'ReadOnlyAccess', arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' }],
          customerManagedPolicyReferences: [{ name: 'operators', path: '/' }],
          inlinePolicy: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'ec2:StartInstances', Resource: '*' }] },
          permissionsBoundary: { managedPolicyArn: 'arn:aws:iam::aws:policy/PowerUserAccess' },
          accountIds: [account.id],
        },
        {
          permissionSetArn: plain,
          name: 'Plain',
          createdDate: '2024-03-01T00:00:00Z',
          sessionDuration: 'PT1H',
          attachedManagedPolicies: [],
          customerManagedPolicyReferences: [],
          inlinePolicy: null,
          permissionsBoundary: null,
          accountIds: [],
        },
      ],
      accountAssignments: [
        { accountId: account.id, permissionSetArn: set, principalType: 'GROUP', principalId: 'g-1' },
        { accountId: account.id, permissionSetArn: set, principalType: 'USER', principalId: 'u-1' },
      ],
    },
    identityStore: {
      users: [{ userId: 'u-1', identityStoreId: 'd-1234567890', userName: 'casey', displayName: 'Casey', userStatus: 'ENABLED' }],
      groups: [{ groupId: 'g-1', identityStoreId: 'd-1234567890', displayName: 'Operators' }],
    },
    delegationRequests: [
      {
        delegationRequestId: 'dr-1',
        ownerAccountId: account.id,
        description: 'Set up a product',
        state: 'ASSIGNED',
        createDate: '2026-09-01T00:00:00Z',
        sessionDuration: 3600,
      },
    ],
  };
}
