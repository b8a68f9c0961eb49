/** Signs from which the kind of an identity is presumed. */
export const identityWords = {
  'sign-console': 'it has a console password',
  'sign-keys-only': 'it has access keys and no console password',
  'sign-identityCenter': 'its trust policy admits people of IAM Identity Center',
  'sign-accountAccessManager': 'its trust policy admits people by AWS account access manager',
  'sign-saml': 'its trust policy admits people of a SAML provider',
  'sign-machines': 'its trust policy admits machines only',
} as const;
