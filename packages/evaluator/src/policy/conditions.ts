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

const PRINCIPAL = /^aws:(principal(arn|account|orgid|orgpaths|type|tag\/.*)|userid|username)$/;

/** Whether conditions speak of what a principal is, which it cannot choose: a Deny with them may hold whatever it does. */
export function speaksOfPrincipal(conditions: readonly ConditionTest[]): boolean {
  return conditions.length > 0 && conditions.every(({ key }) => PRINCIPAL.test(key.toLowerCase()));
}

const MFA_PRESENT = 'aws:multifactorauthpresent';
const MFA_AGE = 'aws:multifactorauthage';
const EXTERNAL_ID = 'sts:externalid';

/** Whether a condition is on MFA, whatever it asks of it. */
export function speaksOfMfa(conditions: readonly ConditionTest[]): boolean {
  return conditions.some(({ key }) => isKey(key, MFA_PRESENT) || isKey(key, MFA_AGE));
}

/** Whether an Allow with these conditions holds only with MFA: the key is absent without it, and absence must not satisfy. */
export function allowRequiresMfa(conditions: readonly ConditionTest[]): boolean {
  return conditions.some(({ operator, key, values }) => {
    const name = operator.toLowerCase();
    if (isKey(key, MFA_PRESENT)) return name === 'bool' && values.length > 0 && values.every(isTrue);
    if (!isKey(key, MFA_AGE)) return false;
    return /^numeric(lessthan|lessthanequals|greaterthan|greaterthanequals|equals)$/.test(name) || (name === 'null' && values.every(isFalse));
  });
}

/** Whether a Deny with these conditions stops every request without MFA, those by access keys included: `Bool` alone misses them. */
export function denyRequiresMfa(conditions: readonly ConditionTest[]): boolean {
  const [only, ...others] = conditions;
  if (!only || others.length > 0) return false;
  const name = only.operator.toLowerCase();
  if (isKey(only.key, MFA_PRESENT)) return name === 'boolifexists' && only.values.some(isFalse);
  if (!isKey(only.key, MFA_AGE)) return false;
  return (name === 'null' && only.values.some(isTrue)) || /^numericgreaterthan(equals)?ifexists$/.test(name);
}

/**
 * Whether conditions speak of MFA and leave access keys out, which send no such key: a Deny that tests `Bool`, or the age
 * without `IfExists`, does not match them; an Allow that tests with `IfExists` does.
 */
export function missesAccessKeys(effect: 'Allow' | 'Deny', conditions: readonly ConditionTest[]): boolean {
  return conditions.some(({ operator, key, values }) => {
    const name = operator.toLowerCase();
    const present = isKey(key, MFA_PRESENT);
    if (!present && !isKey(key, MFA_AGE)) return false;
    if (effect === 'Allow') return present ? name === 'boolifexists' && values.every(isTrue) : /^numericless.*ifexists$/.test(name);
    return present ? name === 'bool' && values.some(isFalse) : /^numericgreaterthan(equals)?$/.test(name);
  });
}

/** Whether an Allow holds only with a shared secret that a third party must send. */
export function requiresExternalId(conditions: readonly ConditionTest[]): boolean {
  return conditions.some(
    ({ operator, key, values }) =>
      isKey(key, EXTERNAL_ID) && /^string(equals|equalsignorecase|like)$/i.test(operator) && values.length > 0 && values.every(says),
  );
}

/** Whether a Deny stops everybody who does not send it. */
export function denyRequiresExternalId(conditions: readonly ConditionTest[]): boolean {
  const [only, ...others] = conditions;
  if (!only || others.length > 0 || !isKey(only.key, EXTERNAL_ID)) return false;
  return isNegative(only.operator) && only.values.length > 0 && only.values.every(says);
}

/** Whether a test on one of the keys leaves out somebody: a positive operator, and no value that fits all. */
export function limits(conditions: readonly ConditionTest[], isWanted: (key: string) => boolean): boolean {
  return conditions.some(
    (test) => isPositive(test.operator) && isWanted(test.key.toLowerCase()) && test.values.length > 0 && test.values.every(says),
  );
}

const ONE_ADDRESS = /^ipaddress$/i;
const WHOLE_NET = /^(0\.0\.0\.0|::)\/0$/;
/** Keys that say whose the caller is, or from where it comes. MFA, transport and time are everybody's. */
const WHO =
  /^(aws:(principal(account|arn|orgid|orgpaths|tag\/.+)|userid|username|source(account|arn|orgid|orgpaths|vpc|vpce|identity))|sts:(externalid|sourceidentity|rolesessionname)|saml:.+)$/;

/** Whether conditions on a trust in everybody leave only some of them. */
export function limitsCallers(conditions: readonly ConditionTest[]): boolean {
  const network = conditions.some(
    ({ operator, key, values }) =>
      ONE_ADDRESS.test(operator) && /^aws:(vpc)?sourceip$/i.test(key) && values.length > 0 && !values.some((value) => WHOLE_NET.test(value)),
  );
  return network || limits(conditions, (key) => WHO.test(key));
}

const ONE_ACCOUNT = /^(\d{12}|\$\{[^{}]+\})$/;

/** Whether conditions tie a service to the account or resource it acts for. */
export function limitsSource(conditions: readonly ConditionTest[]): boolean {
  const tying = conditions.filter(({ key, values }) => !SOURCE_OF_ONE.test(key) || values.every(namesAccount));
  return limits(tying, (key) => /^aws:source(account|arn|orgid|orgpaths)$/.test(key) || key === EXTERNAL_ID || key.startsWith('aws:requesttag/'));
}

const SOURCE_OF_ONE = /^aws:source(account|arn)$/i;

/** An account, or an ARN that says of which account it is; one of S3 has none, and then names the bucket. */
function namesAccount(value: string): boolean {
  const [first, , , , account, ...resource] = value.split(':');
  if (first !== 'arn') return ONE_ACCOUNT.test(value);
  return account === '' ? !/[*?]/.test(resource.join(':').split('/')[0] ?? '') : ONE_ACCOUNT.test(account ?? '');
}

const INDIVIDUAL = /^(aws:principalarn|aws:principaltag\/.+|aws:userid|aws:username|sts:rolesessionname|sts:sourceidentity)$/;
/** An ARN pattern that takes in every user, or every role, of an account. */
const WHOLE_ACCOUNT = /^(arn:[^:]*:(iam|sts):[^:]*:[^:]*:)?(\*|root|(user|role|assumed-role)\/[*/?]*)$/;

/** Keys by which an Allow tells one caller from another, as written: with them an access is an individual's. */
export function individualKeys(conditions: readonly ConditionTest[]): string[] {
  return conditions.filter((test) => (isPositive(test.operator) || isPresence(test, 'false')) && tellsApart(test)).map(({ key }) => key);
}

/** Keys by which a Deny stops everybody but those told apart. */
export function denyIndividualKeys(conditions: readonly ConditionTest[]): string[] {
  const [only, ...others] = conditions;
  if (!only || others.length > 0) return [];
  return (isNegative(only.operator) || isPresence(only, 'true')) && tellsApart(only) ? [only.key] : [];
}

function tellsApart({ operator, key, values }: ConditionTest): boolean {
  const name = key.toLowerCase();
  if (!INDIVIDUAL.test(name) || values.length === 0) return false;
  // A source identity stays with a session through every role: that one must be set is enough.
  if (name === 'sts:sourceidentity') return true;
  if (/^null$/i.test(operator)) return false;
  if (name === 'sts:rolesessionname' && values.length === 1 && !/[*?$]/.test(values[0] ?? '')) return false;
  return values.every((value) => says(value) && !(name === 'aws:principalarn' && WHOLE_ACCOUNT.test(value)));
}

function isPresence({ operator, values }: ConditionTest, wanted: 'true' | 'false'): boolean {
  return /^null$/i.test(operator) && values.length > 0 && values.every((value) => value.toLowerCase() === wanted);
}

function isPositive(operator: string): boolean {
  return /^(foranyvalue:)?(string(equals|equalsignorecase|like)|arn(equals|like))$/i.test(operator);
}

/** Matches an absent key too: whoever does not send it is denied. */
function isNegative(operator: string): boolean {
  return /^(string(notequals|notequalsignorecase|notlike)|arn(notequals|notlike))(ifexists)?$/i.test(operator);
}

/** A value that does not fit everything. */
function says(value: string): boolean {
  return !/^[*?:/]*$/.test(value);
}

function isKey(key: string, wanted: string): boolean {
  return key.length === wanted.length && key.toLowerCase() === wanted;
}

function isTrue(value: string): boolean {
  return value.toLowerCase() === 'true';
}

function isFalse(value: string): boolean {
  return value.toLowerCase() === 'false';
}
