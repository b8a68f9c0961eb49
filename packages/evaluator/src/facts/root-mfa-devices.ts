import type { NotEvaluatedReason } from '@iam-dossier/core/assessment';
import { pointer } from '@iam-dossier/core/json';
import { rootSubject } from './account-subject.ts';
import { once } from './once.ts';
import { gapOf, gapsOf, known, unknown, type Known } from './known.ts';
import { rootUserFact, type RootUserFact } from './root-user.ts';

export interface RootMfaDevicesFact {
  subject: number;
  mfa: RootUserFact['state']['mfa'];
  /** Whether there is a password or an access key that MFA would protect. */
  credentials: 'some' | 'none' | 'unknown';
  /** Pointers to the virtual devices assigned to the root user. */
  virtual: readonly string[];
  /** Why a virtual device of the root user could be missing from the list; `null` when it could not. */
  unlisted: NotEvaluatedReason | null;
  /** Where MFA was read. */
  evidence: readonly string[];
}

/** AWS lists virtual devices only: another kind shows by MFA being on without one. */
export const rootMfaDevicesFact = once((context): Known<RootMfaDevicesFact> => {
  const { snapshot } = context;
  const root = rootUserFact(context);
  const devices = snapshot.virtualMfaDevices;
  // A device may have any name: whose it is, only its user tells.
  const virtual = devices.flatMap(({ user }, index) => (user?.arn.endsWith(':root') ? [pointer('virtualMfaDevices', index)] : []));
  if (!root.known && virtual.length === 0) return unknown(gapsOf(snapshot, 'accountSummary', 'virtualMfaDevices'));
  const ownerless = devices.some((device) => device.user === undefined && device.enableDate !== undefined);
  return known({
    subject: rootSubject(context),
    mfa: root.known ? root.value.state.mfa : 'unknown',
    credentials: root.known ? credentialsOf(root.value) : 'unknown',
    virtual,
    unlisted: gapOf(snapshot, 'virtualMfaDevices')?.reason ?? (ownerless ? 'partial' : null),
    evidence: root.known ? root.value.evidence.mfa : [],
  });
});

function credentialsOf({ state: { password, accessKeys } }: RootUserFact): RootMfaDevicesFact['credentials'] {
  if (password === 'present' || accessKeys === 'present') return 'some';
  return password === 'none' && accessKeys === 'none' ? 'none' : 'unknown';
}
