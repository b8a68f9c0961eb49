export { clip, fit, linesIn, printBudget, screenBudget, take, type Budget } from './budget.ts';
export { coverView, footerOf, type CoverParts, type LabelledText } from './cover.ts';
export { jsonLines, type JsonLine } from './json-lines.ts';
export { jsonText } from './json-text.ts';
export { mayDo } from './may-do.ts';
export { openScribe, type Scribe } from './scribe.ts';
export { writeKnownTime, writeTime } from './time.ts';
