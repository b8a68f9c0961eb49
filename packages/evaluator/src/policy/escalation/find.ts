import { digestOf } from '@iam-dossier/core/json';
import { decodePolicyDocument, parsePolicyDocument } from '@iam-dossier/core/policy-document';
import type { Snapshot } from '@iam-dossier/core/snapshot';
import { union } from '../action-set.ts';
import { DocumentAnalyser, type AnalysedStatement, type ReadablePolicy } from '../document.ts';
import { combine } from '../effective.ts';
import type { AnalysedPolicy } from '../policy-in-force.ts';
import type { Caller } from './caller.ts';
import { holdingOf } from './holding.ts';
import { EscalationReport, type Escalation } from './report.ts';
import { callerIn, viewOf } from './snapshot-view.ts';

export interface EscalationInput {
  /** Identity policies of the principal, its groups' among them: objects or JSON text. They are judged together. */
  identityPolicies: readonly unknown[];
  /** A policy document, or `none` (the default), or `unknown`: then nothing is reachable for certain. */
  permissionsBoundary?: unknown;
  /** Documents of one level, or a list of documents for each level of the organization. Each level must allow. */
  serviceControlPolicies?: readonly unknown[];
  /** Who holds the policies, as far as it is known. */
  principal?: Caller;
  /** The account, for what a path needs beside the actions: roles and whom they trust, users, groups. */
  account?: Snapshot;
}

/**
 * Ways in which a principal with these policies could get more permissions than they give it: each known set of actions that it
 * holds, judged against boundary, denies, scope and what the account holds. A document that cannot be read grants nothing here.
 */
export function findEscalations(input: EscalationInput): Escalation[] {
  const analyser = new DocumentAnalyser();
  const documents = listOf(input.identityPolicies).map((document, index) => analysed(document, `identityPolicies/${index}`, analyser));
  const policies = documents.filter((entry) => entry !== undefined);
  const boundary = boundaryOf(input.permissionsBoundary, analyser);
  const controls = levelsOf(listOf(input.serviceControlPolicies)).map((level) =>
    level.flatMap((document) => analysed(document, 'serviceControlPolicies', analyser)?.statements ?? []),
  );
  const statements = policies.flatMap((policy) => policy.statements);
  const grants = combine(statements, boundary === 'unknown' ? undefined : boundary);
  const granted = union(grants.all, grants.scoped, grants.conditional);
  const partial = policies.length < documents.length;
  const holding = holdingOf({ policies, boundary, controls, all: grants.all, granted, administrator: false, partial });
  const view = input.account && viewOf(input.account);
  return [...new EscalationReport(holding, view).of(callerIn(input.account, input.principal ?? {}))];
}

function analysed(raw: unknown, policyName: string, analyser: DocumentAnalyser): AnalysedPolicy | undefined {
  const document = readable(raw);
  const statements = document.state === 'read' ? analyser.analyse(document) : null;
  return document.state === 'read' && statements ? { policy: { policyName, document }, statements } : undefined;
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
  if (raw === undefined || raw === 'none') return undefined;
  return raw === 'unknown' ? raw : (analysed(raw, 'permissionsBoundary', analyser)?.statements ?? 'unknown');
}

/** One document alone is a list of one. */
function listOf(documents: unknown): readonly unknown[] {
  if (documents === undefined || documents === null) return [];
  return Array.isArray(documents) ? documents : [documents];
}

function levelsOf(documents: readonly unknown[]): readonly (readonly unknown[])[] {
  if (documents.length === 0) return [];
  return documents.every((entry) => Array.isArray(entry)) ? (documents as readonly (readonly unknown[])[]) : [documents];
}
