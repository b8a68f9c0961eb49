import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, extname, isAbsolute, resolve } from 'node:path';
import { readApplication, type Application } from '../application/index.ts';
import { readAssessment, type Assessment } from '../assessment/index.ts';
import { readBrand, type Brand } from '../brand/index.ts';
import { readEngagement, type Engagement } from '../engagement/index.ts';
import { DossierError } from '../errors/index.ts';
import { decodeText } from '../importer/text.ts';
import { readPartner, type Partner } from '../partner/index.ts';
import type { Snapshot } from '../snapshot/index.ts';
import { readFailure } from './failure.ts';
import { readSnapshotAt } from './snapshots/read.ts';

/** Larger than a full account, smaller than what makes Node fail without a word. */
const MAX_JSON_BYTES = 400_000_000;
const MAX_YAML_BYTES = 2_000_000;

/** @throws DossierError `input-not-found`, `input-unreadable` or `input-too-large` */
export async function readText(path: string, maxBytes: number): Promise<string> {
  try {
    const { size } = await stat(path);
    if (size > maxBytes) throw new DossierError('input-too-large', `${path} has ${size} bytes; at most ${maxBytes} are read`);
    const text = decodeText(await readFile(path));
    if (text === null) throw new DossierError('input-unreadable', `${path} is not text in UTF-8`, { hint: 'Save it as UTF-8.' });
    return text;
  } catch (cause) {
    throw readFailure(path, cause);
  }
}

async function readJson(path: string): Promise<unknown> {
  const text = await readText(path, MAX_JSON_BYTES);
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new DossierError('input-invalid', `${path} is not valid JSON: ${cause instanceof Error ? cause.message : ''}`, { cause });
  }
}

/** Reads a stored snapshot, plain or as gzip. One that carries the name a store gave it must still have the digest in that name. */
export async function readSnapshotFile(path: string): Promise<Snapshot> {
  return (await readSnapshotAt(path, { follow: true })).snapshot;
}

/** Reads a stored assessment. */
export async function readAssessmentFile(path: string): Promise<Assessment> {
  return readAssessment(await readJson(path), path);
}

/** Reads a partner from YAML or JSON. A `brand` that is a path is read from beside it. */
export async function readPartnerFile(path: string): Promise<Partner> {
  const { value, origin } = await readYaml(path);
  return readPartner(await withBrand(value, path), origin);
}

/** Reads an engagement from YAML or JSON. A `customer.brand` that is a path is read from beside it. */
export async function readEngagementFile(path: string): Promise<Engagement> {
  const { value, origin } = await readYaml(path);
  if (isMembers(value) && isMembers(value['customer'])) value['customer'] = await withBrand(value['customer'], path);
  return readEngagement(value, origin);
}

/** Path of the partner file an engagement names, or `undefined`. */
export function partnerPathOf(engagement: Engagement, engagementPath: string): string | undefined {
  return engagement.partner === undefined ? undefined : besidePath(engagementPath, engagement.partner);
}

/** Reads an application from YAML or JSON. Its paths are made relative to where the program runs. */
export async function readApplicationFile(path: string): Promise<Application> {
  const { value, origin } = await readYaml(path);
  const application = readApplication(value, origin);
  const beside = (name: string) => besidePath(path, name);
  return {
    ...application,
    ...(application.partner === undefined ? {} : { partner: beside(application.partner) }),
    examples: application.examples.map((example) => ({ ...example, engagement: beside(example.engagement), inputs: example.inputs.map(beside) })),
  };
}

/** Reads a brand from YAML or JSON. A `logo` that is a path is read from beside it. */
export async function readBrandFile(path: string): Promise<Brand> {
  const { value, origin } = await readYaml(path);
  return readBrand(await withLogo(value, path), origin);
}

async function readYaml(path: string) {
  // Loaded when used: most commands read no YAML.
  const { parseYaml } = await import('../contract/yaml.ts');
  return parseYaml(await readText(path, MAX_YAML_BYTES), path);
}

async function withBrand(value: unknown, path: string): Promise<unknown> {
  if (!isMembers(value)) return value;
  const brand = value['brand'];
  if (typeof brand === 'string') return { ...value, brand: await readBrandFile(besidePath(path, brand)) };
  return isMembers(brand) ? { ...value, brand: await withLogo(brand, path) } : value;
}

async function withLogo(value: unknown, path: string): Promise<unknown> {
  if (!isMembers(value) || typeof value['logo'] !== 'string' || value['logo'].startsWith('data:')) return value;
  const file = besidePath(path, value['logo']);
  const mediaType = mediaTypes[extname(file).toLowerCase()];
  if (mediaType === undefined) throw new DossierError('brand-invalid', `${file}: a logo is a PNG, JPEG or SVG file`);
  const bytes = await readImage(file);
  // A browser leaves an empty place for what is no image, without a word.
  if (!starts[mediaType].every((byte, at) => bytes[at] === byte))
    throw new DossierError('brand-invalid', `${file} is not a ${mediaType === 'image/png' ? 'PNG' : 'JPEG'} image, whatever its name says`);
  return { ...value, logo: `data:${mediaType};base64,${bytes.toString('base64')}` };
}

/** The bytes with which an image of each type begins; a drawing is text, and read as such when it is shown. */
const starts = { 'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], 'image/jpeg': [0xff, 0xd8, 0xff], 'image/svg+xml': [] } as const;
const mediaTypes: Record<string, keyof typeof starts> = { '.png': 'image/png', '.jpg': 'image/jpeg', '.jpeg': 'image/jpeg', '.svg': 'image/svg+xml' };

async function readImage(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (cause) {
    throw new DossierError('input-not-found', `${file} could not be read`, { cause });
  }
}

/** A path in an engagement, partner or brand file is relative to that file, so that the folder can be moved. */
function besidePath(from: string, name: string): string {
  if (!isAbsolute(name)) return resolve(dirname(from), name);
  throw new DossierError('input-invalid', `${basename(from)} names ${name}; write the path relative to the file`);
}

function isMembers(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
