export { noMask, submissionMask, type Mask, type MaskInput } from './mask.ts';
