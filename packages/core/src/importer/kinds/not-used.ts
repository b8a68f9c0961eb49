import { isMembers, type Members } from '../decode/members.ts';
import { isList } from './kind.ts';

/** An answer of AWS that is known and not used, and what to hand in so that nothing is missing. */
export interface Unused {
  what: string;
  instead: string;
}

const needless = 'this version does not need it';
const details = 'hand in "aws iam get-account-authorization-details", which holds it together with whose it is';
const report = 'hand in "aws iam get-credential-report", which says it of every user';

/** By a member that only such an answer has. */
const members: Record<string, readonly [what: string, instead: string]> = {
  AttachedPolicies: ['a list of attached policies that does not say to whom', details],
  PolicyNames: ['a list of inline policy names that does not say whose', details],
  PolicyDocument: ['one inline policy', details],
  PolicyVersion: [
    'one policy version that does not say of which policy',
    'hand in "aws iam get-account-authorization-details", or add the ARN of the policy to the answer as "PolicyArn"',
  ],
  Versions: ['a list of policy versions that does not say of which policy', details],
  Policy: ['one policy', details],
  Policies: ['a list of policies', details],
  PolicyGroups: ['the entities of one policy', details],
  PoliciesGrantingServiceAccess: ['policies granting service access', details],
  Group: ['one group', details],
  Groups: ['a list of groups', details],
  InstanceProfile: ['one instance profile', details],
  InstanceProfiles: ['a list of instance profiles', details],
  LoginProfile: ['one login profile', report],
  SAMLMetadataDocument: ['one SAML provider, without its ARN', 'hand in "aws iam list-saml-providers"'],
  ThumbprintList: [
    'one OpenID Connect provider, without its ARN',
    'hand in "aws iam list-open-id-connect-providers" as well, which lists the ARN that belongs to its URL',
  ],
  ContextKeyNames: ['context keys of policies', needless],
  EntityDetailsList: ['entities that used a service', 'hand in "aws iam get-service-last-accessed-details" for each user and role'],
  JobId: ['the start of a job', 'hand in the answer of "aws iam get-service-last-accessed-details" for it'],
  DeletionTaskId: ['the start of a deletion', needless],
  Status: ['the state of a task', needless],
  SerialNumber: ['one MFA device that does not say whose', 'hand in "aws iam list-mfa-devices" for each user'],
  Tags: ['a list of tags that does not say of what', details],
  Instances: ['a list of Identity Center instances', needless],
  PermissionSets: ['a list of permission sets', needless],
  AccountAssignments: ['a list of account assignments', needless],
  Accounts: ['a list of accounts', needless],
  Organization: ['an organization', needless],
};

/** What an answer is and what to hand in instead, or `undefined` when it is not known at all. */
export function describeUnused(value: Members): Unused | undefined {
  if (value['State'] === 'COMPLETE' || value['State'] === 'STARTED' || value['State'] === 'INPROGRESS')
    return { what: 'the state of the credential report', instead: 'hand in "aws iam get-credential-report"' };
  const named = Object.keys(value).find(
    (member) => Object.hasOwn(members, member) && (isMembers(value[member]) || isList(value[member]) || typeof value[member] === 'string'),
  );
  const known = named === undefined ? undefined : members[named];
  return known && { what: known[0], instead: known[1] };
}
