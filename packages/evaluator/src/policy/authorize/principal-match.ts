import type { PrincipalElement } from '@iam-dossier/core/policy-document';
import { roleArnOf, type Principal } from './principal.ts';
import { allOf, anyOf, not, triOf, type Tri } from './tri.ts';

/** By which of its names a Principal element reaches who asks. */
export interface PrincipalMatch {
  /** The whole account: it hands the decision to the account's own policies. */
  account: Tri;
  /** Itself: a user, a session, a service, everybody. Granted whatever a boundary or session policy leaves out. */
  direct: Tri;
  /** The role of a session, or the user behind a federated one: granted within boundary and session policy. */
  limited: Tri;
}

const nobody: PrincipalMatch = { account: 'no', direct: 'no', limited: 'no' };
const direct = (match: Tri): PrincipalMatch => ({ ...nobody, direct: match });
const limited = (match: Tri): PrincipalMatch => ({ ...nobody, limited: match });

/** Whether the element reaches who asks by any name. */
export function reaches({ account, direct, limited }: PrincipalMatch): Tri {
  return anyOf([account, direct, limited]);
}

/** `bounded`: whether a permissions boundary is set on who asks. */
export function matchPrincipal(element: PrincipalElement, effect: 'Allow' | 'Deny', principal: Principal, bounded: Tri): PrincipalMatch {
  const matches = element.entries.flatMap(({ type, values }) => values.map((value) => matchValue(type, value, principal)));
  const named: PrincipalMatch = {
    account: anyOf(matches.map((match) => match.account)),
    direct: anyOf(matches.map((match) => match.direct)),
    limited: anyOf(matches.map((match) => match.limited)),
  };
  if (!element.negated) return named;
  if (effect === 'Allow') return direct(not(reaches(named)));
  return direct(anyOf([not(isEverybody(element) ? 'yes' : namedWhole(named, principal)), bounded]));
}

/**
 * A Deny with NotPrincipal spares only whom it names whole, since AWS checks the account, the role and the session one after
 * the other; and nobody who has a permissions boundary.
 */
function namedWhole({ account, direct, limited }: PrincipalMatch, { kind }: Principal): Tri {
  if (kind === 'session' || kind === 'role') return allOf([account, limited, direct]);
  return kind === 'user' || kind === 'federatedUser' ? allOf([account, direct]) : direct;
}

function isEverybody({ entries }: PrincipalElement): boolean {
  return entries.some(({ type, values }) => (type === '*' || type === 'AWS') && values.includes('*'));
}

function matchValue(type: string, value: string, principal: Principal): PrincipalMatch {
  const { kind, arn, account, canonicalUserId } = principal;
  const any = value === '*';
  if (type === '*') return direct('yes');
  if (type === 'AWS') return any ? direct('yes') : matchAws(value, principal);
  if (type === 'Service') return direct(triOf(kind === 'service' && (any || value.toLowerCase() === arn.toLowerCase())));
  if (type === 'Federated') return direct(triOf(kind === 'provider' && (any || value === arn)));
  if (type !== 'CanonicalUser' || account === null) return nobody;
  return ofAccount(canonicalUserId === undefined ? 'unknown' : triOf(value === canonicalUserId), kind);
}

/** The root user is the account itself. */
function ofAccount(match: Tri, kind: Principal['kind']): PrincipalMatch {
  return kind === 'rootUser' ? direct(match) : { ...nobody, account: match };
}

const ACCOUNT = /^(?:arn:[^:]*:iam::(\d{12}):root|(\d{12}))$/;

function matchAws(value: string, principal: Principal): PrincipalMatch {
  const { kind, arn, account, uniqueId } = principal;
  const found = ACCOUNT.exec(value);
  if (found) return ofAccount(triOf((found[1] ?? found[2]) === account), kind);
  if (kind === 'session' || kind === 'role') return matchRole(value, principal);
  if (value === arn || (kind === 'user' && value === uniqueId)) return direct('yes');
  return kind === 'federatedUser' ? limited(isIssuer(value, principal)) : nobody;
}

function matchRole(value: string, principal: Principal): PrincipalMatch {
  const { kind, arn, uniqueId, sessionName } = principal;
  if (value === uniqueId) return limited('yes');
  if (uniqueId !== undefined && value === `${uniqueId}:${sessionName ?? ''}`) return direct('yes');
  if (isRole(value, principal)) return limited('yes');
  if (kind === 'session') return direct(triOf(value === arn));
  return direct(isSomeSession(value, principal) ? 'unknown' : 'no');
}

/** Role names are unique in an account: the path, which a session's ARN lacks, adds nothing. */
function isRole(value: string, principal: Principal): boolean {
  const plain = roleArnOf(principal) ?? '';
  if (principal.roleArn !== undefined) return value === plain;
  const base = plain.slice(0, plain.indexOf(':role/') + ':role/'.length);
  return value.startsWith(base) && value.endsWith(`/${principal.name}`);
}

function isSomeSession(value: string, { account, name }: Principal): boolean {
  const [, , service, , owner, resource = ''] = value.split(':');
  return service === 'sts' && owner === account && resource.startsWith(`assumed-role/${name}/`);
}

/** Whether a federated user comes from the IAM user named. */
function isIssuer(value: string, { federatedBy, account }: Principal): Tri {
  if (federatedBy !== undefined) return triOf(value === federatedBy);
  const [, , service, , owner, resource = ''] = value.split(':');
  return service === 'iam' && owner === account && resource.startsWith('user/') ? 'unknown' : 'no';
}
