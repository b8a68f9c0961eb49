import { z } from 'zod';
import { timeSchema } from '../time/schema.ts';

const extra = z.record(z.string(), z.unknown()).optional();
const time = timeSchema.optional();
const text = z.string().optional();

/** AWS partitions; another text is kept as it stands in the ARNs. */
export const accountIdSchema = z.string().regex(/^\d{12}$/, 'must be an AWS account id of 12 digits');
export const partitionSchema = z.string().regex(/^aws(-[a-z0-9-]+)?$/, 'must be an AWS partition such as aws, aws-cn or aws-us-gov');

/**
 * `default` only when AWS answered NoSuchEntity: then AWS's default policy is in force, which the API cannot express.
 * Numbers are characters, days and passwords remembered, as IAM names them.
 */
export const passwordPolicySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('default') }),
  z.strictObject({
    kind: z.literal('custom'),
    minimumPasswordLength: z.int().optional(),
    requireSymbols: z.boolean().optional(),
    requireNumbers: z.boolean().optional(),
    requireUppercaseCharacters: z.boolean().optional(),
    requireLowercaseCharacters: z.boolean().optional(),
    allowUsersToChangePassword: z.boolean().optional(),
    expirePasswords: z.boolean().optional(),
    maxPasswordAge: z.int().optional(),
    passwordReusePrevention: z.int().optional(),
    hardExpiry: z.boolean().optional(),
    extra,
  }),
]);

export const callerIdentitySchema = z.strictObject({ account: accountIdSchema, arn: z.string(), userId: text });
export const samlProviderSchema = z.strictObject({ arn: z.string(), validUntil: time, createDate: time, extra });
export const openIdConnectProviderSchema = z.strictObject({
  arn: z.string(),
  url: text,
  clientIdList: z.array(z.string()).optional(),
  thumbprintList: z.array(z.string()).optional(),
  createDate: time,
  extra,
});
export const organizationsFeaturesSchema = z.strictObject({ organizationId: text, enabledFeatures: z.array(z.string()), extra });

/** One answer of GetServiceLastAccessedDetails. The answer does not name the principal; `arn` is there when the source does. */
export const serviceLastAccessedSchema = z.strictObject({
  arn: text,
  jobType: text,
  jobCreationDate: time,
  jobCompletionDate: time,
  servicesLastAccessed: z.array(
    z.strictObject({
      serviceName: text,
      serviceNamespace: z.string(),
      lastAuthenticated: time,
      lastAuthenticatedEntity: text,
      lastAuthenticatedRegion: text,
      totalAuthenticatedEntities: z.int().optional(),
      extra,
    }),
  ),
  extra,
});

export type PasswordPolicy = z.infer<typeof passwordPolicySchema>;
export type SamlProvider = z.infer<typeof samlProviderSchema>;
export type OpenIdConnectProvider = z.infer<typeof openIdConnectProviderSchema>;
