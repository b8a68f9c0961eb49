import type { Assessment } from '@iam-dossier/core/assessment';
import type { Engagement } from '@iam-dossier/core/engagement';
import { DossierError } from '@iam-dossier/core/errors';
import { digestOf } from '@iam-dossier/core/json';
import type { Partner } from '@iam-dossier/core/partner';
import type { TemplateOverlay } from '../html/index.ts';

/** What a document of an assessment is made from. Its language is the assessment's: see `translateAssessment` of the evaluator. */
export interface RenderInput {
  assessment: Assessment;
  /** The one that was assessed; without it, what it would declare is shown as undeclared. */
  engagement?: Engagement | undefined;
  /** The one that was assessed. */
  partner?: Partner | undefined;
  /** The partner's own templates, where they go before ours. */
  templates?: TemplateOverlay | undefined;
}

/** How much a document's PDF shows. `submission`: what AWS's reviewers read; `full`: up to 500 pages. The HTML shows everything. */
export type Extent = 'submission' | 'full';

/** What the PDF of a full document may have. */
export const fullLimits = { maxPages: 500, maxBytes: 40_000_000, timeoutMs: 300_000 } as const;

/**
 * Verdicts and declared words must belong together: engagement and partner are those that were assessed, word for word.
 * @throws DossierError `input-invalid`
 */
export function checkInput({ assessment, engagement, partner }: RenderInput): void {
  checkDigest('engagement', assessment.engagement?.digest, engagement);
  checkDigest('partner', assessment.partner?.digest, partner);
}

function checkDigest(what: string, assessed: string | undefined, given: object | undefined): void {
  const found = given === undefined ? undefined : digestOf(given);
  if (found === assessed) return;
  const problem =
    found === undefined
      ? 'is not given'
      : assessed === undefined
        ? 'was not there when the snapshots were assessed'
        : 'is not the one that was assessed';
  throw new DossierError('input-invalid', `The ${what} ${problem}.`, {
    hint: `Evaluate again with this ${what}, or render with the one that was assessed.`,
  });
}

/** Language of the documents of an assessment. */
export function localeOf({ assessment }: Pick<RenderInput, 'assessment'>): string {
  return assessment.locale ?? 'en';
}

/** File name of a document without its ending: `ACCT-002-<kind>-<engagement id, else the account ids>`. */
export function documentName(kind: string, { assessment }: RenderInput): string {
  const accounts = assessment.snapshots.map((snapshot) => snapshot.account.id);
  const [first = 'none', ...others] = accounts;
  const whole = assessment.engagement?.id ?? (others.length > 2 ? `${first}-and-${others.length}-more` : accounts.join('-'));
  return `ACCT-002-${kind}-${whole}`;
}
