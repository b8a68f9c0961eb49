import type { Role, Snapshot, User } from '@iam-dossier/core/snapshot';
import type { PrincipalInput } from '../policy/authorize/index.ts';

/** Whom a question is about, and what the snapshot holds of it. */
export interface AccessPrincipal {
  /** As the engine takes it. */
  input: PrincipalInput;
  user?: { user: User; index: number };
  role?: { role: Role; index: number };
}

/** `ambiguous`: a user and a role bear the name. `absent`: a name, and nobody bears it. */
export type FoundPrincipal = { state: 'found'; principal: AccessPrincipal } | { state: 'ambiguous' | 'absent'; names: readonly string[] };

/** ARNs, services, well-known identity providers, everybody. */
const ELSEWHERE =
  /^(arn:.*|\*|anonymous|[a-z0-9.-]+\.(amazonaws\.com|amazonaws\.com\.cn|google\.com|facebook\.com|amazon\.com|githubusercontent\.com))$/i;
const SESSION = /^arn:[^:]*:sts::(\d{12}):assumed-role\/([^/]+)\/.+$/;

/**
 * Finds a user or role by ARN or name, and the role of a session by the session's ARN. `root` is the account's root user.
 * Any other ARN, a service, an identity provider and `*` are principals the snapshot holds nothing of.
 */
export function findPrincipal(snapshot: Snapshot, text: string): FoundPrincipal {
  const users = snapshot.users.map((user, index) => ({ user, index }));
  const roles = snapshot.roles.map((role, index) => ({ role, index }));
  const role = roles.find((entry) => entry.role.arn === text) ?? roles.find((entry) => isSessionOf(text, entry.role, snapshot));
  const user = users.find((entry) => entry.user.arn === text);
  if (role) return found(ofRole(role, text));
  if (user) return found(ofUser(user));
  if (text === 'root') return found({ input: { arn: `arn:${snapshot.account.partition}:iam::${snapshot.account.id}:root` } });
  const named = [
    ...users.filter((entry) => entry.user.userName === text).map(ofUser),
    ...roles.filter((entry) => entry.role.roleName === text).map((entry) => ofRole(entry, entry.role.arn)),
  ];
  const [only, ...more] = named;
  if (only && more.length === 0) return found(only);
  if (only) return { state: 'ambiguous', names: named.map(({ input }) => input.arn) };
  if (ELSEWHERE.test(text)) return found({ input: { arn: text } });
  return { state: 'absent', names: [...snapshot.users.map(({ userName }) => userName), ...snapshot.roles.map(({ roleName }) => roleName)] };
}

function found(principal: AccessPrincipal): FoundPrincipal {
  return { state: 'found', principal };
}

function isSessionOf(text: string, { roleName }: Role, { account }: Snapshot): boolean {
  const [, owner, name] = SESSION.exec(text) ?? [];
  return owner === account.id && name === roleName;
}

/** A user's tags are all that `aws:PrincipalTag` can hold; a session may bring tags of its own. */
function ofUser(entry: { user: User; index: number }): AccessPrincipal {
  const { arn, userId, tags } = entry.user;
  const known = tags && Object.fromEntries(tags.map(({ key, value }) => [key, value]));
  return { input: { arn, ...(userId === undefined ? {} : { uniqueId: userId }), ...(known ? { tags: known } : {}) }, user: entry };
}

function ofRole(entry: { role: Role; index: number }, arn: string): AccessPrincipal {
  const { roleId, arn: roleArn } = entry.role;
  return { input: { arn, roleArn, ...(roleId === undefined ? {} : { uniqueId: roleId }) }, role: entry };
}
