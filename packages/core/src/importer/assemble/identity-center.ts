import { sortedBy } from '../../json/order.ts';
import type { Draft } from '../draft.ts';
import { inOrder, type Members } from '../decode/members.ts';
import { isWhole, membersIn } from '../nested.ts';
import { byMember, lacking, mergedBy, NestedReader, type Joined } from './nested.ts';

const setsOf = 'sso-admin:ListPermissionSets';
const assignmentsOf = 'sso-admin:ListAccountAssignments';
const accountsOf = 'sso-admin:ListAccountsForProvisionedPermissionSet';
const inlineOf = 'sso-admin:GetInlinePolicyForPermissionSet';
const boundaryOf = 'sso-admin:GetPermissionsBoundaryForPermissionSet';
const managedOf = 'sso-admin:ListManagedPoliciesInPermissionSet';
const referencesOf = 'sso-admin:ListCustomerManagedPolicyReferencesInPermissionSet';
const perSet = [managedOf, referencesOf, inlineOf, boundaryOf, accountsOf];

/** Instances, permission sets with what each holds, and who has which in which account. */
export function joinIdentityCenter(draft: Draft): Joined | undefined {
  const reader = new NestedReader(draft, 'identityCenter');
  const instances = reader.all('sso-admin:ListInstances');
  const allInstances = isWhole(reader.list('sso-admin:ListInstances'));
  const described = reader.all('sso-admin:DescribePermissionSet');
  const named = perSet.flatMap((call) => [...reader.wholeOf(call)].map((permissionSetArn) => ({ permissionSetArn })));
  const sets = mergedBy([...described, ...reader.all(setsOf), ...named], 'permissionSetArn');
  const permissionSets = [...sets].map(([arn, set]) => inOrder({ ...set, ...contentOf(reader, arn) }));
  const assignments = mergedAssignments(reader.all(assignmentsOf));
  if (!reader.answered) return undefined;
  const value: Members = {
    ...(assignments.length > 0 || reader.wholeOf(assignmentsOf).size > 0 ? { accountAssignments: assignments } : {}),
    ...(allInstances || instances.length > 0 ? { instances: byMember(instances, 'instanceArn') } : {}),
    ...(sets.size > 0 || reader.wholeOf(setsOf).size > 0 ? { permissionSets: byMember(permissionSets, 'permissionSetArn') } : {}),
  };
  const unlisted = instances.filter(({ instanceArn }) => !isWhole(reader.list(setsOf, String(instanceArn)))).length;
  return {
    value,
    count: sets.size,
    reasons: [...listReasons(allInstances, instances.length), ...shortfalls(reader, permissionSets, unlisted)],
  };
}

/** An instance answers in its own region alone, so an empty list says nothing of the others. */
function listReasons(whole: boolean, count: number): string[] {
  if (!whole) return ['the instances are not listed'];
  return count > 0 ? [] : ['no instance answered: Identity Center may be in another region, or be managed by another account'];
}

function contentOf(reader: NestedReader, arn: string): Members {
  const managed = reader.whole(managedOf, arn, 'arn');
  const references = reader.whole(referencesOf, arn, 'name');
  const accounts = reader.whole(accountsOf, arn, 'accountId');
  const inline = oneOf(reader, inlineOf, arn);
  const boundary = oneOf(reader, boundaryOf, arn);
  return {
    ...(managed ? { attachedManagedPolicies: managed } : {}),
    ...(references ? { customerManagedPolicyReferences: sortedBy(references, ({ name, path }) => JSON.stringify([name, path])) } : {}),
    ...(accounts ? { accountIds: accounts.map(({ accountId }) => accountId) } : {}),
    ...(inline === undefined ? {} : { inlinePolicy: inline['document'] ?? null }),
    ...(boundary === undefined ? {} : { permissionsBoundary: Object.keys(boundary).length === 0 ? null : boundary }),
  };
}

function oneOf(reader: NestedReader, call: string, arn: string): Members | undefined {
  const list = reader.list(call, arn);
  return list && (membersIn(list)[0]?.['value'] as Members | undefined);
}

/** The same assignment may come from more than one list. */
function mergedAssignments(entries: readonly Members[]): Members[] {
  const keyOf = ({ accountId, permissionSetArn, principalType, principalId }: Members) =>
    JSON.stringify([accountId, permissionSetArn, principalType, principalId]);
  const byKey = new Map(entries.map((entry) => [keyOf(entry), entry]));
  return sortedBy([...byKey.values()], keyOf);
}

function shortfalls(reader: NestedReader, sets: readonly Members[], unlisted: number): string[] {
  const without = (member: string) => sets.filter((set) => set[member] === undefined).length;
  const whole = reader.wholeOf(assignmentsOf);
  const open = sets
    .flatMap(({ permissionSetArn, accountIds = [] }) => (accountIds as string[]).map((account) => `${account}\n${String(permissionSetArn)}`))
    .filter((pair) => !whole.has(pair)).length;
  const parts: [string, string][] = [
    ['name', 'description'],
    ['attachedManagedPolicies', 'managed policies'],
    ['customerManagedPolicyReferences', 'customer managed policies'],
    ['inlinePolicy', 'inline policy'],
    ['permissionsBoundary', 'permissions boundary'],
    ['accountIds', 'accounts'],
  ];
  return [
    ...lacking(unlisted, 'instance is without a list of its permission sets', 'instances are without a list of their permission sets'),
    ...parts.flatMap(([member, words]) =>
      lacking(without(member), `permission set is without its ${words}`, `permission sets are without their ${words}`),
    ),
    ...lacking(
      open,
      'account is without the assignments of a permission set',
      'times the assignments of a permission set in an account are not here',
    ),
  ];
}
