import type { KnownTime } from '@iam-dossier/core/assessment';
import { compareText, pointer } from '@iam-dossier/core/json';
import { ROOT_ROW_NAME, type CredentialReportRow, type ReportTime } from '@iam-dossier/core/snapshot';
import { rootSubject } from './account-subject.ts';
import type { AccountContext } from './context.ts';
import { reportTime } from './console.ts';
import { once } from './once.ts';
import { gapsOf, hasPart, known, unknown, type Known } from './known.ts';
import { rootUserFact } from './root-user.ts';

/** The last use of one credential of the root user, under its name in the credential report. */
export interface RootCredentialUse {
  credential: 'password' | 'access_key_1' | 'access_key_2';
  used: KnownTime;
  evidence: readonly string[];
}

export interface RootUseFact {
  subject: number;
  uses: readonly RootCredentialUse[];
}

/** When the root user's credentials were last used: by its row of the credential report, and by its virtual MFA devices, which tell of the password. */
export const rootUseFact = once((context): Known<RootUseFact> => {
  const { snapshot } = context;
  const signIns = signInsByDevice(context);
  if (!hasPart(snapshot, 'credentialReport') && signIns.length === 0) return unknown(gapsOf(snapshot, 'credentialReport'));
  const root = rootUserFact(context);
  const state = root.known ? root.value.state : undefined;
  const uses = [...columns.map((column) => reportedUse(context, column, state?.[column.state] === 'none')), ...signIns];
  return known({ subject: rootSubject(context), uses: merged(uses) });
});

const columns = [
  { credential: 'password', column: 'passwordLastUsed', state: 'password' },
  { credential: 'access_key_1', column: 'accessKey1LastUsedDate', state: 'accessKeys' },
  { credential: 'access_key_2', column: 'accessKey2LastUsedDate', state: 'accessKeys' },
] as const satisfies readonly { credential: string; column: keyof CredentialReportRow; state: 'password' | 'accessKeys' }[];

/** A credential that does not exist is not used, though the report may be silent on it. */
function reportedUse({ snapshot }: AccountContext, { credential, column }: (typeof columns)[number], absent: boolean): RootCredentialUse {
  const rows = snapshot.credentialReport?.rows ?? [];
  const index = rows.findIndex((row) => row.user === ROOT_ROW_NAME);
  const used = rootTime(rows[index]?.[column]);
  const evidence = used.state === 'unknown' ? [] : [pointer('credentialReport', 'rows', index, column)];
  return { credential, used: used.state === 'unknown' && absent ? { state: 'none' } : used, evidence };
}

/** For the root user the report writes `not_supported` where it does not tell; that is not "never". */
function rootTime(cell: ReportTime | undefined): KnownTime {
  return cell === 'not_supported' ? { state: 'unknown' } : reportTime(cell);
}

function signInsByDevice({ snapshot }: AccountContext): RootCredentialUse[] {
  return snapshot.virtualMfaDevices.flatMap(({ user }, index) => {
    const at = user?.arn.endsWith(':root') ? user.passwordLastUsed : undefined;
    const evidence = [pointer('virtualMfaDevices', index, 'user', 'passwordLastUsed')];
    return at === undefined ? [] : [{ credential: 'password', used: { state: 'known', at }, evidence }];
  });
}

/** One use a credential: the latest of those told. */
function merged(uses: readonly RootCredentialUse[]): RootCredentialUse[] {
  const latest = [...uses].sort((a, b) => compareText(sortKey(b), sortKey(a)));
  return columns.flatMap(({ credential }) => latest.find((use) => use.credential === credential) ?? []);
}

/** A time before "none", "none" before "unknown". */
function sortKey({ used }: RootCredentialUse): string {
  return used.state === 'known' ? used.at : used.state === 'none' ? '0' : '';
}
