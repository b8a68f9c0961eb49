import { AwsError } from '../error.ts';
import type { Ask, Handler } from '../operations/handler.ts';
import { personal } from './personal.ts';

const people = {
  Emails: [{ Value: personal.email, Type: 'work', Primary: true }],
  PhoneNumbers: [{ Value: personal.phone, Type: 'work', Primary: true }],
  Addresses: [{ StreetAddress: personal.street, Type: 'home' }],
  Name: { GivenName: 'Casey', FamilyName: 'Personal', Formatted: personal.name },
};

/** Stores hold only what is theirs; an entry that does not say whose it is belongs to any. */
function inStore<T extends { identityStoreId?: string | undefined }>(
  { params }: Ask,
  entries: readonly T[] | undefined,
  fits: (entry: T) => boolean,
): T {
  const store = params['IdentityStoreId'];
  const found = entries?.find((entry) => fits(entry) && (entry.identityStoreId ?? store) === store);
  if (!found) throw new AwsError('ResourceNotFoundException', 400, 'The resource is not found');
  return found;
}

export const identityStoreHandlers: Readonly<Record<string, Handler>> = {
  DescribeUser: (ask) => {
    const user = inStore(ask, ask.served.snapshot.identityStore?.users, (entry) => entry.userId === ask.params['UserId']);
    // AWS requires a name; a snapshot leaves one out that is an e-mail address.
    return { output: { userName: personal.email, identityStoreId: ask.params['IdentityStoreId'], ...people, ...user } };
  },
  DescribeGroup: (ask) => {
    const group = inStore(ask, ask.served.snapshot.identityStore?.groups, (entry) => entry.groupId === ask.params['GroupId']);
    return { output: { identityStoreId: ask.params['IdentityStoreId'], ...group } };
  },
};
