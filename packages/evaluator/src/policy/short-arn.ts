import type { PatternElement } from '@iam-dossier/core/policy-document';

const ARN_PARTS = 6;

/**
 * IAM completes an ARN of fewer than six parts in an identity policy with a star for each that is missing: `arn:aws:sqs`
 * stands for `arn:aws:sqs:*:*:*` (IAM user guide, IAM ARNs). Session policies and resource policies take no such ARN.
 * A star at the end reaches over what is missing already.
 */
export function completeArn(pattern: string): string {
  if (!pattern.startsWith('arn:') || pattern.endsWith('*')) return pattern;
  const parts = pattern.replace(/\$\{[^{}]*\}/g, '').split(':').length;
  return parts < ARN_PARTS ? pattern + ':*'.repeat(ARN_PARTS - parts) : pattern;
}

/** The element itself where nothing is missing. */
export function withCompleteArns(element: PatternElement): PatternElement {
  const isComplete = element.patterns.every((pattern) => completeArn(pattern) === pattern);
  return isComplete ? element : { ...element, patterns: element.patterns.map(completeArn) };
}
