import { z } from 'zod';
import { readContract, type Contract, type Origin } from '../contract/index.ts';
import { textSchema } from '../text/text.ts';

export const BRAND_FORMAT = 'iam-dossier.brand';
export const BRAND_VERSION = 1;

const colour = z.string().regex(/^#[0-9a-fA-F]{6}$/, 'must be a colour such as #1f3a5f');
/** A drawing is cleaned before a document shows it. Larger logos would weigh on every page. */
const logo = z
  .string()
  .max(700_000, 'must be an image of at most 500 kB')
  .regex(/^data:image\/(png|jpeg|svg\+xml);base64,[A-Za-z0-9+/]+=*$/, 'must be a PNG, JPEG or SVG image');

/** Finished looks that come with the product; a brand's own choices go before theirs. */
export const looks = ['harbour', 'graphite', 'terracotta'] as const;
/** `band`: a field of colour across the page. `full`: the whole page. `plain`: white, with a line. */
const covers = ['band', 'full', 'plain'] as const;
const papers = ['A4', 'Letter'] as const;

export const brandSchema = z.strictObject({
  format: z.literal(BRAND_FORMAT),
  formatVersion: z.literal(BRAND_VERSION),
  name: z.string().min(1),
  look: z.enum(looks).optional(),
  tagline: textSchema.optional(),
  colours: z.strictObject({ primary: colour, accent: colour.optional() }).optional(),
  cover: z.enum(covers).optional(),
  /** Of title and headings. Declared words are always set in the serif face, measured ones in the sans. */
  fonts: z.strictObject({ headings: z.enum(['sans', 'serif']).optional() }).optional(),
  /** A data URL. A brand file names an image file beside it instead. */
  logo: logo.optional(),
  footer: textSchema.optional(),
  /** The mark on every page of documents that declare no classification of their own, and of the readiness report. */
  classification: textSchema.optional(),
  /** Whether covers name the tool and its version; default no. The provenance names both in any case. */
  toolName: z.boolean().optional(),
  /** Of printed documents; default A4. */
  paper: z.enum(papers).optional(),
});
export type Brand = z.infer<typeof brandSchema>;

export const brandContract: Contract<Brand> = { format: BRAND_FORMAT, formatVersion: BRAND_VERSION, schema: brandSchema };

/** @throws DossierError when the value is not a brand this version can read */
export function readBrand(value: unknown, origin?: Origin): Brand {
  return readContract(brandContract, value, origin);
}
