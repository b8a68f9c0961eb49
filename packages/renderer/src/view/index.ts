export { clip, fit, linesIn, take, type Budget } from './budget.ts';
export { executiveBudget, fullBudget, printBudget, screenBudget } from './budgets.ts';
export { coverView, footerOf, type CoverParts, type LabelledText } from './cover.ts';
export { jsonLines, type JsonLine } from './json-lines.ts';
export { jsonText } from './json-text.ts';
export { lastUseOf } from './last-use.ts';
export { mayDo } from './may-do.ts';
export { openScribe, type Scribe } from './scribe.ts';
export { writeKnownTime, writeTime } from './time.ts';
