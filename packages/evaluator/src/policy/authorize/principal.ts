import type { AuthorizationRequest, PrincipalInput } from './request.ts';

/** Who asks. `role`: some session of a role, its name not known. `other`: a text that names no principal AWS knows. */
export type PrincipalKind = 'rootUser' | 'user' | 'role' | 'session' | 'federatedUser' | 'service' | 'provider' | 'anonymous' | 'other';

export interface Principal extends PrincipalInput {
  kind: PrincipalKind;
  /** `null` for services, identity providers and anonymous requests. */
  account: string | null;
  /** Name of the user or role, without path. */
  name: string;
  /** Of a session. */
  sessionName?: string;
  /** The role was made by and for a service. */
  serviceLinked: boolean;
}

const IAM_ARN = /^arn:[^:]*:(iam|sts)::(\d{12}):(root$|[a-z-]+(?=\/))\/?(.*)$/;
const WEB_ENTRY = /^sts:assumerolewith(saml|webidentity)$/i;

export function principalOf({ principal, action }: Pick<AuthorizationRequest, 'principal' | 'action'>): Principal {
  const input = typeof principal === 'string' ? { arn: principal } : principal;
  const arn = /^\d{12}$/.test(input.arn) ? `arn:aws:iam::${input.arn}:root` : input.arn;
  const [, , account = null, type, rest = ''] = IAM_ARN.exec(arn) ?? [];
  const base = { ...input, arn, account, serviceLinked: false, name: rest.slice(rest.lastIndexOf('/') + 1) };
  if (account === null) return { ...base, kind: kindWithoutAccount(arn, action) };
  if (type === 'root') return { ...base, kind: 'rootUser' };
  if (type === 'user') return { ...base, kind: 'user' };
  if (type === 'federated-user') return { ...base, kind: 'federatedUser' };
  if (type === 'role') return { ...base, kind: 'role', roleArn: arn, serviceLinked: isServiceLinked(arn, base.name) };
  if (type === 'assumed-role') return sessionOf(base, rest);
  return { ...base, kind: type === 'saml-provider' || type === 'oidc-provider' ? 'provider' : 'other', account: null };
}

function sessionOf(base: Omit<Principal, 'kind'>, rest: string): Principal {
  const [name = '', sessionName = ''] = rest.split('/');
  return { ...base, name, sessionName, kind: sessionName === '' ? 'role' : 'session', serviceLinked: isServiceLinked(base.roleArn ?? '', name) };
}

/** A session's ARN lacks the role's path, and the name alone shows what the role is. */
function isServiceLinked(roleArn: string, name: string): boolean {
  return roleArn === '' ? name.startsWith('AWSServiceRoleFor') : roleArn.includes(':role/aws-service-role/');
}

/** Hosts of identity providers look like services; what they may do tells them apart. */
function kindWithoutAccount(text: string, action: string): PrincipalKind {
  if (text === '*' || /^anonymous$/i.test(text)) return 'anonymous';
  if (WEB_ENTRY.test(action)) return 'provider';
  if (/^[a-z0-9.-]+\.(amazonaws\.com(\.cn)?|amazon\.com|aws\.internal)$/i.test(text) && text !== 'www.amazon.com') return 'service';
  return /^[a-z0-9-]+(\.[a-z0-9-]+)+(\/.*)?$/i.test(text) ? 'provider' : 'other';
}

/** ARN of the role of a session; `undefined` for other principals. */
export function roleArnOf({ kind, arn, roleArn, account, name }: Principal): string | undefined {
  if (kind !== 'session' && kind !== 'role') return undefined;
  return roleArn ?? `arn:${arn.split(':')[1] ?? 'aws'}:iam::${account ?? ''}:role/${name}`;
}
