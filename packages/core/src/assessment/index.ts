export { generator } from '../generator.ts';
export { ASSESSMENT_FORMAT, ASSESSMENT_VERSION, assessmentContract, assessmentSchema, type AssessedSnapshot, type Assessment } from './assessment.ts';
export { claimOutcomes, type ClaimOutcome, type ClaimReason, type ClaimResult, type DeclaredFactResult, type WaiverResult } from './declarations.ts';
export { findingsOf, subjectsOf } from './findings.ts';
export { type EscalationPathResult, type EscalationResult } from './escalations.ts';
export { readAssessment } from './read.ts';
export {
  accessLevels,
  policyTypes,
  subjectTypes,
  wayInKinds,
  type AccessKeyFact,
  type AccessLevel,
  type AccessPath,
  type DirectoryRow,
  type EffectivePermissions,
  type GrantedPolicy,
  type Identity,
  type KnownTime,
  type PolicyType,
  type Profile,
  type ServiceAccess,
  type Subject,
  type SubjectType,
  type WayIn,
  type WayInKind,
} from './subjects.ts';
export {
  criterionIds,
  type Blocker,
  type CriterionId,
  type CriterionResult,
  type Finding,
  type Quote,
  type Readiness,
  type RuleResult,
  type WordsAt,
} from './verdicts.ts';
export {
  notEvaluatedReasons,
  outcomeLetters,
  outcomes,
  severities,
  type Message,
  type NotEvaluatedReason,
  type Outcome,
  type Severity,
  type SnapshotPointer,
} from './words.ts';
// An assessment says of each part of its snapshots what became of it, in the snapshot's own words.
export { noFile, partCalls, partNames, type Part, type PartName, type PartSource, type Parts } from '../snapshot/parts.ts';
