import { decodeList, isMembers, type Members, type Shape } from '../decode/members.ts';
import { document, flag, text, texts, time } from '../decode/values.ts';
import { keyOf, type Kind } from './kind.ts';
import { askedFor, nestedKind, putEntries } from './nested-kind.ts';

const named: Shape['members'] = { Id: ['id', text], Arn: ['arn', text], Name: ['name', text] };
const policyTypes = decodeList({ members: { Type: ['type', text], Status: ['status', text] } });

const ACCOUNT = /^\d{12}$/;
const account: Shape = {
  members: {
    ...named,
    Id: ['id', (value) => (typeof value === 'string' && ACCOUNT.test(value) ? value : undefined)],
    Status: ['status', text],
    State: ['state', text],
    JoinedMethod: ['joinedMethod', text],
    JoinedTimestamp: ['joinedTimestamp', time],
    Paths: ['paths', texts],
  },
  // The address of the root user.
  drop: ['Email'],
};
const root: Shape = { members: { ...named, PolicyTypes: ['policyTypes', typesWithName] } };
const unit: Shape = { members: { ...named, Path: ['path', text] } };
const parent: Shape = { members: { Id: ['id', text], Type: ['type', text] } };
const summary: Shape['members'] = { ...named, Description: ['description', text], Type: ['type', text], AwsManaged: ['awsManaged', flag] };
const target: Shape = { members: { TargetId: ['targetId', text], Arn: ['arn', text], Name: ['name', text], Type: ['type', text] } };
const organization: Shape = {
  members: {
    Id: ['id', text],
    Arn: ['arn', text],
    FeatureSet: ['featureSet', text],
    MasterAccountArn: ['masterAccountArn', text],
    MasterAccountId: ['masterAccountId', (value) => (typeof value === 'string' && ACCOUNT.test(value) ? value : undefined)],
    AvailablePolicyTypes: ['availablePolicyTypes', typesWithName],
  },
  drop: ['MasterAccountEmail'],
};

/** Without its name a type of policies says nothing. */
function typesWithName(...given: Parameters<typeof policyTypes>): unknown {
  const types = policyTypes(...given) as Members[] | undefined;
  return types?.every((type) => typeof type['type'] === 'string') ? types : undefined;
}

/** An answer that is one structure. */
function oneKind(call: string, member: string, shape: Shape, matches: (value: Members) => boolean): Kind {
  return {
    call,
    matches: (value) => isMembers(value[member]) && matches(value[member]),
    read: (value, draft) => putEntries([value[member]], { call, of: '', extent: 'one', shape, key: keyOf('id') }, draft),
  };
}

/** Lists of policies are known from IAM's by their entries; an empty one by what it was asked for. */
function ofOrganization(value: Members): boolean {
  if (value['Filter'] !== undefined || value['TargetId'] !== undefined) return true;
  const [first] = value['Policies'] as unknown[];
  return isMembers(first) && typeof first['Type'] === 'string' && typeof first['Id'] === 'string';
}

const policies = { member: 'Policies', shape: { members: summary }, key: keyOf('id'), selfTold: true } as const;
const ofTarget = nestedKind({
  ...policies,
  call: 'organizations:ListPoliciesForTarget',
  asked: ['TargetId', 'Filter'],
  matches: (value) => value['TargetId'] !== undefined,
});

/** One answer holds policies of one type. */
function typeOfPolicies(value: Members): unknown {
  const [first] = value['Policies'] as unknown[];
  return isMembers(first) ? first['Type'] : undefined;
}

const describePolicy = 'organizations:DescribePolicy';

export const organizations: Kind[] = [
  oneKind('organizations:DescribeOrganization', 'Organization', organization, ({ Id, FeatureSet }) => (Id ?? FeatureSet) !== undefined),
  oneKind('organizations:DescribeAccount', 'Account', account, ({ Id, Arn }) => (Id ?? Arn) !== undefined),
  nestedKind({ call: 'organizations:ListAccounts', member: 'Accounts', asked: [], shape: account, key: keyOf('id'), matches: namesNoParent }),
  nestedKind({ call: 'organizations:ListAccountsForParent', member: 'Accounts', asked: ['ParentId'], shape: account, key: keyOf('id') }),
  nestedKind({ call: 'organizations:ListRoots', member: 'Roots', asked: [], shape: root, key: keyOf('id') }),
  nestedKind({
    call: 'organizations:ListOrganizationalUnitsForParent',
    member: 'OrganizationalUnits',
    asked: ['ParentId'],
    shape: unit,
    key: keyOf('id'),
  }),
  nestedKind({ call: 'organizations:ListParents', member: 'Parents', asked: ['ChildId'], shape: parent, key: keyOf('id'), matches: areParents }),
  { ...ofTarget, read: (value, draft) => ofTarget.read({ Filter: typeOfPolicies(value), ...value }, draft) },
  nestedKind({ ...policies, call: 'organizations:ListPolicies', asked: ['Filter'], matches: ofOrganization }),
  nestedKind({
    call: 'organizations:ListTargetsForPolicy',
    member: 'Targets',
    asked: ['PolicyId'],
    shape: target,
    key: keyOf('targetId'),
    matches: (value) =>
      typeof value['PolicyId'] === 'string' || (value['Targets'] as unknown[]).some((entry) => isMembers(entry) && 'TargetId' in entry),
  }),
  {
    call: describePolicy,
    matches: (value) => isMembers(value['Policy']) && isMembers(value['Policy']['PolicySummary']),
    read: (value, draft) => {
      const { PolicySummary, ...rest } = value['Policy'] as Members;
      const shape = { members: { ...summary, Content: ['content', document] as const } };
      putEntries([{ ...(PolicySummary as Members), ...rest }], { call: describePolicy, of: '', extent: 'one', shape, key: keyOf('id') }, draft);
    },
  },
];

function namesNoParent(value: Members): boolean {
  return askedFor(value, ['ParentId']) === undefined;
}

function areParents(value: Members): boolean {
  return (
    typeof value['ChildId'] === 'string' || (value['Parents'] as unknown[]).every((entry) => isMembers(entry) && typeof entry['Id'] === 'string')
  );
}
