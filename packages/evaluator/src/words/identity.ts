/** Signs from which the kind of an identity is presumed. */
export const identityWords = {
  'sign-console': 'it has a console password',
  'sign-keys-only': 'it has access keys and no console password',
  'sign-identityCenter': 'its trust policy admits people of IAM Identity Center',
  'sign-accountAccessManager': 'its trust policy admits people by AWS account access manager',
  'sign-saml': 'its trust policy admits people of a SAML provider',
  'sign-mfa': 'its trust policy asks for MFA, which no machine has',
  'sign-service': 'its trust policy admits an AWS service',
  'sign-ciOpenIdConnect': 'its trust policy admits pipelines by OpenID Connect',
  'sign-podIdentity': 'its trust policy admits pods of a cluster',
  'sign-rolesAnywhere': 'its trust policy admits servers by IAM Roles Anywhere',
  'sign-cognito': 'its trust policy admits users of an application by Amazon Cognito',
} as const;
