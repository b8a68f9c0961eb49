import type { AccessExplanation } from '@iam-dossier/evaluator';

/** An explanation for machines: the answer, and where its statements stand. */
export function explanationJson({ answer, withinSnapshot, ...explanation }: AccessExplanation): Record<string, unknown> {
  const { decision, missingLayers, missingKeys, silent, layers, unreadable, builtIn, crossAccount } = answer;
  const { principal, action, resource, resourceLeftOut, deciding, nearMisses, unresolved } = explanation;
  return {
    principal,
    action,
    resource,
    resourceLeftOut,
    decision,
    withinSnapshot: withinSnapshot.decision,
    missingLayers,
    missingKeys,
    deciding,
    silent,
    nearMisses,
    unresolved,
    unreadable,
    layers,
    builtIn,
    crossAccount,
  };
}
