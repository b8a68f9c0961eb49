/** Policy types that AWS evaluates together, in the order in which they are listed in an answer. */
export const layerNames = [
  'serviceControlPolicies',
  'resourceControlPolicies',
  'resourcePolicy',
  'identityPolicies',
  'permissionsBoundary',
  'sessionPolicies',
] as const;
export type LayerName = (typeof layerNames)[number];

/** A document as an object, as JSON text (percent-encoded too), or either with a name by which the answer calls it. */
export type PolicyInput = string | DocumentInput | NamedPolicy | ListedPolicy;

/** A policy document in AWS's own case, whatever its members hold. */
export interface DocumentInput {
  Version?: unknown;
  Id?: unknown;
  Statement?: unknown;
}

export interface NamedPolicy {
  /** Name or ARN, handed back with its statements. */
  name?: string;
  document: unknown;
}

/** An inline policy (`PolicyDocument`) or a version of a managed one (`Document`) as AWS's answers hold it. */
export interface ListedPolicy {
  PolicyName?: string;
  PolicyDocument?: unknown;
  Document?: unknown;
}

/**
 * The documents of a layer; the word `none` when there surely are none; the word `unknown` when nobody can say. An empty list
 * is `none`. A document that cannot be read makes its layer unknown; in a list, `unknown` stands for one that is not at hand.
 */
export type PolicyLayer = PolicyInput | readonly PolicyInput[];

/** Service control policies attached to one place: the root, an organizational unit or the account. */
export interface PolicyLevel {
  /** Such as `root`, handed back with its statements. */
  name?: string;
  policies: PolicyLayer;
}

/** A list of documents is one level. In a list of levels each must allow; a document beside them is a level of its own. */
export type ControlPolicies = PolicyLayer | readonly (PolicyInput | PolicyLevel | readonly PolicyInput[])[];

/** Booleans and numbers count as their text. A list is a multivalued key; an empty list and `null` mean that the key is absent. */
export type ContextValue = string | number | boolean | readonly (string | number | boolean)[] | null;

export interface PrincipalInput {
  /**
   * ARN of the user, role, role session (`assumed-role/…`), federated user or root user; a service (`ec2.amazonaws.com`);
   * an identity provider (its ARN or host); `*` for an anonymous request. A role's own ARN stands for some session of it.
   */
  arn: string;
  /** ARN of the role of a session. Default: the session's account and role name, without a path. */
  roleArn?: string;
  /** ARN of the IAM user who called GetFederationToken for a federated user. */
  federatedBy?: string;
  /** `AIDA…`, `AROA…`. Without it no unique id in a policy matches: AWS shows an id only of principals that are gone. */
  uniqueId?: string;
  /** Canonical user id of the principal's account, as Amazon S3 names accounts. */
  canonicalUserId?: string;
  /** All tags of principal and session, by key. Without them `aws:PrincipalTag/…` is unknown. */
  tags?: Readonly<Record<string, string>>;
}

export interface AuthorizationRequest {
  principal: string | PrincipalInput;
  /** Such as `s3:GetObject`. */
  action: string;
  /** ARN. Default `*`, for an action without resource. */
  resource?: string;
  /**
   * Account that owns the resource. Default: the one in the ARN, else the principal's, as in IAM's own simulator.
   * `unknown`: the answer must hold for both.
   */
  resourceAccount?: string;
  /** Condition keys of the request, in any case. A key that is left out is unknown, unless the request determines it. */
  context?: Readonly<Record<string, ContextValue | undefined>>;
  /** The context names every key that the request has: what it leaves out is absent. */
  contextComplete?: boolean;
  /**
   * Management account of the organization whose control policies are given: neither SCPs nor RCPs bind it. Default:
   * `aws:PrincipalOrgMasterAccountId` of the context.
   */
  managementAccount?: string;
  /** Policies of the user, of its groups, or of the role. This layer and each of the others is `unknown` when left out. */
  identityPolicies?: PolicyLayer;
  permissionsBoundary?: PolicyLayer;
  /** Bucket policy, key policy, a role's trust policy and the like. */
  resourcePolicy?: PolicyLayer;
  /** Passed when the session was made. An IAM user has none. */
  sessionPolicies?: PolicyLayer;
  /** Those that bind the principal's account. */
  serviceControlPolicies?: ControlPolicies;
  /** Those that bind the resource's account. AWS's own RCPFullAWSAccess, which nobody can detach, need not be among them. */
  resourceControlPolicies?: ControlPolicies;
}
