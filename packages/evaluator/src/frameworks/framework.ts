import type { Assessment, Severity } from '@iam-dossier/core/assessment';
import type { NeedId } from './words.ts';

/**
 * A published list of controls, as data that points at rules. Ids are the publisher's, for reference; every title is ours.
 * The product ships no text of AWS or of the Center for Internet Security, and neither has looked at it.
 */
export interface Framework {
  /** As `--framework` takes it: `cis-5.0`. */
  id: string;
  title: string;
  /** The edition its ids were taken from. */
  version: string;
  /** Which part of it is here, and what to know of the edition. */
  about: string;
  /** `paused`: the publisher takes no submissions at present. */
  status: 'published' | 'paused';
  /** Whose principals it speaks of: everybody's, or the partner's alone, which the engagement names. */
  judges: 'account' | 'partner';
  controls: readonly Control[];
}

export interface Control {
  id: string;
  title: string;
  /** Profile of the CIS benchmark. */
  level?: 'L1' | 'L2';
  /** As Security Hub rates it. */
  severity?: Severity;
  /** The rules that judge it; the worst verdict is its verdict. */
  rules: readonly string[];
  /**
   * `yes`: the rules are the whole of it. `partly`: they can fail it, and what is left waits for a person. `no`: IAM data
   * say nothing of it.
   */
  decidable: 'yes' | 'partly' | 'no';
  /** Messages of its rules that wait for a person elsewhere and are a pass here, by the publisher's own meaning. */
  accepts?: readonly string[];
  /** What the rest of it takes. */
  needs?: readonly NeedId[];
  /** Where our reading is not the publisher's to the letter, and why. */
  note?: string;
  /** Month in which the publisher withdrew it. */
  retired?: string;
}

/** What of an assessment a framework reads. */
export type Judged = Pick<Assessment, 'rules' | 'subjects' | 'engagement'>;
