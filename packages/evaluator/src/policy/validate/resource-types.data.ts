/** First parts of resource names, from the Service Authorization Reference. */
export const resourceTypes = {
  iam: [
    'access-report', 'assumed-role', 'delegation-request', 'federated-user', 'group', 'instance-profile', 'mfa', 'oidc-provider', 'policy',
    'report', 'role', 'role-template', 'saml-provider', 'server-certificate', 'sms-mfa', 'u2f', 'user',
  ],
  s3WithRegion: ['access-grants', 'accesspoint', 'async-request', 'job', 'storage-lens', 'storage-lens-group'],
} as const;
