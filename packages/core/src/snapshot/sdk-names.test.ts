import type * as sdk from '@aws-sdk/client-iam';
import type * as organizations from '@aws-sdk/client-organizations';
import type * as sso from '@aws-sdk/client-sso-admin';
import type * as store from '@aws-sdk/client-identitystore';
import { describe, expectTypeOf, it } from 'vitest';
import type { OpenIdConnectProvider, PasswordPolicy } from './account.ts';
import type { AccessKey, MfaDevice, ServiceSpecificCredential, VirtualMfaDevice } from './credentials.ts';
import type { AttachedPolicy, Group, InlinePolicy, ManagedPolicy, PolicyVersion, Role, Tag, User } from './entities.ts';
import type { AccountAssignment, IdentityCenterInstance, IdentityStore, PermissionSet } from './identity-center.ts';
import type {
  ControlPolicy,
  DelegationRequest,
  Organization,
  OrganizationAccount,
  OrganizationalUnit,
  OrganizationRoot,
  PolicyTarget,
} from './organization.ts';

/** AWS's member names, with the first letter lowered. */
type NamesOf<Shape> = Shape extends unknown ? Uncapitalize<keyof Shape & string> : never;

/** Members of ours that AWS does not name so. */
type Invented<Own, Theirs> = Exclude<keyof Own, NamesOf<Theirs> | 'extra'>;

/** Members of AWS's that have no name here: they are kept in `extra`. */
type Unnamed<Own, Theirs> = Exclude<NamesOf<Theirs>, keyof Own>;

type CustomPasswordPolicy = Extract<PasswordPolicy, { kind: 'custom' }>;

// The type checker is what can fail here: a new version of the SDK that renames or adds a member stops the build.
describe('the snapshot names members as AWS does', () => {
  it('for principals', () => {
    expectTypeOf<Invented<User, sdk.UserDetail | sdk.User>>().toBeNever();
    expectTypeOf<Unnamed<User, sdk.UserDetail | sdk.User>>().toBeNever();
    expectTypeOf<Invented<Group, sdk.GroupDetail>>().toBeNever();
    expectTypeOf<Unnamed<Group, sdk.GroupDetail>>().toBeNever();
    expectTypeOf<Invented<Role, sdk.RoleDetail | sdk.Role>>().toBeNever();
    expectTypeOf<Unnamed<Role, sdk.RoleDetail | sdk.Role>>().toEqualTypeOf<'sourceRoleTemplate'>();
    expectTypeOf<Invented<Tag, sdk.Tag>>().toBeNever();
  });

  it('for policies', () => {
    expectTypeOf<Invented<ManagedPolicy, sdk.ManagedPolicyDetail | sdk.Policy>>().toBeNever();
    expectTypeOf<Unnamed<ManagedPolicy, sdk.ManagedPolicyDetail | sdk.Policy>>().toBeNever();
    expectTypeOf<Invented<PolicyVersion, sdk.PolicyVersion>>().toBeNever();
    expectTypeOf<Unnamed<PolicyVersion, sdk.PolicyVersion>>().toBeNever();
    expectTypeOf<Invented<InlinePolicy, sdk.PolicyDetail>>().toBeNever();
    expectTypeOf<Invented<AttachedPolicy, sdk.AttachedPolicy>>().toBeNever();
  });

  it('for settings and credentials', () => {
    expectTypeOf<Invented<Omit<CustomPasswordPolicy, 'kind'>, sdk.PasswordPolicy>>().toBeNever();
    expectTypeOf<Unnamed<CustomPasswordPolicy, sdk.PasswordPolicy>>().toBeNever();
    expectTypeOf<Invented<AccessKey, sdk.AccessKeyMetadata>>().toBeNever();
    expectTypeOf<Invented<MfaDevice, sdk.MFADevice>>().toBeNever();
    expectTypeOf<Invented<VirtualMfaDevice, sdk.VirtualMFADevice>>().toBeNever();
    expectTypeOf<Invented<ServiceSpecificCredential, sdk.ServiceSpecificCredentialMetadata>>().toBeNever();
    expectTypeOf<Unnamed<ServiceSpecificCredential, sdk.ServiceSpecificCredentialMetadata>>().toEqualTypeOf<'serviceCredentialAlias'>();
    expectTypeOf<Invented<OpenIdConnectProvider, sdk.GetOpenIDConnectProviderResponse>>().toEqualTypeOf<'arn' | 'clientIdList'>();
  });

  it('for organizations', () => {
    type Joined = 'accounts' | 'roots' | 'organizationalUnits' | 'parents' | 'attachedPolicies';
    expectTypeOf<Invented<Organization, organizations.Organization>>().toEqualTypeOf<Joined>();
    expectTypeOf<Unnamed<Organization, organizations.Organization>>().toEqualTypeOf<'masterAccountEmail'>();
    expectTypeOf<Invented<OrganizationAccount, organizations.Account>>().toBeNever();
    expectTypeOf<Unnamed<OrganizationAccount, organizations.Account>>().toEqualTypeOf<'email'>();
    expectTypeOf<Invented<OrganizationRoot, organizations.Root>>().toBeNever();
    expectTypeOf<Invented<OrganizationalUnit, organizations.OrganizationalUnit>>().toBeNever();
    expectTypeOf<Invented<ControlPolicy, organizations.PolicySummary | organizations.Policy>>().toEqualTypeOf<'targets'>();
    expectTypeOf<Unnamed<ControlPolicy, organizations.PolicySummary | organizations.Policy>>().toEqualTypeOf<'policySummary'>();
    expectTypeOf<Invented<PolicyTarget, organizations.PolicyTargetSummary>>().toBeNever();
    expectTypeOf<Invented<DelegationRequest, sdk.DelegationRequest>>().toBeNever();
    expectTypeOf<Unnamed<DelegationRequest, sdk.DelegationRequest>>().toEqualTypeOf<'redirectUrl'>();
  });

  it('for Identity Center', () => {
    type OfSet =
      | sso.PermissionSet
      | sso.ListManagedPoliciesInPermissionSetResponse
      | sso.ListCustomerManagedPolicyReferencesInPermissionSetResponse
      | sso.GetInlinePolicyForPermissionSetResponse
      | sso.GetPermissionsBoundaryForPermissionSetResponse
      | sso.ListAccountsForProvisionedPermissionSetResponse;
    expectTypeOf<Invented<PermissionSet, OfSet>>().toBeNever();
    expectTypeOf<Unnamed<PermissionSet, OfSet>>().toEqualTypeOf<'nextToken'>();
    expectTypeOf<Invented<IdentityCenterInstance, sso.InstanceMetadata>>().toBeNever();
    expectTypeOf<Unnamed<IdentityCenterInstance, sso.InstanceMetadata>>().toEqualTypeOf<'regions'>();
    expectTypeOf<Invented<AccountAssignment, sso.AccountAssignment>>().toBeNever();
    expectTypeOf<Unnamed<AccountAssignment, sso.AccountAssignment>>().toBeNever();
    expectTypeOf<Invented<IdentityStore['users'][number], store.User>>().toBeNever();
    expectTypeOf<Invented<IdentityStore['groups'][number], store.Group>>().toBeNever();
  });
});
