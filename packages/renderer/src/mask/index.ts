export { identifiersIn, type Identifiers } from './identifiers.ts';
export { noMask, submissionMask, type Mask, type MaskInput } from './mask.ts';
