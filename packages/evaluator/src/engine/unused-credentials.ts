import { ageInDays } from '@iam-dossier/core/time';
import type { CredentialUse, UserCredentialUse } from '../facts/credential-use.ts';
import { fail, notApplicable, notEvaluated, pass, type Verdict } from './verdict.ts';

/** Whether every credential of a user was used within so many days. */
export function useVerdict({ uses, unclear }: UserCredentialUse, asOf: string | null, limit: number): Verdict<'unused' | 'unknown' | 'no-time'> {
  if (uses.length === 0) return unclear.length > 0 ? notEvaluated('missing', 'unknown', { credentials: unclear }) : notApplicable;
  if (asOf === null) return notEvaluated('missing', 'no-time');
  const within = (time: string | null) => time !== null && ageInDays(time, asOf) <= limit;
  const unused = uses.filter(({ at }) => at !== null && !within(at));
  if (unused.length > 0) {
    return fail('unused', { limit, asOf, credentials: unused.map(nameOf) }, { evidence: unused.flatMap((use) => use.evidence) });
  }
  const unknown = [...unclear, ...uses.filter(({ at, made }) => at === null && !within(made)).map(nameOf)];
  return unknown.length > 0 ? notEvaluated('missing', 'unknown', { credentials: unknown }) : pass;
}

function nameOf({ credential }: CredentialUse): string {
  return credential;
}
