/** Flags that several commands take, each described once. */
export const engagement = {
  type: 'string',
  alias: 'e',
  valueHint: 'file',
  description: 'Engagement: customer, accounts, who is who, your statements. Without it all that is undeclared is shown as undeclared',
} as const;
export const partner = {
  type: 'string',
  alias: 'p',
  valueHint: 'file',
  description: 'Partner: who you are, your brand, your procedure. Default: the one the engagement names',
} as const;
export const outputFolder = { type: 'string', alias: 'o', valueHint: 'folder', default: 'out', description: 'Folder to write to' } as const;
export const force = { type: 'boolean', description: 'Replace files that are there already' } as const;
export const json = { type: 'boolean', description: 'Print the result as JSON on stdout, and nothing else there' } as const;
export const quiet = { type: 'boolean', description: 'Print errors only' } as const;
export const verbose = { type: 'boolean', description: 'Print everything; with an error of ours, its details' } as const;
export const collectedAt = {
  type: 'string',
  valueHint: 'time',
  description: 'When the account was read, for AWS CLI files that do not say: 2026-10-05T14:20:00Z',
} as const;
export const framework = {
  type: 'string',
  valueHint: 'list',
  description:
    'Frameworks, with commas between or the flag repeated: cis-1.4, cis-3.0, cis-5.0, cis-6.0, cis-7.0, security-hub, ftr, msp-7.1, well-architected, acct-001',
} as const;
export const asOf = {
  type: 'string',
  valueHint: 'time',
  description: 'Time to which ages of keys and sign-ins are counted. Default: when the snapshot was collected',
} as const;
export const issuedAt = {
  type: 'string',
  valueHint: 'date',
  description: "Date of the documents, 2026-10-06. Default: the engagement's document.date, else today",
} as const;
export const failOn = {
  type: 'enum',
  options: ['critical', 'high', 'medium', 'low', 'info', 'none'],
  valueHint: 'severity',
  default: 'high',
  description: 'Exit 1 when a finding is this severe or worse: critical, high, medium, low, info or none',
} satisfies { type: 'enum'; options: string[]; valueHint: string; default: string; description: string };
/** Where documents are made, `--allow-draft` decides as well; see there. */
export const failOnDocuments = {
  type: 'enum',
  options: failOn.options,
  valueHint: failOn.valueHint,
  description: `${failOn.description}. Default: high; with --allow-draft none`,
} satisfies { type: 'enum'; options: string[]; valueHint: string; description: string };
export const allowDraft = {
  type: 'boolean',
  description: 'Exit 0 although documents are marked DRAFT, and in spite of findings unless --fail-on is given too',
} as const;
export const browser = {
  type: 'string',
  valueHint: 'program',
  description: 'Browser for PDF: Chrome, Chromium or Edge. Default: IAM_DOSSIER_BROWSER, else the first that starts',
} as const;
export const format = { type: 'string', valueHint: 'list', default: 'html,pdf,md,txt', description: 'Formats, with commas between' } as const;
/** For the self-assessment workbook that an application is made with. */
const workbook = {
  type: 'string',
  valueHint: 'file',
  description:
    'Self-assessment workbook (.xlsx): a copy with the answer to ACCT-002 is written beside the documents. --force replaces an answer there',
} as const;
const reference = {
  type: 'string',
  valueHint: 'number',
  default: '1',
  description: 'Customer reference of the workbook that this engagement is: 1 is the first',
} as const;
const sheet = { type: 'string', valueHint: 'name', description: 'Sheet of the workbook, where several have ACCT-002' } as const;
export const audience = {
  type: 'enum',
  options: ['submission', 'internal', 'all'],
  valueHint: 'who',
  default: 'all',
  description: 'submission: what AWS gets. internal: the readiness report for you. all: both',
} satisfies { type: 'enum'; options: string[]; valueHint: string; default: string; description: string };
export const locale = {
  type: 'enum',
  options: ['en', 'es', 'pt-BR'],
  valueHint: 'language',
  default: 'en',
  description: 'Language of the documents: en, es or pt-BR. What AWS gets is best in English',
} satisfies { type: 'enum'; options: string[]; valueHint: string; default: string; description: string };
export const profile = {
  type: 'enum',
  options: ['submission', 'full', 'executive'],
  valueHint: 'extent',
  default: 'submission',
  description:
    'submission: PDFs that a reviewer reads. full: PDFs of up to 500 pages, and a table of all principals. executive: a summary of two pages in place of what AWS gets',
} satisfies { type: 'enum'; options: string[]; valueHint: string; default: string; description: string };
export const templates = {
  type: 'string',
  valueHint: 'folder',
  description: 'Folder with templates of your own, documents/<name>.hbs and partials/<name>.hbs, which go before ours',
} as const;
/** Where dated snapshots lie, for commands that read them. */
export const store = {
  type: 'string',
  valueHint: 'folder',
  description: 'Store of dated snapshots to read from, in place of <input>. Default with --at or --account: snapshots',
} as const;
export const at = {
  type: 'string',
  valueHint: 'words',
  description: 'Which snapshot of the store: latest, previous, 2026-10-01, 2026-10, "30 days ago", "last month", a digest. Default: latest',
} as const;
export const account = {
  type: 'string',
  valueHint: 'ids',
  description: 'Accounts of the store, with commas between. Default: those of the engagement, else the only one there',
} as const;
/** For commands that make snapshots. */
export const storeTarget = {
  type: 'string',
  valueHint: 'folder',
  description: 'Store of dated snapshots to write to as well; equal content is stored once',
} as const;
export const gzip = { type: 'boolean', description: 'Pack what is stored: small, but nothing that git can show' } as const;

/** Which snapshots are judged, and for which day: of every command that judges accounts. */
export const judged = { store, at, account, 'as-of': asOf, 'issued-at': issuedAt, 'collected-at': collectedAt } as const;
/** The workbook, and where in it: of commands that make documents for AWS. */
export const filled = { workbook, reference, sheet } as const;

/** A repeatable flag: `repeatable: ['attach']`. */
export const attach = {
  type: 'string',
  valueHint: 'file',
  description: 'File to put inside the readiness PDF, never inside what AWS gets; may be given several times. What is in it is told',
} as const;

/** Every command takes these. */
export const everywhere = { json, quiet, verbose } as const;
