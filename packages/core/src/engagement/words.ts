/** Whose principal it is. `undeclared` counts as the partner's until somebody says otherwise. */
export const parties = ['partner', 'customer', 'thirdParty', 'aws', 'undeclared'] as const;
export type Party = (typeof parties)[number];

/** What an account is for in the engagement. */
export const accountRoles = ['workload', 'management', 'identity', 'partnerIdentity', 'other'] as const;
export type AccountRole = (typeof accountRoles)[number];

/** What stands behind a principal. `undetermined` is judged as a human. */
export const identityKinds = ['human', 'workload', 'breakGlass', 'undetermined'] as const;
export type IdentityKind = (typeof identityKinds)[number];

/** How the customer's existing identities reach the account. */
export const federationKinds = ['identityCenter', 'saml', 'openIdConnect', 'managedActiveDirectory', 'none'] as const;
export type FederationKind = (typeof federationKinds)[number];

/** The criteria of ACCT-002, in our numbering. */
export const criterionIds = ['A1', 'A2', 'A3', 'B1', 'B2', 'E1', 'E2'] as const;
export type CriterionId = (typeof criterionIds)[number];
