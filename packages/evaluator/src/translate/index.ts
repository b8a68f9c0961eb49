export { translateAssessment, translateMessages, type Translated } from './assessment.ts';
