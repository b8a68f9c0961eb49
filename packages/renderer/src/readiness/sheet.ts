import type { Assessment, Outcome, Subject } from '@iam-dossier/core/assessment';
import { clip, type Scribe } from '../view/index.ts';
import type { ReadinessBudget } from './budget.ts';

/** What every section is written from. */
export interface Sheet {
  assessment: Assessment;
  scribe: Scribe;
  budget: ReadinessBudget;
}

export interface NamedSubject {
  name: string;
  type: string;
  arn: string;
}

export function subjectAt(sheet: Sheet, index: number): NamedSubject {
  const { assessment, scribe } = sheet;
  const subject = assessment.subjects[index];
  if (!subject) throw new Error(`the assessment has no subject ${index}`);
  return { name: scribe.text(nameOf(subject)), type: scribe.say(`subject.${subject.type}`, { count: 1 }), arn: place(sheet, subject.arn) };
}

/** An account and a root user are called by their account's id. */
function nameOf({ type, name, arn }: Subject): string {
  if (type === 'rootUser') return arn.split(':')[4] ?? arn;
  return name === '' ? arn : name;
}

/** A text from data, within the budget of one cell. */
export function cell({ scribe, budget }: Sheet, value: string): string {
  return clip(scribe.text(value), budget.cell);
}

/** An ARN, a file's path or a JSON pointer, within its budget. */
export function place({ scribe, budget }: Sheet, value: string): string {
  return clip(scribe.text(value), budget.path);
}

export function chipOf({ scribe }: Sheet, outcome: Outcome): { outcome: Outcome; label: string } {
  return { outcome, label: scribe.say(`outcome.${outcome}`) };
}

/** A count left out of a list, in words that point to the HTML document; empty when nothing was. */
export function leftWords({ scribe }: Sheet, left: number): string {
  return left === 0 ? '' : scribe.say('left', { count: left });
}

/** The element id of a rule's block. */
export function ruleAnchor(id: string): string {
  return `rule-${id}`;
}
