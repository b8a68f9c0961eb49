import { partCalls, partNames, type PartName } from '@iam-dossier/core/snapshot';
import { AwsError } from '../error.ts';
import type { Values } from './look-up.ts';
import type { Served } from './served.ts';

/** Parts that are one value: without them there is nothing true to answer, where a list can be empty. */
const single: readonly PartName[] = ['accountSummary', 'passwordPolicy', 'credentialReport', 'contactInformation'];

const filterParts: Readonly<Record<string, PartName>> = {
  User: 'userDetails',
  Group: 'groupDetails',
  Role: 'roleDetails',
  LocalManagedPolicy: 'managedPolicies',
  AWSManagedPolicy: 'managedPolicies',
  SERVICE_CONTROL_POLICY: 'serviceControlPolicies',
  RESOURCE_CONTROL_POLICY: 'resourceControlPolicies',
};

/** What the snapshot could not have, its account does not give here either. @throws AwsError */
export function refuseWithheld(served: Served, call: string, params: Values): void {
  const parts = partsOf(call, params).map((name) => ({ name, part: served.snapshot.parts[name] }));
  const withheld = parts.filter(
    ({ name, part }) => part.status === 'denied' || part.status === 'failed' || (part.status === 'missing' && single.includes(name)),
  );
  if (parts.length === 0 || withheld.length < parts.length) return;
  const [first] = withheld;
  throw new AwsError(first?.part.code ?? 'AccessDenied', 403, `User: ${served.caller.arn} is not authorized to perform: ${call} on resource: *`);
}

function partsOf(call: string, params: Values): PartName[] {
  const filtered = [params['Filter']].flat().flatMap((name) => filterParts[String(name)] ?? []);
  if (filtered.length > 0) return filtered;
  return partNames.filter((name) => (partCalls[name] as readonly string[]).includes(call));
}
