import type { BuiltIn, Decision, LayerName, Mismatch, SourcedStatement } from '@iam-dossier/evaluator';

export const layerWords: Readonly<Record<LayerName, string>> = {
  serviceControlPolicies: 'service control policies',
  resourceControlPolicies: 'resource control policies',
  resourcePolicy: 'resource policy',
  identityPolicies: 'identity policies',
  permissionsBoundary: 'permissions boundary',
  sessionPolicies: 'session policies',
};

/** How a layer can be made known. */
export const layerHints: Readonly<Record<LayerName, string>> = {
  serviceControlPolicies: 'give them with --scp <file>, or say --none scp',
  resourceControlPolicies: 'give them with --rcp <file>, or say --none rcp',
  resourcePolicy: 'give it with --resource-policy <file>, or say --none resource',
  identityPolicies: 'import a snapshot that holds all policies of the principal',
  permissionsBoundary: 'import a snapshot that holds the boundary',
  sessionPolicies: 'give them with --session-policy <file>, or say --none session',
};

export const decisionWords: Readonly<Record<Decision, string>> = {
  allowed: 'ALLOWED',
  explicitDeny: 'DENIED by an explicit deny',
  implicitDeny: 'DENIED: nothing allows it',
  indeterminate: 'INDETERMINATE',
};

export const builtInWords: Readonly<Record<BuiltIn, string>> = {
  'caller-identity-needs-no-permission': 'sts:GetCallerIdentity needs no permission, and cannot be denied.',
  'federated-user-needs-session-policy': 'A federated user without a session policy may do nothing by identity policies.',
  'key-policy-must-allow': 'A KMS key policy must itself allow; identity policies alone do not.',
  'management-account-is-not-bound': 'Control policies do not bind the management account.',
  'root-user-assumes-no-role': 'The root user cannot assume roles.',
  'root-user-needs-no-policy': 'The root user may do everything in its account that no control policy or resource policy takes away.',
  'service-linked-role-is-not-bound': 'Control policies do not bind service-linked roles.',
  'trust-policy-must-allow': 'A role’s trust policy must itself allow; identity policies alone do not.',
};

const MOST_PATTERNS = 4;

/** Why a statement does not match, in one clause. */
export function mismatchText(mismatch: Mismatch): string {
  const may = mismatch.match === 'unknown';
  if (mismatch.element === 'condition') return conditionText(mismatch);
  const [named, what] = mismatch.element === 'principal' ? [mismatch.principals, 'principal'] : [mismatch.patterns, mismatch.element];
  const element = `${mismatch.negated ? 'Not' : ''}${what[0]?.toUpperCase() ?? ''}${what.slice(1)} ${some(named)}`;
  if (may) return `${element} may or may not take it in`;
  return mismatch.negated ? `${element} leaves the ${what} out` : `the ${what} is not in ${element}`;
}

function conditionText({ operator, key, values, actual, match, unknownOperator }: Extract<Mismatch, { element: 'condition' }>): string {
  const wanted = `${operator} ${key} ${some(values)}`;
  if (unknownOperator) return `${wanted}: the operator is not known`;
  if (actual === undefined) return `${wanted}: the key is not known`;
  if (actual === null) return `${wanted}: the request has no such key`;
  return `${wanted}: the request has ${JSON.stringify(actual)}${match === 'unknown' ? ', and a variable is not known' : ''}`;
}

function some(list: readonly string[]): string {
  const shown = list.slice(0, MOST_PATTERNS).map((text) => JSON.stringify(text));
  const rest = list.length - shown.length;
  return list.length === 1 ? (shown[0] ?? '') : `[${shown.join(', ')}${rest > 0 ? `, +${rest}` : ''}]`;
}

/** Policy, the way it comes, and the place in it. */
export function placeText({ layer, level, levelName, document, name, sid, path, source }: SourcedStatement): string {
  const policy = source?.policyName ?? name ?? `document ${document + 1}`;
  const groups = source && source.groups.length > 0 ? ` by group ${source.groups.join(', ')}` : '';
  const at = level === undefined ? '' : ` of level ${levelName ?? level + 1}`;
  return `${policy}${groups} (${layerWords[layer]}${at}) ${path}${sid === null ? '' : `, Sid ${sid}`}`;
}
