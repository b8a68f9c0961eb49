import type { Quote } from '@iam-dossier/core/assessment';
import { actionPlace, type AnalysedDocument, type AnalysedStatement, type ReadablePolicy } from './document.ts';

/** A policy in force on a principal. */
export interface PolicyInForce {
  policyName: string;
  policyArn?: string;
  document: ReadablePolicy;
}

/** A policy that could be read, with its statements. */
export interface AnalysedPolicy {
  policy: PolicyInForce & { document: Extract<ReadablePolicy, { state: 'read' }> };
  statements: Exclude<AnalysedDocument, null>;
}

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
