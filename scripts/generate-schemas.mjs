// Writes docs/formats and packages/core/schemas: the JSON Schema of every contract, and a page about them.
// node scripts/generate-schemas.mjs [--check]
import { formatsPage } from './lib/formats-page.mjs';
import { writeOrCheck } from './lib/generated.mjs';
import { jsonSchemaOf, registerSchemas } from './lib/json-schema.mjs';
import { withSources } from './lib/load-source.mjs';

const contracts = (core) => [
  { name: 'partner', title: 'Who the partner is', contract: core.partnerContract, byHand: true },
  { name: 'engagement', title: 'One customer example', contract: core.engagementContract, byHand: true },
  { name: 'application', title: 'Several examples of one application, judged together', contract: core.applicationContract, byHand: true },
  { name: 'brand', title: 'How documents look', contract: core.brandContract, byHand: true },
  { name: 'snapshot', title: 'The IAM state of one account', contract: core.snapshotContract },
  { name: 'assessment', title: 'Verdicts on the snapshots of one engagement', contract: core.assessmentContract },
];

const rooms = [
  'time/schema',
  'text/text',
  'text/statement',
  'brand/brand',
  'partner/partner',
  'engagement/claims',
  'engagement/declared-facts',
  'engagement/engagement',
  'application/application',
  'snapshot/account',
  'snapshot/credentials',
  'snapshot/entities',
  'snapshot/organization',
  'snapshot/identity-center',
  'snapshot/parts',
  'snapshot/snapshot',
  'assessment/words',
  'assessment/subjects',
  'assessment/verdicts',
  'assessment/declarations',
  'assessment/assessment',
];

await withSources(
  ['index', ...rooms].map((room) => `packages/core/src/${room}.ts`),
  (core, ...modules) => {
    const registry = registerSchemas(modules);
    const formats = contracts(core).map((entry) => ({ ...entry, schema: jsonSchemaOf(entry, registry) }));
    for (const { name, schema } of formats) {
      const text = `${JSON.stringify(schema, null, 2)}\n`;
      writeOrCheck(`docs/formats/${name}.schema.json`, text);
      writeOrCheck(`packages/core/schemas/${name}.schema.json`, text);
    }
    writeOrCheck('docs/formats/README.md', formatsPage(formats));
  },
);
