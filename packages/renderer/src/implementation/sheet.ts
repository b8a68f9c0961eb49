import type { Assessment, AssessedSnapshot, Message, Profile, Subject } from '@iam-dossier/core/assessment';
import type { Engagement } from '@iam-dossier/core/engagement';
import type { Partner } from '@iam-dossier/core/partner';
import { submissionMask, type Mask } from '../mask/index.ts';
import { localeOf, type Extent, type RenderInput } from '../render/index.ts';
import { clip, fullBudget, openScribe, printBudget, screenBudget, take, type Budget, type Scribe } from '../view/index.ts';
import { openWords } from '../words/index.ts';

/** What every section is written from. */
export interface Sheet {
  assessment: Assessment;
  engagement: Engagement | undefined;
  partner: Partner | undefined;
  scribe: Scribe;
  budget: Budget;
  mask: Mask;
}

const budgets = { screen: screenBudget, submission: printBudget, full: fullBudget } as const;

/** `screen`: everything; else what a PDF shows. */
export function openSheet({ assessment, engagement, partner }: RenderInput, extent: Extent | 'screen'): Sheet {
  const mask = submissionMask({ assessment, engagement, partner });
  const scribe = openScribe('implementation', openWords(localeOf({ assessment })), mask);
  return { assessment, engagement, partner, mask, budget: budgets[extent], scribe };
}

export function subjectAt({ assessment }: Sheet, index: number): Subject {
  const subject = assessment.subjects[index];
  if (!subject) throw new Error(`the assessment has no subject ${index}`);
  return subject;
}

export function snapshotOf(sheet: Sheet, subject: Subject): AssessedSnapshot {
  const snapshot = sheet.assessment.snapshots[subject.pointer.snapshot];
  if (!snapshot) throw new Error(`the assessment has no snapshot ${subject.pointer.snapshot}`);
  return snapshot;
}

/** A text from data, within the budget of one cell. */
export function cell({ scribe, budget }: Sheet, value: string): string {
  return clip(scribe.text(value), budget.cell);
}

/** Sentences of the assessment, within the budget of a list. */
export function sentences(sheet: Sheet, messages: readonly Message[]): string[] {
  const { scribe, budget } = sheet;
  const { shown, left } = take(messages, budget.reasons);
  const texts = shown.map((message) => clip(scribe.message(message), budget.sentence));
  return left === 0 ? texts : [...texts, leftWords(sheet, 'reasons', left)];
}

/** What stands where nobody declared anything. */
export function undeclared({ scribe }: Sheet): string {
  return scribe.say('undeclared');
}

/** A count left out of a list, in words; empty when nothing was. */
export function leftWords({ scribe }: Sheet, what: string, left: number): string {
  return left === 0 ? '' : scribe.say(`left.${what}`, { count: left });
}

export function isUser(profile: Profile): boolean {
  return profile.console !== undefined;
}

/** Id of a principal's panel. */
export function panelId(subject: number): string {
  return `principal-${subject}`;
}
