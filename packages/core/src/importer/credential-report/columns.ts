import type { CredentialReportRow } from '../../snapshot/credentials.ts';

type Known = Exclude<keyof CredentialReportRow, 'user' | 'extra'>;
type ColumnKind = 'text' | 'time' | 'flag';

/** Header of the report → our member and how its cells are read. */
export const columns: Record<string, readonly [Known, ColumnKind]> = {
  arn: ['arn', 'text'],
  user_creation_time: ['userCreationTime', 'time'],
  password_enabled: ['passwordEnabled', 'flag'],
  password_last_used: ['passwordLastUsed', 'time'],
  password_last_changed: ['passwordLastChanged', 'time'],
  password_next_rotation: ['passwordNextRotation', 'time'],
  mfa_active: ['mfaActive', 'flag'],
  access_key_1_active: ['accessKey1Active', 'flag'],
  access_key_1_last_rotated: ['accessKey1LastRotated', 'time'],
  access_key_1_last_used_date: ['accessKey1LastUsedDate', 'time'],
  access_key_1_last_used_region: ['accessKey1LastUsedRegion', 'text'],
  access_key_1_last_used_service: ['accessKey1LastUsedService', 'text'],
  access_key_2_active: ['accessKey2Active', 'flag'],
  access_key_2_last_rotated: ['accessKey2LastRotated', 'time'],
  access_key_2_last_used_date: ['accessKey2LastUsedDate', 'time'],
  access_key_2_last_used_region: ['accessKey2LastUsedRegion', 'text'],
  access_key_2_last_used_service: ['accessKey2LastUsedService', 'text'],
  cert_1_active: ['cert1Active', 'flag'],
  cert_1_last_rotated: ['cert1LastRotated', 'time'],
  cert_2_active: ['cert2Active', 'flag'],
  cert_2_last_rotated: ['cert2LastRotated', 'time'],
};

/** The cell as a snapshot holds it, or `undefined` when it is none of what AWS writes. */
export function readCell(kind: ColumnKind, cell: string, parseTime: (text: string) => string | null): string | boolean | undefined {
  if (kind === 'text') return cell;
  if (kind === 'flag') return readFlag(cell);
  const lower = cell.toLowerCase();
  if (lower === 'n/a') return 'N/A';
  if (lower === 'no_information' || lower === 'not_supported') return lower;
  return parseTime(cell) ?? undefined;
}

function readFlag(cell: string): string | boolean | undefined {
  const lower = cell.toLowerCase();
  if (lower === 'true') return true;
  if (lower === 'false') return false;
  if (lower === 'n/a') return 'N/A';
  return lower === 'not_supported' ? lower : undefined;
}
