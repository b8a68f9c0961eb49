import type { Call } from '../calls/index.ts';

/** `ListMFADevices` → `list-mfa-devices`, as the AWS CLI names calls and parameters. */
export function cliName(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();
}

/** A word that the shell takes as it stands. */
export function quoted(text: string): string {
  return /^[A-Za-z0-9_.:/@%+=-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

export function operationOf({ name }: Pick<Call, 'name'>): string {
  return name.slice(name.indexOf(':') + 1);
}

export function serviceOf({ name }: Pick<Call, 'name'>): string {
  return name.slice(0, name.indexOf(':'));
}

/** Calls that give pages, and that the AWS CLI does not join by itself. */
const unpaged = ['ListServiceSpecificCredentials', 'GetServiceLastAccessedDetails', 'ListDelegationRequests'];

/** The command of a call, with what is the same each time. */
export function commandOf(call: Call): string[] {
  const operation = operationOf(call);
  const fixed = Object.entries(call.input ?? {}).flatMap(([name, value]) => parameter(name, value));
  return [serviceOf(call), cliName(operation), ...fixed, ...pageSize(call, operation)];
}

function parameter(name: string, value: unknown): string[] {
  const flag = `--${cliName(name)}`;
  if (value === true) return [flag];
  return [flag, ...(Array.isArray(value) ? value.map(String) : [String(value)])];
}

function pageSize({ pages }: Call, operation: string): string[] {
  if (pages?.size === undefined) return [];
  return [unpaged.includes(operation) ? `--${cliName(pages.size.parameter)}` : '--page-size', String(pages.size.value)];
}
