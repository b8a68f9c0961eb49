import type { KnownTime } from '@iam-dossier/core/assessment';
import { once } from './once.ts';
import { reportTime } from './console.ts';
import { known, type Known } from './known.ts';
import { usersFact, type UserFact } from './users.ts';

/** Names of credentials are those of the credential report, or the masked id of a key. */
const PASSWORD = 'password';

/** When a credential was last used, or made when no use is recorded; `null` when that is not in the data. */
export interface CredentialUse {
  credential: string;
  at: string | null;
  /** When it was made, where known: what was made lately cannot be long unused, whatever its use. */
  made: string | null;
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
  const keyUses = keys.map((key) => ({
    credential: keyName(key.maskedId, key.slot),
    ...useOrMaking(key.lastUsed, key.created),
    evidence: key.evidence,
  }));
  const unclear = [...(console.access === 'unknown' ? [PASSWORD] : []), ...unclearKeys(accessKeys)];
  return { subject: user.subject, uses: [...password, ...keyUses], unclear };
}

function passwordUse({ console, report, created, consoleEvidence }: UserFact): CredentialUse {
  const changed = reportTime(report?.row.passwordLastChanged);
  return {
    credential: PASSWORD,
    ...useOrMaking(console.lastSignIn, changed.state === 'known' ? changed : created),
    evidence: consoleEvidence,
  };
}

/** Making counts only where no use is recorded: a password that was reset and never typed since is not in use. */
function useOrMaking(used: KnownTime, making: KnownTime): Pick<CredentialUse, 'at' | 'made'> {
  const made = making.state === 'known' ? making.at : null;
  if (used.state === 'known') return { at: used.at, made };
  return { at: used.state === 'none' ? made : null, made };
}

function unclearKeys(keys: UserFact['accessKeys']): string[] {
  if (keys === null) return [keyName(undefined, 1), keyName(undefined, 2)];
  return keys.filter((key) => key.status === 'unknown').map((key) => keyName(key.maskedId, key.slot));
}

function keyName(maskedId: string | undefined, slot: number | undefined): string {
  return maskedId ?? (slot === undefined ? 'access_key' : `access_key_${slot}`);
}
