import type { Quote } from '@iam-dossier/core/assessment';
import { actionPlace, type AnalysedPolicy, type AnalysedStatement } from './document.ts';

export type { AnalysedPolicy, PolicyInForce } from './document.ts';

/** A line of a policy: one pattern of the statement's actions, or the whole element. */
export function quoteOf({ policy }: AnalysedPolicy, { statement }: AnalysedStatement, pattern?: number): Quote {
  const { policyName, policyArn, document } = policy;
  return {
    document: document.digest,
    policyName,
    ...(policyArn === undefined ? {} : { policyArn }),
    ...actionPlace(document.document, statement, pattern),
  };
}
