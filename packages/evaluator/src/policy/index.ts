export { actionData } from './action-table.data.ts';
export type { Self } from './administrator.ts';
export { DocumentAnalyser, statementPath, type ReadablePolicy } from './document.ts';
export type { PolicyInForce } from './policy-in-force.ts';
export { conditionKind } from './conditions.ts';
export { analysePrincipal, type PrincipalAnalysis, type PrincipalPolicies } from './principal.ts';
export { breadthOf } from './resources.ts';
export { waysInOf, type TrustWay } from './trust.ts';
