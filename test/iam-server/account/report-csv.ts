import type { CredentialReport } from '@iam-dossier/core/snapshot';

/** The report as AWS writes it: LF, no last newline, the root user first. */
export function reportCsv({ columns, rows }: CredentialReport): string {
  const isRoot = (row: (typeof rows)[number]) => row.user === '<root_account>';
  const ordered = [...rows.filter(isRoot), ...rows.filter((row) => !isRoot(row))];
  const lines = ordered.map((row) => columns.map((column) => cellOf(row, column)));
  return [columns, ...lines].map((cells) => cells.map(quoted).join(',')).join('\n');
}

/** `access_key_1_active` is `accessKey1Active` in a snapshot. */
function cellOf(row: Readonly<Record<string, unknown>> & { extra?: Record<string, string> | undefined }, column: string): string {
  const member = column.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
  const cell = Object.hasOwn(row, member) ? row[member] : row.extra?.[column];
  return String(cell ?? 'N/A');
}

function quoted(cell: string): string {
  return /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
