// What a user of the library writes. Copied into a project outside the workspace, compiled there and run without network.
import { writeFileSync } from 'node:fs';
import { importPaths, readEngagementFile, readPartnerFile, type Snapshot } from '@iam-dossier/core';
import { DossierError } from '@iam-dossier/core/errors';
import { documentJson } from '@iam-dossier/core/json';
import { readSnapshot } from '@iam-dossier/core/snapshot';
import { evaluate, rules } from '@iam-dossier/evaluator';
import { inspectBrowser, renderImplementation, renderReadiness, renderResponse, renderSop, type RenderedDocument } from '@iam-dossier/renderer';

const example = 'node_modules/iam-dossier/examples/infinity-gifts-souvenirs';
const imported = await importPaths([`${example}/aws`]);
const snapshot: Snapshot = readSnapshot(JSON.parse(documentJson(imported)));
const engagement = await readEngagementFile(`${example}/engagement.yaml`);
const partner = await readPartnerFile('node_modules/iam-dossier/examples/partner.yaml');
const issuedAt = engagement.document.date;
const assessment = evaluate({ snapshots: [snapshot], engagement, partner, issuedAt });
const input = { assessment, engagement, partner };
const documents: RenderedDocument[] = [renderImplementation(input), renderReadiness(input), renderSop({ partner, issuedAt })];
for (const { name, html } of documents) writeFileSync(`${name}.html`, html);

const refused = await importPaths(['nothing-is-here']).catch((error: unknown) => (error instanceof DossierError ? error.code : 'unknown'));
const answer = {
  ready: assessment.readiness.ready,
  blockers: assessment.readiness.blockers.length,
  rules: rules.length,
  documents: documents.map((document) => document.name),
  response: renderResponse(input).name,
  refused,
  browser: (await inspectBrowser()).found,
};
process.stdout.write(JSON.stringify(answer));
