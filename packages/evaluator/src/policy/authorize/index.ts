export type { Authorization, BuiltIn, Decision, LayerResult, Mismatch, StatementPlace, StatementResult, UnreadableDocument } from './answer.ts';
export { authorize } from './authorize.ts';
export {
  layerNames,
  type AuthorizationRequest,
  type ContextValue,
  type ControlPolicies,
  type DocumentInput,
  type LayerName,
  type NamedPolicy,
  type ListedPolicy,
  type PolicyInput,
  type PolicyLayer,
  type PolicyLevel,
  type PrincipalInput,
} from './request.ts';
export type { Tri } from './tri.ts';
