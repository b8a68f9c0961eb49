export type { EngagementAccount } from './accounts.ts';
export { claimSchema, claimTypes, type Claim, type ClaimOf, type ClaimType } from './claims.ts';
export { declaredFactKeys, type DeclaredFact } from './declared-facts.ts';
export {
  accessModelSchema,
  ENGAGEMENT_FORMAT,
  ENGAGEMENT_VERSION,
  engagementContract,
  engagementSchema,
  readEngagement,
  type AccessModel,
  type Engagement,
} from './engagement.ts';
export {
  accountRoles,
  federationKinds,
  identityKinds,
  parties,
  type AccountRole,
  type FederationKind,
  type IdentityKind,
  type Party,
} from './words.ts';
