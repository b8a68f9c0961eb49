import { DossierError } from '@iam-dossier/core/errors';
import { digestOf } from '@iam-dossier/core/json';
import { decodePolicyDocument, parsePolicyDocument } from '@iam-dossier/core/policy-document';
import type { Snapshot } from '@iam-dossier/core/snapshot';
import { union } from '../action-set.ts';
import { DocumentAnalyser, type AnalysedStatement, type ReadablePolicy } from '../document.ts';
import { combine } from '../effective.ts';
import { namedDocument } from '../named-document.ts';
import type { AnalysedPolicy } from '../policy-in-force.ts';
import type { Caller } from './caller.ts';
import { holdingOf } from './holding.ts';
import { EscalationReport, type Escalation } from './report.ts';
import { callerIn, viewOf } from './snapshot-view.ts';

export interface EscalationInput {
  /**
   * Identity policies of the principal, its groups' among them, judged together: objects or JSON text, or either with a name
   * (`{ name, document }`, or as AWS lists them `{ PolicyName, PolicyDocument }`) by which quotes and guards call it.
   */
  identityPolicies: readonly unknown[];
  /** A policy document, or `none` (the default), or `unknown`: then nothing is reachable for certain. */
  permissionsBoundary?: unknown;
  /**
   * As in `authorize`: documents of one level, or a list with a level each (a list of documents, or `{ name, policies }`).
   * Each level must allow. `none` is the default. With `unknown`, or a document that cannot be read, nothing is reachable
   * for certain.
   */
  serviceControlPolicies?: unknown;
  /** Who holds the policies, as far as it is known. */
  principal?: Caller;
  /** The account, for what a path needs beside the actions: roles and whom they trust, users, groups. */
  account?: Snapshot;
}

/**
 * Ways in which a principal with these policies could get more permissions than they give it: each known set of actions that it
 * holds, judged against boundary, denies, scope and what the account holds. A document that cannot be read grants nothing here.
 * @throws DossierError `usage` without `identityPolicies`: an empty list says that there are none
 */
export function findEscalations(input: EscalationInput): Escalation[] {
  checkInput(input);
  const analyser = new DocumentAnalyser();
  const documents = listOf(input.identityPolicies).map((document, index) => analysed(document, `identityPolicies/${index}`, analyser));
  const policies = documents.filter((entry) => entry !== undefined);
  const boundary = boundaryOf(input.permissionsBoundary, analyser);
  const levels = levelsOf(input.serviceControlPolicies).map((level) => levelOf(level, analyser));
  const controls = levels.filter(({ open }) => !open).map((level) => level.statements);
  // Of a level that is not known whole, what it denies is certain; what it allows may be more.
  const known = levels.filter(({ open }) => open).map((level) => [...everything(analyser), ...level.statements.filter(isDeny)]);
  const statements = policies.flatMap((policy) => policy.statements);
  const grants = combine(statements, boundary === 'unknown' ? undefined : boundary);
  const granted = union(grants.all, grants.scoped, grants.conditional);
  const partial = policies.length < documents.length;
  const holding = holdingOf({
    policies,
    boundary,
    controls: [...controls, ...known],
    controlsOpen: known.length > 0,
    all: grants.all,
    granted,
    administrator: false,
    partial,
  });
  const view = input.account && viewOf(input.account);
  return [...new EscalationReport(holding, view).of(callerIn(input.account, input.principal ?? {}))];
}

/** Policies that were forgotten must not look like a principal that can do nothing. */
function checkInput(input: EscalationInput): void {
  const given: unknown = input;
  const policies = ((given ?? {}) as Readonly<Record<string, unknown>>)['identityPolicies'];
  if (policies === undefined || policies === null)
    throw new DossierError('usage', 'findEscalations needs "identityPolicies"', { hint: 'A principal without policies has an empty list.' });
}

function analysed(raw: unknown, place: string, analyser: DocumentAnalyser): AnalysedPolicy | undefined {
  const { name, document: given } = namedDocument(raw);
  const document = readable(given);
  const statements = document.state === 'read' ? analyser.analyse(document) : null;
  return document.state === 'read' && statements ? { policy: { policyName: name ?? place, document }, statements } : undefined;
}

function readable(raw: unknown): ReadablePolicy {
  const document = decodePolicyDocument(raw);
  const parsed = parsePolicyDocument(document);
  if (!parsed.ok) return { state: 'unreadable' };
  try {
    return { state: 'read', statements: parsed.statements, document, digest: digestOf(document) };
  } catch {
    // What is no JSON at all, such as an object that holds itself, has no digest.
    return { state: 'unreadable' };
  }
}

function boundaryOf(raw: unknown, analyser: DocumentAnalyser): readonly AnalysedStatement[] | 'unknown' | undefined {
  if (raw === undefined || raw === 'none' || (Array.isArray(raw) && raw.length === 0)) return undefined;
  const { statements, open } = levelOf(listOf(raw), analyser);
  return open || raw === null ? 'unknown' : statements;
}

/** One document alone is a list of one. */
function listOf(documents: unknown): readonly unknown[] {
  if (documents === undefined || documents === null) return [];
  return Array.isArray(documents) ? documents : [documents];
}

interface Level {
  statements: readonly AnalysedStatement[];
  /** One of its documents is not known. */
  open: boolean;
}

function levelOf(documents: readonly unknown[], analyser: DocumentAnalyser): Level {
  const read = documents.map((document) => analysed(document, '', analyser));
  return { statements: read.flatMap((policy) => policy?.statements ?? []), open: read.includes(undefined) };
}

/** A list of documents is one level; among levels a document stands for a level of its own. */
function levelsOf(given: unknown): readonly (readonly unknown[])[] {
  const list = given === 'none' ? [] : listOf(given);
  if (list.length === 0) return [];
  return list.some((entry) => policiesOf(entry) !== undefined) ? list.map((entry) => policiesOf(entry) ?? [entry]) : [list];
}

function policiesOf(entry: unknown): readonly unknown[] | undefined {
  if (Array.isArray(entry)) return entry as readonly unknown[];
  if (entry === null || typeof entry !== 'object' || !('policies' in entry) || 'Statement' in entry) return undefined;
  return entry.policies === 'none' ? [] : listOf(entry.policies);
}

function everything(analyser: DocumentAnalyser): readonly AnalysedStatement[] {
  return analysed({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } }, '', analyser)?.statements ?? [];
}

function isDeny({ statement }: AnalysedStatement): boolean {
  return statement.effect === 'Deny';
}
