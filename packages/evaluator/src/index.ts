export { evaluate, type EvaluateInput } from './evaluate.ts';
export { rules } from './rules/index.ts';
export type { Rule, RuleMessage, RuleMeta } from './engine/rule.ts';
export { catalogue } from './words/catalogue.ts';
