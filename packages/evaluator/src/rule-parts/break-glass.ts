import type { KnownTime, WayIn } from '@iam-dossier/core/assessment';
import { timeOf } from '../facts/console.ts';
import { isDeleted, type RoleTrust } from '../facts/trust.ts';
import type { UserFact } from '../facts/users.ts';

/** How a principal kept for emergencies can be used, and when it was. */
export interface EmergencyAccess {
  subject: number;
  /** Ways in that ask for no MFA: of a role its trust policy's, of a user its password. */
  open: readonly Pick<WayIn, 'from'>[];
  /** Active access keys. */
  keys: number;
  mfa: 'known' | 'unknown';
  unreadable: boolean;
  /** Ways in by a provider that may ask for MFA itself. */
  providers: readonly WayIn[];
  used: KnownTime;
  /** Every source of its use is in the data. */
  usesWhole: boolean;
  evidence: readonly string[];
}

const byProvider = new Set<WayIn['kind']>(['identityCenter', 'accountAccessManager', 'saml', 'openIdConnect']);

export function accessOfEmergency(entry: UserFact | RoleTrust): EmergencyAccess {
  return 'role' in entry ? accessOfRole(entry) : accessOfUser(entry);
}

function accessOfRole({ subject, ways, role, at }: RoleTrust): EmergencyAccess {
  const people = ways.filter((way) => !isDeleted(way) && way.kind !== 'unreadable');
  const lastUsed = role.roleLastUsed;
  return {
    subject,
    open: people.filter((way) => !way.mfaRequired && !byProvider.has(way.kind)),
    keys: 0,
    mfa: 'known',
    unreadable: ways.some((way) => way.kind === 'unreadable'),
    providers: people.filter((way) => byProvider.has(way.kind)),
    used: lastUsed === undefined ? { state: 'unknown' } : lastUsed.lastUsedDate === undefined ? { state: 'none' } : timeOf(lastUsed.lastUsedDate),
    usesWhole: lastUsed !== undefined,
    evidence: [at],
  };
}

function accessOfUser({ subject, console, accessKeys, at }: UserFact): EmergencyAccess {
  const { access, mfa, lastSignIn } = console;
  const known = access === 'disabled' || (access === 'enabled' && mfa !== 'unknown');
  const times = [lastSignIn, ...(accessKeys ?? []).map((key) => key.lastUsed)];
  return {
    subject,
    open: access === 'enabled' && mfa === 'none' ? [{ from: 'password' }] : [],
    keys: accessKeys?.filter((key) => key.status === 'active').length ?? 0,
    mfa: known && accessKeys !== null ? 'known' : 'unknown',
    unreadable: false,
    providers: [],
    used: latest(times),
    usesWhole: accessKeys !== null && times.every((time) => time.state !== 'unknown'),
    evidence: [at],
  };
}

function latest(times: readonly KnownTime[]): KnownTime {
  const last = times
    .flatMap((time) => (time.state === 'known' ? [time.at] : []))
    .sort()
    .at(-1);
  return last === undefined ? { state: 'none' } : { state: 'known', at: last };
}
