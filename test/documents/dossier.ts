import { fileURLToPath } from 'node:url';
import type { Engagement } from '@iam-dossier/core/engagement';
import { importPaths } from '@iam-dossier/core/importer';
import type { Partner } from '@iam-dossier/core/partner';
import { readEngagementFile, readPartnerFile } from '@iam-dossier/core/store';
import type { ActionItem, Application } from '@iam-dossier/core/application';
import type { Assessment } from '@iam-dossier/core/assessment';
import { evaluate, judgeApplication } from '@iam-dossier/evaluator';
import {
  inspectBrowser,
  printPdfs,
  renderApplication,
  renderExecutive,
  renderImplementation,
  renderReadiness,
  renderSop,
  type BrowserReport,
  type RenderedDocument,
} from '@iam-dossier/renderer';

export type Paper = NonNullable<NonNullable<Partner['brand']>['paper']>;
export const examples = ['infinity-gifts-souvenirs', 'infinity-gifts-souvenirs-mended'] as const;
type Example = (typeof examples)[number];

const folder = fileURLToPath(new URL('../../packages/cli/examples/', import.meta.url));

const browser = await inspectBrowser();
const comesAlong = process.platform === 'linux' && process.arch === 'x64';
/** Never true on Linux x64: there, a missing browser is a failure. */
export const noBrowser = !browser.found && !comesAlong;
if (noBrowser) process.stderr.write('Tests that read documents back are skipped: no browser was found\n');

export function foundBrowser(): Extract<BrowserReport, { found: true }> {
  if (!browser.found) throw new Error(browser.hint);
  return browser;
}

export function exampleFolder(name: Example): string {
  return `${folder}${name}`;
}

/** What the engagement and partner file of an example say; on other paper when that is wanted. */
export async function declaredOf(name: Example, paper?: Paper): Promise<{ engagement: Engagement; partner: Partner }> {
  const [engagement, partner] = [await readEngagementFile(`${exampleFolder(name)}/engagement.yaml`), await readPartnerFile(`${folder}partner.yaml`)];
  return { engagement, partner: partner.brand && paper !== undefined ? { ...partner, brand: { ...partner.brand, paper } } : partner };
}

/** The documents of an example, as the command line makes them. */
export async function documentsOf(name: Example, paper?: Paper): Promise<RenderedDocument[]> {
  const { engagement, partner } = await declaredOf(name, paper);
  const snapshot = await importPaths([`${exampleFolder(name)}/aws`]);
  const issuedAt = engagement.document.date;
  const assessment = evaluate({ snapshots: [snapshot], engagement, partner, issuedAt });
  const input = { assessment, engagement, partner };
  return [
    renderImplementation(input),
    renderReadiness(input),
    renderSop({ partner, issuedAt }),
    renderExecutive(input),
    applicationOf({ engagement, partner, assessment }, { id: '1', text: 'Limit the policy.' }),
  ];
}

/** The sheet of an application with one example and one action item. */
export function applicationOf(example: { engagement: Engagement; partner: Partner; assessment: Assessment }, item: ActionItem): RenderedDocument {
  const { engagement, partner, assessment } = example;
  const { issuedAt } = assessment;
  const application: Application = {
    format: 'iam-dossier.application',
    formatVersion: 1,
    id: 'example',
    designation: engagement.checklist?.designation ?? 'AWS Service Delivery',
    checklist: { release: engagement.checklist?.release ?? 'February 2026' },
    examples: [],
    previousSubmissions: [{ date: issuedAt, actionItems: [item] }],
  };
  const examples = [{ engagement, assessment, folder: engagement.id }];
  return renderApplication({ application, result: judgeApplication({ application, examples, issuedAt }), examples, partner, issuedAt });
}

export interface Printed {
  document: RenderedDocument;
  pdf: Uint8Array;
}

/** The documents of an example with their PDFs. */
export async function printedOf(name: Example, paper?: Paper): Promise<Printed[]> {
  const documents = await documentsOf(name, paper);
  const pdfs = await printPdfs(documents);
  return documents.map((document, index) => ({ document, pdf: pdfs[index] ?? new Uint8Array() }));
}
