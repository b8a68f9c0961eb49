export { findEscalations, type EscalationInput } from './find.ts';
export { type Caller } from './caller.ts';
export { type Holding, type Privileges } from './holding.ts';
export { type EscalationState } from './judgement.ts';
export { type EscalationCategory } from './path.ts';
export { EscalationReport, type Escalation } from './report.ts';
