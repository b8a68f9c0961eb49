export { accountIdSchema, partitionSchema, type OpenIdConnectProvider, type PasswordPolicy, type SamlProvider } from './account.ts';
export {
  ROOT_ROW_NAME,
  type AccessKey,
  type CredentialReport,
  type CredentialReportRow,
  type MfaDevice,
  type ReportFlag,
  type ReportTime,
  type ServiceSpecificCredential,
  type VirtualMfaDevice,
} from './credentials.ts';
export type { AttachedPolicy, Group, InlinePolicy, ManagedPolicy, PolicyVersion, Role, Tag, User } from './entities.ts';
export type { AccountAssignment, IdentityCenter, IdentityCenterInstance, IdentityStore, PermissionSet } from './identity-center.ts';
export type {
  ControlPolicy,
  DelegationRequest,
  Organization,
  OrganizationAccount,
  OrganizationalUnit,
  OrganizationRoot,
  PolicyTarget,
} from './organization.ts';
export { noFile, partCalls, partNames, partStatuses, type Part, type PartName, type Parts, type PartSource, type PartStatus } from './parts.ts';
export { readSnapshot, snapshotContract } from './read.ts';
export { SNAPSHOT_FORMAT, SNAPSHOT_VERSION, snapshotSchema, type Snapshot, type SnapshotNote } from './snapshot.ts';
