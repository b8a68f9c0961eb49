import { AlternateContactType } from '@aws-sdk/client-account';
import { AccessAdvisorUsageGranularityType, AssignmentStatusType, EntityType } from '@aws-sdk/client-iam';
import { PolicyType } from '@aws-sdk/client-organizations';
import type { Values } from '../account/look-up.ts';
import { AwsError, invalid } from '../error.ts';
import type { Operation } from './schemas.ts';

/** Values that a parameter may have; the schemas do not hold them. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'GetAccountAuthorizationDetails.Filter': Object.values(EntityType),
  'ListVirtualMFADevices.AssignmentStatus': Object.values(AssignmentStatusType),
  'GenerateServiceLastAccessedDetails.Granularity': Object.values(AccessAdvisorUsageGranularityType),
  'ListPolicies.Filter': Object.values(PolicyType),
  'GetAlternateContact.AlternateContactType': Object.values(AlternateContactType),
};

/** @throws AwsError for what is absent, or no value of its parameter */
export function checkParams({ name: operation, required }: Operation, params: Values): void {
  const absent = required.find((name) => params[name] === undefined);
  if (absent !== undefined)
    throw invalid(`1 validation error detected: Value null at '${absent}' failed to satisfy constraint: Member must not be null`);
  for (const [name, value] of Object.entries(params)) {
    const values = allowed[`${operation}.${name}`];
    const wrong = [value].flat().find((one) => values && !values.includes(String(one)));
    if (wrong !== undefined)
      throw invalid(
        `Value '${String(wrong)}' at '${name}' failed to satisfy constraint: Member must satisfy enum value set: [${values?.join(', ') ?? ''}]`,
      );
  }
}

/** An older back end: neither these operations nor these parameters. @throws AwsError */
export function refuseUnsupported(operation: string, params: Values, unsupported: readonly string[]): void {
  if (unsupported.includes(operation)) throw new AwsError('InvalidAction', 400, `Could not find operation ${operation} for version 2010-05-08`);
  const unknown = Object.keys(params).find((name) => unsupported.includes(`${operation}.${name}`));
  if (unknown !== undefined) throw invalid(`Unknown parameter: ${unknown}`);
}
