import { DossierError } from '@iam-dossier/core/errors';
import { listSnapshots, type StoreListing } from '@iam-dossier/core/store';
import { readAccounts } from './choose.ts';

/** Flags of `snapshots`. */
export interface StoreArgs {
  '_': string[];
  'store': string;
  'account'?: string;
  'keep'?: string;
  'older-than'?: string;
  'yes'?: boolean;
  'gzip'?: boolean;
}

/** What lies in the store, of the accounts asked for. */
export async function listAsked({ store, account }: Pick<StoreArgs, 'store' | 'account'>): Promise<StoreListing> {
  const listing = await listSnapshots(store);
  const asked = readAccounts('snapshots', account);
  const absent = asked.find((id) => !listing.accounts.includes(id));
  if (absent !== undefined)
    throw new DossierError('snapshot-not-found', `${store} holds no account ${absent}`, {
      hint: listing.accounts.length === 0 ? 'It holds no account at all.' : `It holds ${listing.accounts.join(', ')}.`,
    });
  if (asked.length === 0) return listing;
  return {
    ...listing,
    accounts: listing.accounts.filter((id) => asked.includes(id)),
    files: listing.files.filter((file) => asked.includes(file.account)),
  };
}
