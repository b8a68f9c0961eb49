import type { PartName } from '@iam-dossier/core/snapshot';
import { gapOf, known, unknown, type Gap, type Known } from './known.ts';
import { once } from './once.ts';
import type { OtherCredential, OtherCredentials } from './other-credentials.ts';
import { usersFact, type UserFact } from './users.ts';

/** Credentials of one kind that a user holds, active or not. */
export interface HeldCredentials {
  subject: number;
  inScope: boolean;
  entries: readonly OtherCredential[];
}

export const serviceSpecificCredentialsFact = heldFact('serviceSpecific', 'serviceSpecificCredentials');
export const sshKeysFact = heldFact('sshKeys', 'sshPublicKeys');
export const signingCertificatesFact = heldFact('signingCertificates', 'signingCertificates');

/** Users whose credentials of the kind are told. One in scope of whom nobody told leaves a gap: a list that is not there is never an empty one. */
function heldFact(kind: keyof OtherCredentials, part: PartName) {
  return once((context): Known<readonly HeldCredentials[]> => {
    const users = usersFact(context);
    if (!users.known) return users;
    const isTold = ({ others }: UserFact) => others[kind].gap === null || others[kind].entries.length > 0;
    const told = users.value.filter(isTold);
    const untold = users.value.some((user) => user.inScope && !isTold(user));
    const gaps: Gap[] = [...users.gaps, ...(untold ? [gapOf(context.snapshot, part) ?? { reason: 'missing', part, text: '' }] : [])];
    if (untold && !told.some((user) => user.inScope)) return unknown(gaps);
    return known(
      told.map(({ subject, inScope, others }) => ({ subject, inScope, entries: others[kind].entries })),
      gaps,
    );
  });
}
