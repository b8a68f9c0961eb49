import { DossierError } from '../errors/index.ts';
import type { Outcome } from './engine/task.ts';

/** Who asks, and of which account; without an account where the back end does not say. */
export interface Identity {
  account: string | null;
  arn: string;
}

/** @throws DossierError `collect-refused`, `collect-unreachable`, `collect-other-account` */
export function identityOf(outcome: Outcome | undefined, expected: string | undefined): Identity {
  const { answer, failure } = outcome ?? {};
  if (failure?.kind === 'expired' || failure?.kind === 'credentials')
    throw new DossierError('collect-refused', `AWS refused the credentials: GetCallerIdentity answered ${failure.code}`);
  if (failure?.kind === 'unreachable') throw new DossierError('collect-unreachable', `AWS could not be reached: ${failure.code}`);
  const { Account: account, Arn: arn } = answer ?? {};
  const identity = {
    account: typeof account === 'string' && /^\d{12}$/.test(account) ? account : null,
    arn: typeof arn === 'string' ? arn : 'unknown',
  };
  if (expected !== undefined && identity.account !== expected) {
    const found =
      identity.account === null
        ? `it cannot be told which account this is (${failure?.code ?? 'no answer'})`
        : `these are credentials of account ${identity.account}`;
    throw new DossierError('collect-other-account', `${found}, and ${expected} is expected`);
  }
  return identity;
}
