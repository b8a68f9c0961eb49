import { isMembers, type Members } from '../decode/members.ts';
import { decodePersonal, type PersonalShape } from '../decode/personal.ts';
import type { Draft, Extent } from '../draft.ts';
import { openNested } from '../nested.ts';
import { extentOf, isList, type Kind } from './kind.ts';

const audit = ['ExternalIds', 'CreatedAt', 'CreatedBy', 'UpdatedAt', 'UpdatedBy'];

/** Enough to say who holds an assignment. */
const user: PersonalShape = {
  kept: { UserId: 'userId', IdentityStoreId: 'identityStoreId', UserName: 'userName', DisplayName: 'displayName', UserStatus: 'userStatus' },
  left: [
    ...audit,
    'Name',
    'NickName',
    'ProfileUrl',
    'Emails',
    'Addresses',
    'PhoneNumbers',
    'UserType',
    'Title',
    'PreferredLanguage',
    'Locale',
    'Timezone',
    'Photos',
    'Website',
    'Birthdate',
    'Roles',
    'Extensions',
  ],
};
const group: PersonalShape = {
  kept: { GroupId: 'groupId', IdentityStoreId: 'identityStoreId', DisplayName: 'displayName' },
  left: [...audit, 'Description'],
};

interface People {
  call: string;
  of: string;
  extent: Extent;
  shape: PersonalShape;
  id: 'userId' | 'groupId';
}

/** Names that are e-mail addresses are left out: an id tells people apart as well. */
function putPeople(entries: readonly unknown[], { call, of, extent, shape, id }: People, draft: Draft): void {
  const list = openNested(draft, call, of, extent);
  let addresses = 0;
  let unusable = 0;
  for (const person of decodePersonal(entries, shape, call, draft)) {
    const names = Object.entries(person).filter(([, value]) => !(value as string).includes('@'));
    addresses += Object.keys(person).length - names.length;
    const kept: Members = Object.fromEntries(names);
    if (typeof kept[id] === 'string') draft.put(list, kept[id], kept);
    else unusable += 1;
  }
  if (addresses > 0)
    draft.note('ignored', 'personal', `${addresses} ${addresses === 1 ? 'name is an e-mail address' : 'names are e-mail addresses'}, not kept`);
  if (unusable === 0) return;
  list.contradictions.push(`${unusable} unusable`);
  draft.note('warning', 'unusable-entry', `${unusable} ${unusable === 1 ? 'entry' : 'entries'} of ${call} without an id`);
}

/** Entries of IAM's own lists of the same name have no such member. */
function ofStore(entries: unknown, beside: unknown): boolean {
  if (!isList(entries)) return false;
  return (
    typeof beside === 'string' || (entries.length > 0 && entries.every((entry) => isMembers(entry) && typeof entry['IdentityStoreId'] === 'string'))
  );
}

function listOf(call: string, member: string, shape: PersonalShape, id: People['id']): Kind {
  return {
    call,
    matches: (value) => ofStore(value[member], value['IdentityStoreId']),
    read: (value, draft) => {
      const entries = value[member] as Members[];
      const of = String(value['IdentityStoreId'] ?? entries[0]?.['IdentityStoreId']);
      putPeople(entries, { call, of, extent: extentOf(value), shape, id }, draft);
    },
  };
}

function oneOf(call: string, member: string, shape: PersonalShape, id: People['id']): Kind {
  return {
    call,
    // GetUserId and GetGroupId answer with the ids alone.
    matches: (value) => typeof value['IdentityStoreId'] === 'string' && typeof value[member] === 'string' && Object.keys(value).length > 2,
    read: (value, draft) => putPeople([value], { call, of: String(value['IdentityStoreId']), extent: 'one', shape, id }, draft),
  };
}

export const identityStore: Kind[] = [
  listOf('identitystore:ListUsers', 'Users', user, 'userId'),
  listOf('identitystore:ListGroups', 'Groups', group, 'groupId'),
  oneOf('identitystore:DescribeUser', 'UserId', user, 'userId'),
  oneOf('identitystore:DescribeGroup', 'GroupId', group, 'groupId'),
];
