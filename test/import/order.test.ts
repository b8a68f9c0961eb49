import { importSources } from '@iam-dossier/core/importer';
import { documentJson } from '@iam-dossier/core/json';
import { describe, expect, it } from 'vitest';
import { filesOf, makeAccount, sizes, source } from '../fixtures/account.ts';
import { seeded, type Random } from '../fixtures/random.ts';

/** Lists whose order is AWS's own choice; in a policy document order is the author's. */
const unordered = [
  'UserDetailList',
  'GroupDetailList',
  'RoleDetailList',
  'Policies',
  'GroupList',
  'AttachedManagedPolicies',
  'UserPolicyList',
  'GroupPolicyList',
  'RolePolicyList',
  'Tags',
  'PolicyVersionList',
  'Users',
  'Roles',
];

function shuffled<T>(list: readonly T[], random: Random): T[] {
  const rest = [...list];
  return list.map(() => rest.splice(random.below(rest.length), 1)).flat();
}

/** The same answer with its lists and members in another order. */
function reordered(value: unknown, random: Random, name = ''): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) {
    const list = value.map((entry) => reordered(entry, random));
    return unordered.includes(name) ? shuffled(list, random) : list;
  }
  const members = Object.entries(value).map(([key, member]) => [key, reordered(member, random, key)] as const);
  return Object.fromEntries(shuffled(members, random));
}

/** What a snapshot says, beside the digests of the files it was read from. */
function contentOf(files: { name: string; bytes: Uint8Array }[]): string {
  const snapshot = importSources(files);
  return documentJson({ ...snapshot, parts: Object.entries(snapshot.parts).map(([name, part]) => [name, part.status, part.count, part.reason]) });
}

describe('the order in which AWS answers', () => {
  const account = makeAccount(sizes.small, { seed: 11 });
  account.users[0]?.GroupList.push('group-2', 'group-0');
  const files = filesOf(account);
  const expected = contentOf(files);

  it.each([1, 2, 3, 4, 5])('changes nothing of the snapshot (%i)', (seed) => {
    const random = seeded(seed);
    const other = files.map((file) => source(file.name, reordered(JSON.parse(new TextDecoder().decode(file.bytes)), random)));
    expect(other.map((file) => file.bytes)).not.toEqual(files.map((file) => file.bytes));
    expect(contentOf(other)).toBe(expected);
  });
});
