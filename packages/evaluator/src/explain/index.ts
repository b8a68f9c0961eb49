export type { PolicySource } from './access-layers.ts';
export { findPrincipal, type FoundPrincipal } from './access-principal.ts';
export { explainAccess, type AccessExplanation, type AccessQuestion, type NearMiss, type SourcedStatement } from './explain-access.ts';
export type { ControlLayer, UnknownControl } from './control-policies.ts';
