export { clip, fit, linesIn, printBudget, screenBudget, take, type Budget } from './budget.ts';
export { coverView, footerOf, type CoverParts, type LabelledText } from './cover.ts';
export { openScribe, type Scribe } from './scribe.ts';
export { writeKnownTime, writeTime } from './time.ts';
