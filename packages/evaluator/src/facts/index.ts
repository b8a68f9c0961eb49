import { accountFact, accountSummaryFact, consoleUsersFact, passwordPolicyFact } from './account.ts';
import type { AccountContext } from './context.ts';
import { credentialUseFact } from './credential-use.ts';
import { federationFact } from './federation.ts';
import { identitiesFact } from './identities.ts';
import { known, type Known } from './known.ts';
import { principalsFact } from './principals.ts';
import { rootUserFact } from './root-user.ts';
import { trustFact } from './trust.ts';
import { usersFact } from './users.ts';

/** Every fact a rule can ask for, by name. A new one is added here. */
const factTable = {
  accountSummary: accountSummaryFact,
  passwordPolicy: passwordPolicyFact,
  consoleUsers: consoleUsersFact,
  rootUser: rootUserFact,
  users: usersFact,
  account: accountFact,
  times: (context: AccountContext) => known({ asOf: context.asOf }),
  credentialUse: credentialUseFact,
  principals: principalsFact,
  trust: trustFact,
  federation: federationFact,
  identities: identitiesFact,
};

type FactTable = typeof factTable;
export type FactName = keyof FactTable;
type ValueOf<F> = F extends { known: true; value: infer T } ? T : never;
export type FactValues = { [N in FactName]: ValueOf<ReturnType<FactTable[N]>> };

/** The facts of one account, each made when first asked for. */
export class FactStore {
  readonly context: AccountContext;
  readonly accountSubject: number;

  constructor(context: AccountContext) {
    this.context = context;
    this.accountSubject = context.subjects.find((subject) => subject.type === 'account')?.index ?? 0;
  }

  get<N extends FactName>(name: N): Known<FactValues[N]> {
    return factTable[name](this.context) as Known<FactValues[N]>;
  }
}
