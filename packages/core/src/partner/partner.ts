import { z } from 'zod';
import { brandSchema } from '../brand/brand.ts';
import { readContract, type Contract, type Origin } from '../contract/index.ts';
import { textSchema } from '../text/text.ts';
import { dateSchema } from '../time/schema.ts';

export const PARTNER_FORMAT = 'iam-dossier.partner';
export const PARTNER_VERSION = 1;

/** What the partner puts in place of, or after, one of the SOP's proposed paragraphs. Markdown, no HTML. */
const sopParagraph = z
  .strictObject({ replace: textSchema.optional(), append: textSchema.optional() })
  .refine((value) => value.replace !== undefined || value.append !== undefined, 'must have "replace" or "append"');

export const sopSchema = z.strictObject({
  /** The partner's own document number. */
  id: z.string().min(1).optional(),
  title: textSchema.optional(),
  version: z.string().min(1),
  classification: textSchema.optional(),
  owner: z.string().min(1).optional(),
  effectiveDate: dateSchema.optional(),
  reviewDate: dateSchema.optional(),
  /** Filled when the procedure is in force. Without it the SOP is a draft. */
  adopted: z.strictObject({ approver: z.string().min(1), date: dateSchema, version: z.string().min(1) }).optional(),
  /** By paragraph id; `iam-dossier sop --paragraphs` lists the ids with the proposed words. */
  paragraphs: z.record(z.string(), sopParagraph).optional(),
  revisions: z.array(z.strictObject({ version: z.string().min(1), date: dateSchema, author: z.string().min(1), note: textSchema })).optional(),
});

/** Who the partner is. No customer stands in it. */
export const partnerSchema = z.strictObject({
  format: z.literal(PARTNER_FORMAT),
  formatVersion: z.literal(PARTNER_VERSION),
  name: z.string().min(1),
  legalName: z.string().min(1).optional(),
  /** Shown on the SOP as the way to reach the owner of the procedure; a group address is best. */
  contact: z.string().min(1).optional(),
  /** Accounts from which the partner's people reach customers. Their ids are masked in submissions. */
  accounts: z
    .array(z.strictObject({ id: z.string().regex(/^\d{12}$/, 'must be an AWS account id of 12 digits'), name: z.string().optional() }))
    .optional(),
  brand: brandSchema.optional(),
  sop: sopSchema.optional(),
});
export type Partner = z.infer<typeof partnerSchema>;
export type Sop = z.infer<typeof sopSchema>;

export const partnerContract: Contract<Partner> = { format: PARTNER_FORMAT, formatVersion: PARTNER_VERSION, schema: partnerSchema };

/** @throws DossierError when the value is not a partner this version can read */
export function readPartner(value: unknown, origin?: Origin): Partner {
  return readContract(partnerContract, value, origin);
}
