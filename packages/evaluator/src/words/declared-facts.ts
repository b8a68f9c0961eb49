import type { DeclaredFact } from '@iam-dossier/core/engagement';

/** What no API tells, by its key in `declaredFacts`. */
export const declaredFactNames: Record<DeclaredFact['key'], string> = {
  identityProviderMfa: 'MFA at the external identity provider',
  identityProviderSessionHours: 'the longest session at the external identity provider',
  stsRegionalEndpoints: 'regional STS endpoints',
  onePerson: 'one person behind a user',
  securityQuestions: 'the root user’s security questions',
  other: 'another fact',
};
