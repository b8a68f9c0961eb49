import { z } from 'zod';
import { accountIdSchema, partitionSchema } from '../snapshot/account.ts';
import { accountRoles } from './words.ts';

const name = z.string().min(1);

/** How the account is read: a role in it that your people may take on, or a profile of the AWS CLI. What is absent is as on the command line. */
const collect = z
  .strictObject({
    roleArn: z
      .string()
      .regex(/^arn:aws[a-z0-9-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/, 'must be the ARN of a role')
      .optional(),
    externalId: z
      .string()
      .regex(/^[\w+=,.@:/-]{2,1224}$/, 'must be 2 to 1224 letters, digits and +=,.@:/-')
      .optional(),
    region: z
      .string()
      .regex(/^[a-z]{2,}(-[a-z0-9]+)+$/, 'must be a region such as us-east-1')
      .optional(),
    profile: name.optional(),
  })
  .refine(({ roleArn, externalId }) => externalId === undefined || roleArn !== undefined, {
    path: ['externalId'],
    message: 'goes with a roleArn: it is told when the role is taken on',
  });

/** One of the accounts of a customer example. */
export const engagementAccountSchema = z
  .strictObject({
    id: accountIdSchema,
    name: name.optional(),
    partition: partitionSchema.optional(),
    role: z.enum(accountRoles),
    collect: collect.optional(),
  })
  .refine(({ id, collect: how }) => how?.roleArn === undefined || how.roleArn.split(':')[4] === id, {
    path: ['collect', 'roleArn'],
    message: 'must be a role of this account',
  });

export type EngagementAccount = z.infer<typeof engagementAccountSchema>;
