import { readFile } from 'node:fs/promises';
import { importPaths, importSources, type ImportSource } from '@iam-dossier/core/importer';
import type { Engagement } from '@iam-dossier/core/engagement';
import type { Partner } from '@iam-dossier/core/partner';
import { evaluate } from '@iam-dossier/evaluator';
import { renderExecutive, renderImplementation, renderReadiness, renderSop, type RenderedDocument } from '@iam-dossier/renderer';
import { applicationOf, declaredOf, exampleFolder } from './dossier.ts';

/** Markup, script, style, template, address, formula, terminal and direction marks: everything a name must not become. */
export const hostileText =
  '</script><script>window.hostile=1</script><img src=x onerror="window.hostile=1"></style><style>body{display:none}</style>' +
  `{{constructor}} {{{x}}} =cmd|'/c x'!A0 \u202Eabc\u202C\u200B\u001B[31m ![i](http://hostile.test/i.png) [l](javascript:alert(1)) --> ]]> &amp;`;
/** The same where Markdown is read, which refuses HTML. */
const hostileWords = `\`${hostileText.replaceAll('`', '')}\` {{constructor}} \u202Eabc [l](javascript:alert(1)) http://hostile.test/y ${'unbroken'.repeat(60)}`;
const longName = 'Q'.repeat(128);

/** The seed example with hostile and endless words in every free text, and long names wherever AWS allows them. */
export async function hostileDocuments(): Promise<RenderedDocument[]> {
  const { engagement, partner } = await declaredOf('infinity-gifts-souvenirs');
  const snapshot = await hostileSnapshot();
  const declared = { engagement: hostileEngagement(engagement), partner: hostilePartner(partner) };
  const assessment = evaluate({ snapshots: [snapshot], ...declared, issuedAt: engagement.document.date });
  const input = { assessment, ...declared };
  return [
    renderImplementation(input),
    renderReadiness(input),
    renderSop({ partner: declared.partner, issuedAt: assessment.issuedAt }),
    renderExecutive(input),
    applicationOf(
      { ...declared, assessment },
      { id: hostileText, text: hostileText, criterion: 'B1', answer: { text: hostileWords, author: hostileText, date: assessment.issuedAt } },
    ),
  ];
}

async function hostileSnapshot() {
  const folder = `${exampleFolder('infinity-gifts-souvenirs')}/aws`;
  const names = (await importPaths([folder])).parts.userDetails.sources.map(({ name }) => name);
  const files = [
    'get-caller-identity.json',
    'get-account-summary.json',
    'get-credential-report.json',
    'list-users.json',
    'list-roles.json',
    ...names,
  ];
  const sources = await Promise.all(files.map(async (name): Promise<ImportSource> => ({ name, bytes: await readFile(`${folder}/${name}`) })));
  const [first] = names;
  return importSources(sources.map((source) => (source.name === first ? { ...source, bytes: hostileDetails(source.bytes) } : source)));
}

interface Details {
  UserDetailList: Record<string, unknown>[];
  RoleDetailList: Record<string, unknown>[];
  Policies: unknown[];
}

function hostileDetails(bytes: Uint8Array): Uint8Array {
  const details = JSON.parse(Buffer.from(bytes).toString()) as Details;
  const tags = Array.from({ length: 50 }, (_, index) => ({ Key: `${index}${hostileText}`.slice(0, 128), Value: hostileText.slice(0, 256) }));
  const arns = Array.from({ length: 10 }, (_, index) => `arn:aws:iam::111122223333:policy/${'d'.repeat(200)}/${index}${longName}`);
  const allow = (action: string) => ({
    Version: '2012-10-17',
    Statement: { Sid: hostileText, Effect: 'Allow', Action: [action, hostileText], Resource: '*' },
  });
  for (const user of details.UserDetailList) {
    user['Tags'] = tags;
    user['AttachedManagedPolicies'] = arns.map((arn) => ({ PolicyName: arn.split('/').at(-1), PolicyArn: arn }));
    user['UserPolicyList'] = [{ PolicyName: hostileText.slice(0, 128), PolicyDocument: allow('s3:*') }];
  }
  for (const role of details.RoleDetailList) Object.assign(role, { Description: hostileText.repeat(4).slice(0, 1000), Tags: tags });
  const policies = arns.map((arn, index) => ({
    Arn: arn,
    PolicyName: arn.split('/').at(-1),
    PolicyId: `ANPA${index}`,
    DefaultVersionId: 'v1',
    Description: hostileText,
    PolicyVersionList: [{ VersionId: 'v1', IsDefaultVersion: true, Document: allow(`ec${index}:*`) }],
  }));
  return Buffer.from(JSON.stringify({ ...details, Policies: [...details.Policies, ...policies] }));
}

/** Free texts, and how each is read: as one line, or as Markdown. */
const lines = new Set([
  'title',
  'name',
  'legalName',
  'author',
  'approver',
  'number',
  'classification',
  'designation',
  'release',
  'function',
  'contact',
  'owner',
  'tagline',
  'footer',
]);
const markdown = new Set(['text', 'description', 'components']);

function hostilePartner(partner: Partner): Partner {
  return withHostileTexts(partner) as Partner;
}

function hostileEngagement(engagement: Engagement): Engagement {
  return withHostileTexts(engagement) as Engagement;
}

function withHostileTexts(value: unknown, member = ''): unknown {
  if (lines.has(member)) return hostileText;
  if (markdown.has(member)) return Array.isArray(value) ? [hostileWords] : hostileWords;
  if (Array.isArray(value)) return value.map((entry) => withHostileTexts(entry));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, withHostileTexts(entry, name)]));
}
