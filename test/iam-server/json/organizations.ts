import type { Served } from '../account/served.ts';
import { AwsError, denied } from '../error.ts';
import { listing, textParam, type Ask, type Handler } from '../operations/handler.ts';
import { personal } from './personal.ts';

function organizationOf({ served }: Ask, call: string) {
  const { organization } = served.snapshot;
  if (organization) return organization;
  if (call === 'DescribeOrganization')
    throw new AwsError('AWSOrganizationsNotInUseException', 400, 'Your account is not a member of an organization.');
  throw denied(served.caller.arn, `organizations:${call}`);
}

function policiesOf({ snapshot }: Served) {
  return [...(snapshot.serviceControlPolicies ?? []), ...(snapshot.resourceControlPolicies ?? [])];
}

function policyOf({ params, served }: Ask) {
  const id = textParam(params, 'PolicyId');
  const found = policiesOf(served).find((policy) => policy.id === id);
  if (!found) throw new AwsError('PolicyNotFoundException', 400, "You specified a policy that doesn't exist.");
  return found;
}

/** Parents as they were told; else read from the path of a unit. */
function parentOf(ask: Ask, child: string): { id: string; type: string | undefined } | undefined {
  const { parents = [], organizationalUnits = [], roots = [] } = organizationOf(ask, 'ListParents');
  const told = parents.find((parent) => parent.childId === child);
  if (told) return { id: told.id, type: told.type };
  const path =
    organizationalUnits
      .find((unit) => unit.id === child)
      ?.path?.split('/')
      .filter((step) => step !== '') ?? [];
  const above = path.at(path.at(-1) === child ? -2 : -1);
  return above === undefined ? undefined : { id: above, type: roots.some((root) => root.id === above) ? 'ROOT' : 'ORGANIZATIONAL_UNIT' };
}

export const organizationsHandlers: Readonly<Record<string, Handler>> = {
  DescribeOrganization: (ask) => ({
    output: { Organization: { ...organizationOf(ask, 'DescribeOrganization'), MasterAccountEmail: personal.email } },
  }),
  ListAccounts: (ask) =>
    listing(
      'Accounts',
      (organizationOf(ask, 'ListAccounts').accounts ?? []).map((account) => ({ ...account, Email: personal.email })),
    ),
  ListRoots: (ask) => listing('Roots', organizationOf(ask, 'ListRoots').roots ?? []),
  ListOrganizationalUnitsForParent: (ask) => {
    const units = organizationOf(ask, 'ListOrganizationalUnitsForParent').organizationalUnits ?? [];
    return listing(
      'OrganizationalUnits',
      units.filter((unit) => parentOf(ask, unit.id)?.id === ask.params['ParentId']),
    );
  },
  ListAccountsForParent: (ask) => {
    const { accounts = [], roots = [], organizationalUnits = [] } = organizationOf(ask, 'ListAccountsForParent');
    const parent = textParam(ask.params, 'ParentId');
    if (![...roots, ...organizationalUnits].some(({ id }) => id === parent))
      throw new AwsError('ParentNotFoundException', 400, "You provided a parent that doesn't exist.");
    const own = accounts.filter((account) => parentOf(ask, account.id)?.id === parent);
    return listing(
      'Accounts',
      own.map((account) => ({ ...account, Email: personal.email })),
    );
  },
  ListParents: (ask) => {
    const parent = parentOf(ask, textParam(ask.params, 'ChildId') ?? '');
    if (!parent) throw new AwsError('ChildNotFoundException', 400, "We can't find an organizational unit or account with the ID that you specified.");
    return listing('Parents', [parent]);
  },
  ListPolicies: (ask) => {
    organizationOf(ask, 'ListPolicies');
    const { serviceControlPolicies, resourceControlPolicies } = ask.served.snapshot;
    const lists = { SERVICE_CONTROL_POLICY: serviceControlPolicies, RESOURCE_CONTROL_POLICY: resourceControlPolicies };
    const filter = textParam(ask.params, 'Filter') ?? '';
    return listing('Policies', Object.hasOwn(lists, filter) ? (lists[filter as keyof typeof lists] ?? []) : []);
  },
  DescribePolicy: (ask) => {
    const policy = policyOf(ask);
    return { output: { Policy: { PolicySummary: policy, Content: policy.content ?? '' } } };
  },
  ListTargetsForPolicy: (ask) => listing('Targets', policyOf(ask).targets ?? []),
  ListPoliciesForTarget: (ask) => {
    const { attachedPolicies = [] } = organizationOf(ask, 'ListPoliciesForTarget');
    const { TargetId: target, Filter: filter } = ask.params;
    const ids = attachedPolicies.filter((entry) => entry.targetId === target && entry.filter === filter).flatMap((entry) => entry.policyIds);
    return listing(
      'Policies',
      policiesOf(ask.served).filter((policy) => ids.includes(policy.id)),
    );
  },
};
