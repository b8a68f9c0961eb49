export { translateAssessment, type Translated } from './assessment.ts';
