import type * as sdk from '@aws-sdk/client-iam';
import { describe, expectTypeOf, it } from 'vitest';
import type { OpenIdConnectProvider, PasswordPolicy } from './account.ts';
import type { AccessKey, MfaDevice, ServiceSpecificCredential, VirtualMfaDevice } from './credentials.ts';
import type { AttachedPolicy, Group, InlinePolicy, ManagedPolicy, PolicyVersion, Role, Tag, User } from './entities.ts';

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
});
