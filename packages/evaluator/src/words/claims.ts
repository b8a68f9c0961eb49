import { grouped } from './format.ts';
import { partWords } from './parts.ts';

/** What is said of any claim that cannot be checked. */
export const claimEngineWords = {
  'no-account': 'There is no snapshot of the account that it speaks of ({account}).',
  'facts-missing': 'Not in the data of account {account}: {parts#part}.',
  'facts-denied': 'AWS refused to answer when account {account} was read: {parts#part}.',
  'list-partial': 'Not all of account {account} was seen. Not whole: {parts#part}.',
  'claim-threw': 'It met data it could not handle ({error}).',
  ...grouped('part', partWords),
} as const;

/** Words that the sentences of claims share: whom they speak of. */
export const claimWords: Readonly<Record<string, string>> = {
  ...grouped('principals', { all: 'users and roles', inScope: 'users and roles in scope' }),
  ...grouped('users', { all: 'IAM users', inScope: 'IAM users in scope' }),
  ...grouped('roles', { all: 'roles', inScope: 'roles in scope' }),
  ...grouped('way', {
    identityCenter: 'IAM Identity Center',
    accountAccessManager: 'AWS account access manager',
    saml: 'SAML',
    openIdConnect: 'OpenID Connect',
    managedActiveDirectory: 'AWS Managed Microsoft AD',
    none: 'none',
  }),
  ...grouped('credential', {
    password: 'a console password',
    accessKey: 'an active access key',
    serviceSpecific: 'a service-specific credential',
    sshKeys: 'an SSH key',
    signingCertificates: 'a signing certificate',
  }),
};
