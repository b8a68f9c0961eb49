export { noMask, submissionMask, type Mask, type MaskInput } from './mask.ts';
export { maskAccessKeyId, maskAccountId, maskEmail } from './patterns.ts';
