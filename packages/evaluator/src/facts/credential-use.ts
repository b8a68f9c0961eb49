import type { KnownTime } from '@iam-dossier/core/assessment';
import { once } from './once.ts';
import { reportTime } from './console.ts';
import { known, type Known } from './known.ts';
import { usersFact, type UserFact } from './users.ts';

/** Names of credentials are those of the credential report, or the masked id of a key. */
const PASSWORD = 'password';

/** When a credential was last used, or made when it never was; `null` when neither is in the data. */
export interface CredentialUse {
  credential: string;
  at: string | null;
  evidence: readonly string[];
}

export interface UserCredentialUse {
  subject: number;
  uses: readonly CredentialUse[];
  /** Credentials of which it is not known whether they exist. */
  unclear: readonly string[];
}

export const credentialUseFact = once((context): Known<readonly UserCredentialUse[]> => {
  const users = usersFact(context);
  return users.known ? known(users.value.map(useOf), users.gaps) : users;
});

function useOf(user: UserFact): UserCredentialUse {
  const { console, accessKeys } = user;
  const keys = (accessKeys ?? []).filter((key) => key.status === 'active');
  const password = console.access === 'enabled' ? [passwordUse(user)] : [];
  const keyUses = keys.map((key) => ({ credential: keyName(key.maskedId, key.slot), at: latest(key.lastUsed, key.created), evidence: key.evidence }));
  const unclear = [...(console.access === 'unknown' ? [PASSWORD] : []), ...unclearKeys(accessKeys)];
  return { subject: user.subject, uses: [...password, ...keyUses], unclear };
}

function passwordUse({ console, report, user, consoleEvidence }: UserFact): CredentialUse {
  const changed = reportTime(report?.row.passwordLastChanged);
  const created: KnownTime = user?.createDate === undefined ? reportTime(report?.row.userCreationTime) : { state: 'known', at: user.createDate };
  return { credential: PASSWORD, at: latest(console.lastSignIn, changed.state === 'known' ? changed : created), evidence: consoleEvidence };
}

/** The later of use and making; a use that is not known leaves the age unknown. */
function latest(used: KnownTime, made: KnownTime): string | null {
  if (used.state === 'unknown') return null;
  const times = [used, made].flatMap((time) => (time.state === 'known' ? [time.at] : [])).sort();
  return times.at(-1) ?? null;
}

function unclearKeys(keys: UserFact['accessKeys']): string[] {
  if (keys === null) return [keyName(undefined, 1), keyName(undefined, 2)];
  return keys.filter((key) => key.status === 'unknown').map((key) => keyName(key.maskedId, key.slot));
}

function keyName(maskedId: string | undefined, slot: number | undefined): string {
  return maskedId ?? (slot === undefined ? 'access_key' : `access_key_${slot}`);
}
