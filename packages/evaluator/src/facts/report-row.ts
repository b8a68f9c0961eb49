import type { CredentialReportRow } from '@iam-dossier/core/snapshot';

/** A user's row of the credential report, with the pointer to it. */
export interface ReportRow {
  row: CredentialReportRow;
  at: (member: keyof CredentialReportRow) => string;
}
