import { DossierError } from '@iam-dossier/core/errors';
import { resolvePointer } from '@iam-dossier/core/json';
import type { Snapshot } from '@iam-dossier/core/snapshot';
import {
  authorize,
  layerNames,
  type Authorization,
  type AuthorizationRequest,
  type ControlPolicies,
  type LayerName,
  type PolicyLayer,
  type StatementPlace,
  type StatementResult,
} from '../policy/authorize/index.ts';
import { layersIn, starOnly, type PolicySource, type SourcedLayer } from './access-layers.ts';
import { findPrincipal } from './access-principal.ts';

/** A question about one principal of a snapshot. Layers that are given replace what the snapshot holds. */
export interface AccessQuestion extends Pick<AuthorizationRequest, 'context' | 'contextComplete' | 'managementAccount' | 'resourceAccount'> {
  /** ARN or name of a user or role, `root`, a session's ARN, or any other principal as `authorize` takes it. */
  principal: string;
  action: string;
  /** Default `*`. */
  resource?: string;
  resourcePolicy?: PolicyLayer;
  sessionPolicies?: PolicyLayer;
  serviceControlPolicies?: ControlPolicies;
  resourceControlPolicies?: ControlPolicies;
}

/** A statement with the policy that holds it and its text. */
export interface SourcedStatement extends StatementPlace {
  /** `null` for a document that was handed in. */
  source: PolicySource | null;
  /** The statement as written; `undefined` where it was handed in. */
  text: unknown;
}

export interface NearMiss extends SourcedStatement, Pick<StatementResult, 'effect' | 'match' | 'mismatches'> {}

export interface AccessExplanation {
  /** ARN of the principal, and whether the snapshot holds its policies. */
  principal: { arn: string; inSnapshot: boolean };
  action: string;
  resource: string;
  /** The action is on a resource and none was named: only what is allowed or denied on every resource counts. */
  resourceLeftOut: boolean;
  /** What can be said without a guess. */
  answer: Authorization;
  /** The same, as if every layer that a snapshot never holds and nobody gave were not there. */
  withinSnapshot: Authorization;
  /** Statements that decided; of an indeterminate answer, those that decide within the snapshot. */
  deciding: readonly SourcedStatement[];
  /** Statements on the action that fail by something else, those that fail by least first. */
  nearMisses: readonly NearMiss[];
  /** Policies of the principal whose document is not in the snapshot. */
  unresolved: readonly PolicySource[];
}

/** Layers that no snapshot holds. */
const outside: readonly LayerName[] = ['serviceControlPolicies', 'resourceControlPolicies', 'resourcePolicy', 'sessionPolicies'];

/**
 * Answers by the policies in a snapshot whether a principal may do something, and says why. Pure.
 * @throws DossierError `usage` when nobody bears the name, or two do
 */
export function explainAccess(snapshot: Snapshot, question: AccessQuestion): AccessExplanation {
  const { action, resource = '*' } = question;
  const found = findPrincipal(snapshot, question.principal);
  if (found.state !== 'found') throw notOne(question.principal, found);
  const { principal } = found;
  const known = layersIn(snapshot, principal, action, resource);
  const sourced: Partial<Record<LayerName, SourcedLayer>> =
    question.resourcePolicy === undefined ? known : { ...known, resourcePolicy: given(question.resourcePolicy) };
  const request: AuthorizationRequest = {
    ...question,
    principal: principal.input,
    resource,
    ...Object.fromEntries(Object.entries(sourced).map(([name, { layer }]) => [name, layer])),
  };
  const answer = authorize(request);
  const withinSnapshot = authorize({
    ...request,
    ...Object.fromEntries(outside.flatMap((name) => (isUnknown(request[name]) ? [[name, 'none']] : []))),
  });
  const sourcedOf = (place: StatementPlace): SourcedStatement => sourceStatement(place, sourced, snapshot);
  return {
    principal: { arn: principal.input.arn, inSnapshot: principal.user !== undefined || principal.role !== undefined },
    action,
    resource,
    resourceLeftOut: resource === '*' && starOnly(action) === false,
    answer,
    withinSnapshot,
    deciding: (answer.decision === 'indeterminate' ? withinSnapshot : answer).deciding.map(sourcedOf),
    nearMisses: nearest(answer.statements).map((statement) => ({ ...statement, ...sourcedOf(statement) })),
    unresolved: layerNames.flatMap((name) => sourced[name]?.sources.filter(({ at }) => at === null) ?? []),
  };
}

function given(layer: PolicyLayer): SourcedLayer {
  return { layer, sources: [] };
}

function isUnknown(layer: unknown): boolean {
  return layer === undefined || layer === 'unknown';
}

function notOne(text: string, found: { state: 'ambiguous' | 'absent'; names: readonly string[] }): DossierError {
  if (found.state === 'ambiguous')
    return new DossierError('usage', `${JSON.stringify(text)} names a user and a role: give the ARN, ${found.names.join(' or ')}`);
  return new DossierError('usage', `the snapshot holds no user and no role named ${JSON.stringify(text)}`);
}

function sourceStatement(place: StatementPlace, layers: Partial<Record<LayerName, SourcedLayer>>, snapshot: Snapshot): SourcedStatement {
  const source = layers[place.layer]?.sources[place.document] ?? null;
  const at = source?.at ?? null;
  return { ...place, source, text: at === null ? undefined : resolvePointer(snapshot, `${at}${place.path}`) };
}

function nearest(statements: readonly StatementResult[]): StatementResult[] {
  const near = statements.filter(({ match, mismatches }) => match !== 'yes' && !mismatches.some(({ element }) => element === 'action'));
  const failing = ({ mismatches }: StatementResult) => mismatches.filter(({ match }) => match === 'no').length;
  return near
    .map((statement, place) => ({ statement, place }))
    .sort((a, b) => failing(a.statement) - failing(b.statement) || a.place - b.place)
    .map(({ statement }) => statement);
}
