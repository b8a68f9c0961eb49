import type { AccessLevel } from '@iam-dossier/core/assessment';
import type { ClassId } from '../classes/index.ts';
import type { Escalation } from '../escalation/index.ts';
import type { PolicyProblem } from '../validate/index.ts';

/** A line of the document: JSON pointer as written, and the text there. */
export interface PolicyLine {
  path: string;
  text: string;
}

/** How many lines there are, and which. */
export interface Figure {
  count: number;
  lines: readonly PolicyLine[];
}

/** Whether it is so, and the lines by which. */
export interface Finding {
  found: boolean;
  lines: readonly PolicyLine[];
}

/** What the document grants in one service. */
export interface ServiceFigures {
  /** Prefix, such as `s3`, and AWS's name. */
  service: string;
  name: string;
  /** Access levels granted in any way; then those on every resource without condition, on named resources, under a condition. */
  accessLevels: readonly AccessLevel[];
  unscoped: readonly AccessLevel[];
  scoped: readonly AccessLevel[];
  conditional: readonly AccessLevel[];
  /** Every action of the service on every resource, without condition. */
  everyAction: boolean;
}

/** Actions of a class of risky actions that the document grants. */
export interface ClassFigures {
  /** Those on every resource, as AWS writes them, and the lines that allow them. A condition on who, where and when does not excuse. */
  count: number;
  actions: readonly string[];
  services: readonly string[];
  lines: readonly PolicyLine[];
  /** Number of those granted only on named resources, or under a condition on what is touched. */
  limited: number;
}

/** What a policy document grants by itself, unconditional denies of its own taken away. */
export interface PolicyDocumentAnalysis extends Readonly<Record<ClassId, ClassFigures>> {
  /** Whether statements could be read. When not, every figure below is empty and means nothing. */
  readable: boolean;
  /** Whether IAM takes the document, and what is wrong or odd about it. */
  valid: boolean;
  problems: readonly PolicyProblem[];
  /** Number of statements. */
  statements: number;
  /** Every action on the bare star, and what is left of it lets a principal give itself rights. */
  administrator: Finding;
  /** As Security Hub's IAM.21 has it: an Allow with `*` or `service:*`, or with NotAction of `service:*`. `ec2:Describe*` is none. */
  serviceWildcards: Finding;
  /** Any wildcard in what allows: in actions; in resources, where an action takes one at all. */
  anyWildcard: { actions: Figure; resources: Figure };
  /** Allow statements with NotAction. A Deny with NotAction grants nothing. */
  negatedActionGrants: Figure;
  /** Sorted by prefix. */
  services: readonly ServiceFigures[];
  /** Paths to more permissions with this document alone, of nobody in particular. */
  escalations: readonly Escalation[];
  /** Actions that the action data do not know, and so are in no other figure. */
  unknownActions: Figure;
}
