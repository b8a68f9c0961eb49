import { isMembers, type Members } from '../decode/members.ts';
import { isList } from './kind.ts';

/** Answers of AWS that are known and not needed, by a member that only they have. */
const members: Record<string, string> = {
  AttachedPolicies: 'a list of attached policies',
  PolicyNames: 'a list of inline policy names',
  PolicyDocument: 'one inline policy',
  PolicyVersion: 'one policy version',
  Versions: 'a list of policy versions',
  Policy: 'one managed policy',
  Policies: 'a list of policies',
  PolicyGroups: 'the entities of one policy',
  PoliciesGrantingServiceAccess: 'policies granting service access',
  Group: 'one group',
  Groups: 'a list of groups',
  InstanceProfile: 'one instance profile',
  InstanceProfiles: 'a list of instance profiles',
  LoginProfile: 'one login profile',
  ServerCertificate: 'one server certificate',
  SAMLMetadataDocument: 'one SAML provider',
  ThumbprintList: 'one OpenID Connect provider',
  ContextKeyNames: 'context keys of policies',
  EntityDetailsList: 'entities that used a service',
  JobId: 'the start of a job',
  DeletionTaskId: 'the start of a deletion',
  Status: 'the state of a task',
  SerialNumber: 'one MFA device',
  Tags: 'a list of tags',
  Instances: 'a list of Identity Center instances',
  PermissionSets: 'a list of permission sets',
  AccountAssignments: 'a list of account assignments',
  Accounts: 'a list of accounts',
  Organization: 'an organization',
};

/** What an answer is that this version has no use for, or `undefined` when it is not known at all. */
export function describeUnused(value: Members): string | undefined {
  if (value['State'] === 'COMPLETE' || value['State'] === 'STARTED' || value['State'] === 'INPROGRESS') return 'the state of the credential report';
  const named = Object.keys(value).find(
    (member) => Object.hasOwn(members, member) && (isMembers(value[member]) || isList(value[member]) || typeof value[member] === 'string'),
  );
  return named === undefined ? undefined : members[named];
}
