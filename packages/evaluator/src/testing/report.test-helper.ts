import type { Answer } from './aws.test-helper.ts';

const cells = {
  arn: 'N/A',
  user_creation_time: '2026-01-05T08:00:00+00:00',
  password_enabled: 'false',
  password_last_used: 'N/A',
  password_last_changed: 'N/A',
  password_next_rotation: 'N/A',
  mfa_active: 'false',
  access_key_1_active: 'false',
  access_key_1_last_rotated: 'N/A',
  access_key_1_last_used_date: 'N/A',
  access_key_1_last_used_region: 'N/A',
  access_key_1_last_used_service: 'N/A',
  access_key_2_active: 'false',
  access_key_2_last_rotated: 'N/A',
  access_key_2_last_used_date: 'N/A',
  access_key_2_last_used_region: 'N/A',
  access_key_2_last_used_service: 'N/A',
  cert_1_active: 'false',
  cert_1_last_rotated: 'N/A',
  cert_2_active: 'false',
  cert_2_last_rotated: 'N/A',
} as const;

export type ReportCells = Partial<Record<keyof typeof cells | 'additional_credentials_info', string>>;
type Column = 'user' | keyof ReportCells;

/** Columns as AWS writes them: 22, or 23 with the newest. */
export const reportColumns: readonly Column[] = ['user', ...(Object.keys(cells) as (keyof typeof cells)[])];

export interface ReportOptions {
  columns?: readonly Column[];
  /** Account and partition of the ARNs. */
  arns?: { id: string; partition?: string };
}

/** The answer of GetCredentialReport: rows by user name, cells that are not given being those of a user without credentials. */
export function reportOf(rows: Record<string, ReportCells>, { columns = reportColumns, arns = { id: '111122223333' } }: ReportOptions = {}): Answer {
  const lines = Object.entries(rows).map(([user, given]) => {
    const arn = `arn:${arns.partition ?? 'aws'}:iam::${arns.id}:${user === '<root_account>' ? 'root' : `user/${user}`}`;
    const row: Record<string, string> = { ...cells, user, arn, ...given };
    return columns.map((column) => row[column] ?? '').join(',');
  });
  const content = [columns.join(','), ...lines].join('\n');
  return { Content: Buffer.from(content).toString('base64'), ReportFormat: 'text/csv', GeneratedTime: '2026-10-01T08:50:00+00:00' };
}

/** Cells of a user with a console password. */
export const consoleCells: ReportCells = {
  password_enabled: 'true',
  password_last_used: '2026-09-30T10:00:00+00:00',
  password_last_changed: '2026-08-01T10:00:00+00:00',
};
/** Cells of a user with an active access key in the first slot. */
export const keyCells: ReportCells = {
  access_key_1_active: 'true',
  access_key_1_last_rotated: '2026-09-01T10:00:00+00:00',
  access_key_1_last_used_date: '2026-09-30T10:00:00+00:00',
  access_key_1_last_used_region: 'us-east-1',
  access_key_1_last_used_service: 's3',
};
/** Cells of a root user with a password and MFA. */
export const rootCells: ReportCells = { password_enabled: 'true', mfa_active: 'true', password_next_rotation: 'not_supported' };
