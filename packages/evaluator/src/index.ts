export { evaluate, type EvaluateInput } from './evaluate.ts';
export { rules } from './rules/index.ts';
export type { Rule, RuleMessage, RuleMeta } from './engine/rule.ts';
export { judgeApplication, type ApplicationInput, type ApplicationResult, type JudgedItem } from './application/index.ts';
export { translateAssessment, translateMessages, type Translated } from './translate/index.ts';
export { catalogue } from './words/catalogue.ts';
export { factSources, type FactSource } from './words/facts.ts';
export {
  citationsOf,
  evaluateFrameworks,
  frameworkById,
  frameworks,
  isNotDecidable,
  judgeFramework,
  type Citation,
  type Control,
  type ControlResult,
  type Framework,
  type FrameworkResult,
  type RuleCount,
} from './frameworks/index.ts';
export {
  policyKinds,
  validatePolicyDocument,
  type PolicyKind,
  type PolicyProblem,
  type PolicyValidation,
  type ProblemId,
  type ValidationOptions,
} from './policy/validate/index.ts';
export {
  authorize,
  layerNames,
  type Authorization,
  type AuthorizationRequest,
  type BuiltIn,
  type ContextValue,
  type ControlPolicies,
  type Decision,
  type DocumentInput,
  type LayerName,
  type LayerResult,
  type Mismatch,
  type NamedPolicy,
  type ListedPolicy,
  type PolicyInput,
  type PolicyLayer,
  type PolicyLevel,
  type PrincipalInput,
  type StatementPlace,
  type StatementResult,
  type Tri,
  type UnreadableDocument,
} from './policy/authorize/index.ts';
export { findEscalations, type Escalation, type EscalationCategory, type EscalationInput, type EscalationState } from './policy/escalation/index.ts';
export {
  analysePolicyDocument,
  type AnalysisOptions,
  type ClassFigures,
  type Figure,
  type Finding as DocumentFinding,
  type PolicyDocumentAnalysis,
  type PolicyLine,
  type ServiceFigures,
} from './policy/analyse/index.ts';
export {
  explainAccess,
  findPrincipal,
  type AccessExplanation,
  type AccessQuestion,
  type FoundPrincipal,
  type NearMiss,
  type PolicySource,
  type SourcedStatement,
} from './explain/index.ts';
