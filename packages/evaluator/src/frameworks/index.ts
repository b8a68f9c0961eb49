export { evaluateFrameworks } from './evaluate.ts';
export { frameworkById } from './find.ts';
export type { Control, Framework } from './framework.ts';
export { isNotDecidable, judgeFramework, type ControlResult, type FrameworkResult, type RuleCount } from './judge.ts';
export { citationsOf, frameworks, type Citation } from './list.ts';
