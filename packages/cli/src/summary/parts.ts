import { partCalls, partNames, type PartName, type Snapshot } from '@iam-dossier/core/snapshot';

/** Parts that the import guide asks for; the others are read when they are there. */
const asked: readonly PartName[] = [
  'callerIdentity',
  'accountSummary',
  'passwordPolicy',
  'userDetails',
  'groupDetails',
  'roleDetails',
  'managedPolicies',
  'credentialReport',
  'users',
  'roles',
  'virtualMfaDevices',
  'samlProviders',
  'openIdConnectProviders',
  'accountAliases',
];

/** Calls to run for the parts asked for and not handed in, each once. */
export function missingCalls({ parts }: Snapshot): string[] {
  return commandsOf(asked.filter((name) => parts[name].status === 'missing'));
}

/** Calls for these parts: those of the import guide, and those read when somebody hands them in as well. */
export function callsFor(parts: readonly PartName[]): { asked: string[]; more: string[] } {
  return {
    asked: commandsOf(asked.filter((name) => parts.includes(name))),
    more: commandsOf(partNames.filter((name) => parts.includes(name) && !asked.includes(name))),
  };
}

/** The AWS CLI calls whose answers hold these parts, each once. */
function commandsOf(parts: readonly PartName[]): string[] {
  const calls = parts.flatMap((name) => partCalls[name]);
  return [...new Set<string>(calls)].map(cliCommand);
}

export function readParts({ parts }: Snapshot): PartName[] {
  return partNames.filter((name) => parts[name].status !== 'missing');
}

/** `iam:ListMFADevices` → `aws iam list-mfa-devices`. */
function cliCommand(call: string): string {
  const [service = '', operation = ''] = call.split(':');
  const words = operation
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();
  return `aws ${service} ${words}`;
}
