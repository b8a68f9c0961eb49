import { accountFact, accountSummaryFact, consoleUsersFact, passwordPolicyFact } from './account.ts';
import { attachmentsFact } from './attachments.ts';
import { alternateContactsFact, contactInformationFact } from './contacts.ts';
import type { AccountContext } from './context.ts';
import { credentialUseFact } from './credential-use.ts';
import { samlProvidersFact, serverCertificatesFact } from './expiries.ts';
import { escalationsFact } from './escalations.ts';
import { federationFact } from './federation.ts';
import { groupsFact } from './groups.ts';
import { serviceSpecificCredentialsFact, signingCertificatesFact, sshKeysFact } from './held-credentials.ts';
import { identitiesFact } from './identities.ts';
import { inlinePoliciesFact } from './inline-policies.ts';
import { known, type Known } from './known.ts';
import { listCompletenessFact } from './list-completeness.ts';
import { organizationFact } from './organization.ts';
import { managedPoliciesFact } from './managed-policies.ts';
import { policyAccessFact } from './policy-access.ts';
import { principalsFact } from './principals.ts';
import { rolesFact } from './roles.ts';
import { rootMfaDevicesFact } from './root-mfa-devices.ts';
import { rootUseFact } from './root-use.ts';
import { rootUserFact } from './root-user.ts';
import { serviceUseFact } from './service-use.ts';
import { supportAccessFact } from './support-access.ts';
import { trustFact } from './trust.ts';
import { usersFact } from './users.ts';

/** Every fact a rule can ask for, by name. A new one is added here. */
const factTable = {
  accountSummary: accountSummaryFact,
  passwordPolicy: passwordPolicyFact,
  consoleUsers: consoleUsersFact,
  rootUser: rootUserFact,
  rootMfaDevices: rootMfaDevicesFact,
  rootUse: rootUseFact,
  alternateContacts: alternateContactsFact,
  contactInformation: contactInformationFact,
  organization: organizationFact,
  serverCertificates: serverCertificatesFact,
  samlProviders: samlProvidersFact,
  supportAccess: supportAccessFact,
  listCompleteness: listCompletenessFact,
  users: usersFact,
  account: accountFact,
  times: (context: AccountContext) => known({ asOf: context.asOf }),
  credentialUse: credentialUseFact,
  principals: principalsFact,
  escalations: escalationsFact,
  policyAccess: policyAccessFact,
  trust: trustFact,
  roles: rolesFact,
  groups: groupsFact,
  serviceSpecificCredentials: serviceSpecificCredentialsFact,
  sshKeys: sshKeysFact,
  signingCertificates: signingCertificatesFact,
  inlinePolicies: inlinePoliciesFact,
  attachments: attachmentsFact,
  managedPolicies: managedPoliciesFact,
  serviceUse: serviceUseFact,
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
