import { accountSubject } from './account-subject.ts';
import { gapsOf, hasPart, known, unknown, type Known } from './known.ts';
import type { AccountContext } from './context.ts';
import type { AccountRole } from '@iam-dossier/core/engagement';
import type { PasswordPolicy } from '@iam-dossier/core/snapshot';
import { usersFact } from './users.ts';

export interface AccountSummaryFact {
  subject: number;
  counts: Readonly<Record<string, number>>;
}

export interface PasswordPolicyFact {
  subject: number;
  policy: PasswordPolicy;
}

export function accountSummaryFact(context: AccountContext): Known<AccountSummaryFact> {
  const { snapshot } = context;
  if (!hasPart(snapshot, 'accountSummary')) return unknown(gapsOf(snapshot, 'accountSummary'));
  return known({ subject: accountSubject(context), counts: snapshot.accountSummary ?? {} });
}

export function passwordPolicyFact(context: AccountContext): Known<PasswordPolicyFact> {
  const { passwordPolicy: policy } = context.snapshot;
  if (policy === undefined) return unknown(gapsOf(context.snapshot, 'passwordPolicy'));
  return known({ subject: accountSubject(context), policy });
}

/** Whether the account surely has no user with a console password. */
export function consoleUsersFact(context: AccountContext): Known<{ certainlyNone: boolean }> {
  const users = usersFact(context);
  const certainlyNone = users.known && users.gaps.length === 0 && users.value.every((user) => user.console.access === 'disabled');
  return known({ certainlyNone });
}

export interface AccountFact {
  subject: number;
  /** What the engagement says the account is for. */
  role?: AccountRole;
  /** The engagement names another account as the one by which the customer's people come in. */
  identityElsewhere: boolean;
  /** Every role of the account was seen. */
  rolesWhole: boolean;
}

/** The account itself, for rules that say something of it as a whole. */
export function accountFact(context: AccountContext): Known<AccountFact> {
  const { snapshot, engagement } = context;
  const role = engagement?.accounts.find((account) => account.id === snapshot.account.id)?.role;
  const identityElsewhere = engagement?.accounts.some((account) => account.role === 'identity' && account.id !== snapshot.account.id) ?? false;
  const rolesWhole = snapshot.parts.roleDetails.status === 'complete' || snapshot.parts.roles.status === 'complete';
  return known({ subject: accountSubject(context), ...(role === undefined ? {} : { role }), identityElsewhere, rolesWhole });
}
