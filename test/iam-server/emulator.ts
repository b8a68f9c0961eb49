import type { Values } from './account/look-up.ts';
import type { Answer } from './operations/handler.ts';

/** What a careless emulator has: the rest is a page of HTML and status 500. */
const known: readonly string[] = [
  'AssumeRole',
  'GetCallerIdentity',
  'GetAccountSummary',
  'GetAccountPasswordPolicy',
  'GetAccountAuthorizationDetails',
  'GenerateCredentialReport',
  'GetCredentialReport',
  'ListUsers',
  'ListRoles',
  'ListVirtualMFADevices',
  'ListMFADevices',
  'ListAccessKeys',
  'GetAccessKeyLastUsed',
  'ListSAMLProviders',
  'ListOpenIDConnectProviders',
  'ListAccountAliases',
];

export function isKnownToEmulator(operation: string): boolean {
  return known.includes(operation);
}

/** Policies without names, a report without the root user. */
export function careless(operation: string, answer: Answer): Answer {
  if (operation === 'GetCredentialReport') return { output: { ...answer.output, Content: withoutRoot(answer.output?.['Content'] as Buffer) } };
  const lists = answer.lists?.map(([member, entries]) => [member, member === 'Policies' ? entries.map(nameless) : entries] as const);
  return { ...answer, ...(lists ? { lists } : {}) };
}

function nameless(entry: unknown): Values {
  return Object.fromEntries(Object.entries(entry as Values).filter(([name]) => name !== 'policyName'));
}

function withoutRoot(content: Buffer): Buffer {
  const lines = content.toString().split('\n');
  return Buffer.from(lines.filter((line) => !line.startsWith('<root_account>')).join('\n'));
}
