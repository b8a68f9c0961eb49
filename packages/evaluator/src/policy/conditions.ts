import type { ConditionTest } from '@iam-dossier/core/policy-document';

/**
 * Keys that say who asks, from where and when. A condition on these alone does not narrow what can be changed; every other
 * key may (tags, ARNs of policies and roles, values of the request).
 */
const CIRCUMSTANCE =
  /^(aws:(multifactorauth(present|age)|sourceip|sourcevpc|sourcevpce|vpcsourceip|currenttime|epochtime|tokenissuetime|securetransport|requestedregion|useragent|userid|username|referer|viaawsservice|calledvia(first|last)?|source(account|arn|orgid|orgpaths|identity)|federatedprovider|principal(account|arn|orgid|orgpaths|type|isawsservice|servicename|servicenameslist|tag\/.*)|ec2instancesource.*|chatbotsourcearn|signinsessionarn)|saml:.*|sts:.*)$/;

/** `none`: always. `circumstance`: depends on who asks, from where, when. `narrowing`: may limit what is touched. */
export type ConditionKind = 'none' | 'circumstance' | 'narrowing';

export function conditionKind(conditions: readonly ConditionTest[]): ConditionKind {
  if (conditions.length === 0) return 'none';
  return conditions.every((test) => CIRCUMSTANCE.test(test.key.toLowerCase())) ? 'circumstance' : 'narrowing';
}

/** Whether an Allow with these conditions holds only with MFA: the key is absent without it, and absence must not satisfy. */
export function allowRequiresMfa(conditions: readonly ConditionTest[]): boolean {
  return conditions.some(({ operator, key, values }) => {
    const name = operator.toLowerCase();
    if (isKey(key, 'aws:multifactorauthpresent')) return name === 'bool' && values.length > 0 && values.every(isTrue);
    if (!isKey(key, 'aws:multifactorauthage')) return false;
    return /^numeric(lessthan|lessthanequals|greaterthan|greaterthanequals|equals)$/.test(name) || (name === 'null' && values.every(isFalse));
  });
}

/** Whether a Deny with these conditions stops every request without MFA, those by access keys included: `Bool` alone misses them. */
export function denyRequiresMfa(conditions: readonly ConditionTest[]): boolean {
  const [only, ...others] = conditions;
  if (!only || others.length > 0) return false;
  const name = only.operator.toLowerCase();
  if (isKey(only.key, 'aws:multifactorauthpresent')) return name === 'boolifexists' && only.values.some(isFalse);
  return isKey(only.key, 'aws:multifactorauthage') && name === 'null' && only.values.some(isTrue);
}

/** Whether an Allow holds only with a shared secret that a third party must send. */
export function requiresExternalId(conditions: readonly ConditionTest[]): boolean {
  return conditions.some(
    ({ operator, key, values }) =>
      isKey(key, 'sts:externalid') &&
      /^string(equals|equalsignorecase|like)$/i.test(operator) &&
      values.length > 0 &&
      values.every((value) => !/^[*?]*$/.test(value)),
  );
}

/** Whether a test on one of the keys leaves out somebody: a positive operator, and no value that fits all. */
export function limits(conditions: readonly ConditionTest[], isWanted: (key: string) => boolean): boolean {
  return conditions.some(({ operator, key, values }) => {
    const positive = /^(foranyvalue:)?(string(equals|equalsignorecase|like)|arn(equals|like))$/i.test(operator);
    return positive && isWanted(key.toLowerCase()) && values.length > 0 && values.every((value) => !/^[*?:/]*$/.test(value));
  });
}

function isKey(key: string, wanted: string): boolean {
  return key.toLowerCase() === wanted;
}

function isTrue(value: string): boolean {
  return value.toLowerCase() === 'true';
}

function isFalse(value: string): boolean {
  return value.toLowerCase() === 'false';
}
