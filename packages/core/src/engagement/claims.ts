import { z } from 'zod';
import { accountIdSchema } from '../snapshot/account.ts';
import { declaredStatementSchema } from '../text/statement.ts';
import { nearestWord } from '../text/nearest.ts';
import { criterionIds, federationKinds } from './words.ts';

/** A user or role: its ARN, or its name alone. `*` stands for any run of characters. */
const principalRef = z
  .string()
  .regex(
    /^(arn:(aws[a-z-]*|\*):iam::(\d{12}|\*):(\*|(user|role)\/[\w+=,.@*/-]+)|[\w+=,.@*-]{1,64})$/,
    'must be the ARN of a user or role, or its name; * stands for any characters',
  );
/** Who may come in: an AWS account, an ARN, a service, or a provider such as accounts.google.com. */
const trusted = z
  .string()
  .regex(
    /^(\d{12}|arn:(aws[a-z-]*|\*):(iam|sts)::(\d{12}|\*):[\w+=,.@*/:-]+|[a-z0-9*-]+(\.[a-z0-9*-]+)+(\/[\w.-]+)*)$/,
    'must be an account id, an ARN, a service such as ec2.amazonaws.com, or a provider; * stands for any characters',
  );
const service = z.string().regex(/^[a-z0-9-]+$/, 'must be a service prefix such as ec2 or s3');

const nobodyOrMore = z.array(principalRef);
const some = z.array(principalRef).min(1, 'must name at least one');
const services = z.array(service).min(1, 'must name at least one');
/** Whom a claim speaks of: every principal of the accounts but AWS's own, or those in scope only. Default `all`. */
const among = z.enum(['all', 'inScope']).optional();

/** What each type of claim takes beside what all take. */
const argumentsOfClaims = {
  administratorsAre: { principals: nobodyOrMore, among },
  writeAccessWithin: { principals: some, services },
  accessOnlyTo: { principals: some, services },
  readOnlyPrincipalsAre: { principals: some },
  groupsAre: { groups: z.array(z.string().min(1)) },
  noUsersExist: { among },
  humanUsersAre: { principals: nobodyOrMore, among },
  noActiveAccessKeys: { principals: some.optional(), among },
  noLongTermCredentials: { principals: some.optional(), among },
  everyConsoleUserHasMfa: { among },
  assumableOnlyBy: { roles: some, by: z.array(trusted).min(1, 'must name at least one') },
  rolesRequireMfa: { roles: some },
  sessionAtMost: { hours: z.number().positive().max(12, 'must be at most 12, the longest that IAM allows'), roles: some.optional(), among },
  federationIs: { kind: z.enum(federationKinds) },
  rootHasNoKeys: {},
  rootHasMfa: {},
} as const satisfies Record<string, z.ZodRawShape>;

export type ClaimType = keyof typeof argumentsOfClaims;
export const claimTypes = Object.keys(argumentsOfClaims) as ClaimType[];

const common = {
  /** Names the claim in documents and reports; default its type and place. */
  id: z
    .string()
    .max(64)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters, digits and single hyphens')
    .optional(),
  /** The one account it speaks of; default all the customer's that were seen. */
  account: accountIdSchema.optional(),
  /** The criterion that falls with it; default the one its type belongs to. */
  criterion: z.enum(criterionIds).optional(),
  /** The author's own sentence. It stands beside the proof and is never called proven. */
  ...declaredStatementSchema.shape,
};

function schemaOf<T extends ClaimType>(claim: T) {
  return z.strictObject({ claim: z.literal(claim), ...argumentsOfClaims[claim], ...common });
}

const schemas = [
  schemaOf('administratorsAre'),
  schemaOf('writeAccessWithin'),
  schemaOf('accessOnlyTo'),
  schemaOf('readOnlyPrincipalsAre'),
  schemaOf('groupsAre'),
  schemaOf('noUsersExist'),
  schemaOf('humanUsersAre'),
  schemaOf('noActiveAccessKeys'),
  schemaOf('noLongTermCredentials'),
  schemaOf('everyConsoleUserHasMfa'),
  schemaOf('assumableOnlyBy'),
  schemaOf('rolesRequireMfa'),
  schemaOf('sessionAtMost'),
  schemaOf('federationIs'),
  schemaOf('rootHasNoKeys'),
  schemaOf('rootHasMfa'),
] as const;

/** A sentence about the accounts that the product itself can prove, contradict, or say that it cannot check. */
export const claimSchema = z.discriminatedUnion('claim', schemas, { error: unknownType });
export type Claim = z.infer<typeof claimSchema>;
export type ClaimOf<T extends ClaimType> = Extract<Claim, { claim: T }>;

function unknownType({ input }: { input?: unknown }): string {
  const given = input !== null && typeof input === 'object' ? (input as Record<string, unknown>)['claim'] : undefined;
  if (given === undefined) return 'is missing';
  const near = typeof given === 'string' ? nearestWord(given, claimTypes) : undefined;
  return near === undefined ? `must be one of ${claimTypes.join(', ')}` : `is no type of claim; ${near} is near`;
}

/** Claims of one engagement. No two bear one id. */
export const claimsSchema = z.array(claimSchema).superRefine((claims, context) => {
  const seen = new Set<string>();
  for (const [index, { id }] of claims.entries()) {
    if (id === undefined) continue;
    if (seen.has(id)) context.addIssue({ code: 'custom', path: [index, 'id'], message: 'is the id of another claim too' });
    seen.add(id);
  }
});
