import type { Draft } from '../draft.ts';
import { inOrder, type Members } from '../decode/members.ts';
import { membersIn } from '../nested.ts';
import { byMember, lacking, mergedBy, NestedReader, type Joined } from './nested.ts';

const unitsOf = 'organizations:ListOrganizationalUnitsForParent';
const accountsOf = 'organizations:ListAccountsForParent';
const policiesOf = 'organizations:ListPoliciesForTarget';

/** Accounts, roots and units, and what each stands under. */
export function joinOrganization(draft: Draft): Joined | undefined {
  const reader = new NestedReader(draft, 'organization');
  const described = reader.all('organizations:DescribeOrganization')[0];
  const allAccounts = reader.wholeOf('organizations:ListAccounts').size > 0;
  const accounts = mergedBy(
    ['organizations:ListAccounts', accountsOf, 'organizations:DescribeAccount'].flatMap((call) => reader.all(call)),
    'id',
  );
  const roots = reader.all('organizations:ListRoots');
  const allRoots = reader.wholeOf('organizations:ListRoots').size > 0;
  const units = mergedBy(reader.all(unitsOf), 'id');
  const parents = parentsIn(reader);
  const attached = attachedTo(reader);
  if (!reader.answered) return undefined;
  const value: Members = {
    ...described,
    ...(allAccounts || accounts.size > 0 ? { accounts: byMember([...accounts.values()], 'id') } : {}),
    ...(allRoots || roots.length > 0 ? { roots: byMember(roots, 'id') } : {}),
    ...(reader.wholeOf(unitsOf).size > 0 || units.size > 0 ? { organizationalUnits: byMember([...units.values()], 'id') } : {}),
    ...(parents.length > 0 ? { parents } : {}),
    ...(attached.length > 0 ? { attachedPolicies: attached } : {}),
  };
  const adrift = [...accounts.values()].filter((account) => !reaches(account, parents)).length;
  return {
    value: inOrder(value),
    count: accounts.size,
    reasons: [
      ...(described ? [] : ['the organization itself is not described']),
      ...(allAccounts ? [] : ['nothing says that all accounts are listed']),
      ...(allRoots ? [] : ['the root is not listed']),
      ...lacking(adrift, 'account is without its way to the root', 'accounts are without their way to the root'),
    ],
  };
}

/** From ListParents, and from lists that were asked for under a parent. */
function parentsIn(reader: NestedReader): Members[] {
  const told = [...reader.wholeOf('organizations:ListParents')].flatMap((childId) =>
    membersIn(reader.list('organizations:ListParents', childId) ?? none).map((parent) => ({ childId, ...parent })),
  );
  const under = [unitsOf, accountsOf].flatMap((call) =>
    [...reader.wholeOf(call)].flatMap((id) =>
      membersIn(reader.list(call, id) ?? none).map((child) => ({
        childId: String(child['id']),
        id,
        type: id.startsWith('r-') ? 'ROOT' : 'ORGANIZATIONAL_UNIT',
      })),
    ),
  );
  return byMember([...mergedBy([...told, ...under], 'childId').values()].map(inOrder), 'childId');
}

const none = { entries: new Map<string, never>(), contradictions: [], finalAnswers: 0, cutAnswers: [], sources: [] };

function attachedTo(reader: NestedReader): Members[] {
  const attached = [...reader.wholeOf(policiesOf)].map((of) => {
    const [targetId = '', filter = ''] = of.split('\n');
    return {
      filter,
      policyIds: membersIn(reader.list(policiesOf, of) ?? none)
        .map(({ id }) => String(id))
        .sort(),
      targetId,
    };
  });
  return byMember(byMember(attached, 'filter'), 'targetId');
}

/** The account's own path tells the way, or parent after parent does. */
function reaches(account: Members, parents: readonly Members[]): boolean {
  const { paths } = account;
  if (Array.isArray(paths) && paths.some((path) => /(^|\/)r-[^/]+\//.test(String(path)))) return true;
  const above = new Map(parents.map(({ childId, id }) => [childId, id]));
  let at: unknown = account['id'];
  for (let steps = 0; steps < 20 && at !== undefined; steps += 1) {
    if (typeof at === 'string' && at.startsWith('r-')) return true;
    at = above.get(at);
  }
  return false;
}
