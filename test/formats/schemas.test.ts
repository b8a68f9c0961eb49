import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readBrandFile, readEngagementFile, readPartnerFile } from '@iam-dossier/core/store';
import { importPaths, importSources } from '@iam-dossier/core/importer';
import { evaluate } from '@iam-dossier/evaluator';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../packages/core/src/contract/yaml.ts';
import { filesOf, makeAccount, sizes } from '../fixtures/account.ts';

const names = ['partner', 'engagement', 'brand', 'snapshot', 'assessment'] as const;
const root = fileURLToPath(new URL('../../', import.meta.url));
const examples = `${root}packages/cli/examples/`;
const engagements = ['infinity-gifts-souvenirs', 'infinity-gifts-souvenirs-mended'];

const checks = new Map(names.map((name) => [name, compile(name)]));

function compile(name: string): ValidateFunction {
  const schema = JSON.parse(readFileSync(`${root}docs/formats/${name}.schema.json`, 'utf8')) as object;
  return new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true }).compile(schema);
}

function expectAccepted(name: (typeof names)[number], value: unknown): void {
  const check = checks.get(name);
  expect(check?.(JSON.parse(JSON.stringify(value))), JSON.stringify(check?.errors?.slice(0, 3))).toBe(true);
}

function expectRefused(name: (typeof names)[number], value: unknown): void {
  expect(checks.get(name)?.(value)).toBe(false);
}

function written(path: string): unknown {
  return parseYaml(readFileSync(`${examples}${path}`, 'utf8')).value;
}

/** One value of every format. */
async function readExample(): Promise<Record<(typeof names)[number], object>> {
  const engagement = await readEngagementFile(`${examples}${engagements[0]}/engagement.yaml`);
  const snapshot = await importPaths([`${examples}${engagements[0]}/aws`]);
  const [partner, brand] = [await readPartnerFile(`${examples}partner.yaml`), await readBrandFile(`${examples}brand.yaml`)];
  return {
    partner,
    engagement,
    brand,
    snapshot,
    assessment: evaluate({ snapshots: [snapshot], engagement, partner, issuedAt: engagement.document.date }),
  };
}

describe('the published schemas', () => {
  it.each(engagements)('accept the engagement %s as it is written and as it is read', async (name) => {
    expectAccepted('engagement', written(`${name}/engagement.yaml`));
    expectAccepted('engagement', await readEngagementFile(`${examples}${name}/engagement.yaml`));
  });

  it('accept the partner and the brands as they are written and as they are read', async () => {
    expectAccepted('partner', written('partner.yaml'));
    expectAccepted('partner', await readPartnerFile(`${examples}partner.yaml`));
    for (const brand of ['brand.yaml', 'customer-brand.yaml']) {
      expectAccepted('brand', written(brand));
      expectAccepted('brand', await readBrandFile(`${examples}${brand}`));
    }
  });

  it.each(engagements)('accept the snapshot and the assessment of %s', async (name) => {
    const snapshot = await importPaths([`${examples}${name}/aws`]);
    expectAccepted('snapshot', snapshot);
    const engagement = await readEngagementFile(`${examples}${name}/engagement.yaml`);
    expectAccepted('assessment', evaluate({ snapshots: [snapshot], engagement, issuedAt: engagement.document.date }));
  });

  it('accept what an account without engagement gives', () => {
    const snapshot = importSources(filesOf(makeAccount(sizes.small)));
    expectAccepted('snapshot', snapshot);
    expectAccepted('assessment', evaluate({ snapshots: [snapshot], issuedAt: '2026-11-01' }));
  });

  it.each(names)('refuse another format, an unknown member and nothing at all: %s', async (name) => {
    const value = (await readExample())[name];
    expectAccepted(name, value);
    expectRefused(name, { ...value, format: 'iam-dossier.other' });
    expectRefused(name, { ...value, novelty: 1 });
    expectRefused(name, {});
  });

  it('are the same in the package as in the documentation', () => {
    for (const name of names) {
      expect(readFileSync(`${root}packages/core/schemas/${name}.schema.json`, 'utf8')).toBe(
        readFileSync(`${root}docs/formats/${name}.schema.json`, 'utf8'),
      );
    }
  });
});
