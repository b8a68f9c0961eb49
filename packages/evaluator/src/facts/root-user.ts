import type { AssessedSnapshot } from '@iam-dossier/core/assessment';
import { pointer } from '@iam-dossier/core/json';
import { ROOT_ROW_NAME, type ReportFlag } from '@iam-dossier/core/snapshot';
import { rootSubject } from './account-subject.ts';
import { once } from './once.ts';
import { gapsOf, hasPart, known, unknown, type Known } from './known.ts';

export interface RootUserFact {
  subject: number;
  state: AssessedSnapshot['rootUser'];
  /** X.509 signing certificates, whatever their state. */
  signingCertificates: 'present' | 'none' | 'unknown';
  evidence: { mfa: string[]; accessKeys: string[]; signingCertificates: string[] };
}

const certificateColumns = ['cert1Active', 'cert2Active'] as const;

/** The root user's credentials. The account summary is live; the report may be hours old and fills what the summary lacks. */
export const rootUserFact = once((context): Known<RootUserFact> => {
  const { snapshot } = context;
  if (!hasPart(snapshot, 'accountSummary') && !hasPart(snapshot, 'credentialReport'))
    return unknown(gapsOf(snapshot, 'accountSummary', 'credentialReport'));
  const subject = rootSubject(context);
  const rows = snapshot.credentialReport?.rows ?? [];
  const index = rows.findIndex((row) => row.user === ROOT_ROW_NAME);
  const row = rows[index];
  const summary = (key: string) => snapshot.accountSummary?.[key];
  const state: RootUserFact['state'] = {
    mfa: fromCount(summary('AccountMFAEnabled'), 'active') ?? fromFlag(row?.mfaActive, 'active'),
    accessKeys: fromCount(summary('AccountAccessKeysPresent'), 'present') ?? presentBy([row?.accessKey1Active, row?.accessKey2Active]),
    password: fromCount(summary('AccountPasswordPresent'), 'present') ?? fromFlag(row?.passwordEnabled, 'present'),
  };
  const at = (key: string, ...columns: string[]) =>
    summary(key) === undefined ? columns.map((column) => pointer('credentialReport', 'rows', index, column)) : [pointer('accountSummary', key)];
  const signingCertificates = fromCount(summary('AccountSigningCertificatesPresent'), 'present') ?? presentBy([row?.cert1Active, row?.cert2Active]);
  const evidence = {
    mfa: at('AccountMFAEnabled', 'mfaActive'),
    accessKeys: at('AccountAccessKeysPresent', 'accessKey1Active', 'accessKey2Active'),
    signingCertificates: at('AccountSigningCertificatesPresent', ...certificateColumns.filter((column) => row?.[column] === true)),
  };
  return known({ subject, state, signingCertificates, evidence });
});

function fromCount<Y extends string>(count: number | undefined, yes: Y): Y | 'none' | undefined {
  return count === undefined ? undefined : count > 0 ? yes : 'none';
}

function fromFlag<Y extends string>(flag: ReportFlag | undefined, yes: Y): Y | 'none' | 'unknown' {
  if (flag === true) return yes;
  return flag === false ? 'none' : 'unknown';
}

/** One flag set is enough; none is set only when each says so. */
function presentBy(flags: readonly (ReportFlag | undefined)[]): 'present' | 'none' | 'unknown' {
  if (flags.includes(true)) return 'present';
  return flags.every((flag) => flag === false) ? 'none' : 'unknown';
}
