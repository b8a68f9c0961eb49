import { z } from 'zod';
import { accountIdSchema } from '../snapshot/account.ts';
import { textSchema } from '../text/text.ts';
import { dateSchema } from '../time/schema.ts';

/** The person who stands for it, since when, and until when: shown with it, and told when it is over. */
const word = { author: z.string().min(1), date: dateSchema, expires: dateSchema.optional(), account: accountIdSchema.optional() };
const userArn = z
  .string()
  .regex(/^arn:(aws[a-z-]*|\*):iam::(\d{12}|\*):user\/[\w+=,.@*/-]+$/, 'must be the ARN of a user; * stands for any characters');

/**
 * What no AWS API tells, in a person's word. `identityProviderMfa`: MFA at the external identity provider.
 * `identityProviderSessionHours`: its longest session. `stsRegionalEndpoints`: which Regions' STS endpoints are active.
 * `onePerson`: one person alone holds the user. `securityQuestions`: the root user's are set.
 */
export const declaredFactSchema = z.discriminatedUnion('key', [
  z.strictObject({ key: z.literal('identityProviderMfa'), value: z.boolean(), ...word }),
  z.strictObject({ key: z.literal('identityProviderSessionHours'), value: z.number().positive().max(720), ...word }),
  z.strictObject({ key: z.literal('stsRegionalEndpoints'), value: textSchema, ...word }),
  z.strictObject({ key: z.literal('onePerson'), value: z.boolean(), principal: userArn, ...word }),
  z.strictObject({ key: z.literal('securityQuestions'), value: z.boolean(), ...word }),
  z.strictObject({ key: z.literal('other'), topic: textSchema, value: textSchema, ...word }),
]);
export type DeclaredFact = z.infer<typeof declaredFactSchema>;
export const declaredFactKeys = [
  'identityProviderMfa',
  'identityProviderSessionHours',
  'stsRegionalEndpoints',
  'onePerson',
  'securityQuestions',
  'other',
] as const satisfies DeclaredFact['key'][];
