import { digestOf } from '@iam-dossier/core/json';
import { decodePolicyDocument, parsePolicyDocument } from '@iam-dossier/core/policy-document';
import { classIds, negatedActionQuotes, type ClassId } from '../classes/index.ts';
import { DocumentAnalyser } from '../document.ts';
import { combine } from '../effective.ts';
import { findEscalations } from '../escalation/index.ts';
import type { AnalysedPolicy } from '../policy-in-force.ts';
import { validatePolicyDocument, type PolicyKind } from '../validate/index.ts';
import type { ClassFigures, PolicyDocumentAnalysis } from './analysis.ts';
import {
  actionWildcardLines,
  administratorOf,
  classFigures,
  classReach,
  figureOf,
  lineOf,
  resourceWildcardLines,
  serviceFigures,
  unknownActionLines,
  wholeServiceLines,
} from './figures.ts';

export type { ClassFigures, Figure, Finding, PolicyDocumentAnalysis, PolicyLine, ServiceFigures } from './analysis.ts';

export interface AnalysisOptions {
  /** What the document is for; default `identity`. Of a trust policy only problems are told: it grants nothing but to be assumed. */
  kind?: PolicyKind;
  /** Whether to look for escalation paths; default `true`. */
  escalations?: boolean;
}

type Figures = Omit<PolicyDocumentAnalysis, 'valid' | 'problems'>;

const nothing = { found: false, lines: [] };
const noFigure = { count: 0, lines: [] };
const noClass: ClassFigures = { count: 0, actions: [], services: [], lines: [], limited: 0 };

/**
 * Analyses one policy document by itself: what IAM makes of it, what it grants, what is risky about that, each with its
 * lines. Takes the object, its JSON text, or the percent-encoded text of IAM's API; never throws, whatever is handed in.
 * Boundaries, other policies and what the account holds play no part: for these see `findEscalations` and `evaluate`.
 */
export function analysePolicyDocument(document: unknown, { kind = 'identity', escalations = true }: AnalysisOptions = {}): PolicyDocumentAnalysis {
  const { valid, problems } = validatePolicyDocument(document, { kind });
  const read = readPolicy(document);
  return { valid, problems, ...figuresOf(read, kind, escalations) };
}

interface ReadPolicy {
  statements: number;
  /** `undefined`: statements without a Resource, as in a trust policy. */
  policy: AnalysedPolicy | undefined;
}

function readPolicy(raw: unknown): ReadPolicy | undefined {
  try {
    const document = decodePolicyDocument(raw);
    const parsed = parsePolicyDocument(document);
    if (!parsed.ok) return undefined;
    const readable = { state: 'read', statements: parsed.statements, document, digest: digestOf(document) } as const;
    const statements = new DocumentAnalyser().analyse(readable);
    return { statements: parsed.statements.length, policy: statements ? { policy: { policyName: '', document: readable }, statements } : undefined };
  } catch {
    // What is no JSON at all, such as an object that holds itself, has no digest.
    return undefined;
  }
}

function figuresOf(read: ReadPolicy | undefined, kind: PolicyKind, escalations: boolean): Figures {
  const empty: Figures = {
    readable: read !== undefined && kind === 'trust',
    statements: read?.statements ?? 0,
    administrator: nothing,
    serviceWildcards: nothing,
    anyWildcard: { actions: noFigure, resources: noFigure },
    negatedActionGrants: noFigure,
    services: [],
    ...classes(() => noClass),
    escalations: [],
    unknownActions: noFigure,
  };
  if (read?.policy === undefined || kind === 'trust') return empty;
  const { policy } = read;
  const grants = combine(policy.statements, undefined);
  const { allows } = grants;
  const reach = classReach(grants);
  const whole = wholeServiceLines(policy, allows);
  return {
    readable: true,
    statements: read.statements,
    administrator: administratorOf(policy, allows, reach.granted),
    serviceWildcards: { found: whole.length > 0, lines: whole },
    anyWildcard: { actions: figureOf(actionWildcardLines(policy, allows)), resources: figureOf(resourceWildcardLines(policy, allows)) },
    negatedActionGrants: figureOf(negatedActionQuotes([policy], new Set(allows)).map(lineOf)),
    services: serviceFigures(grants),
    ...classes((id) => classFigures(id, policy, allows, reach)),
    escalations: escalations ? findEscalations({ identityPolicies: [policy.policy.document.document] }) : [],
    unknownActions: figureOf(unknownActionLines(policy)),
  };
}

function classes(make: (id: ClassId) => ClassFigures): Record<ClassId, ClassFigures> {
  return Object.fromEntries(classIds.map((id) => [id, make(id)])) as Record<ClassId, ClassFigures>;
}
