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
import { findPrincipal, type AccessPrincipal } from './access-principal.ts';
import { controlPoliciesOf, type ControlLayer, type SourcedControl, type UnknownControl } from './control-policies.ts';

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
  /** Snapshot that holds the organization, of its management account, where the principal's own does not. */
  organization?: Snapshot;
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
  /** The same, as if every layer outside the account’s own policies that is unknown were not there. */
  withinSnapshot: Authorization;
  /** Statements that decided; of an indeterminate answer, those that decide within the snapshot. */
  deciding: readonly SourcedStatement[];
  /** Statements on the action that fail by something else, those that fail by least first. */
  nearMisses: readonly NearMiss[];
  /** Policies of the principal whose document is not in the snapshot. */
  unresolved: readonly PolicySource[];
  /** Why control policies are unknown, where nobody gave them. */
  unknownControls: Partial<Record<ControlLayer, UnknownControl>>;
}

/** Layers that a snapshot seldom holds. */
const outside: readonly LayerName[] = ['serviceControlPolicies', 'resourceControlPolicies', 'resourcePolicy', 'sessionPolicies'];

/**
 * Answers by the policies in a snapshot whether a principal may do something, and says why. Pure.
 * @throws DossierError `usage` when nobody bears the name, or two do
 */
export function explainAccess(snapshot: Snapshot, question: AccessQuestion): AccessExplanation {
  const { action, resource = '*', organization: elsewhere, ...asked } = question;
  const found = findPrincipal(snapshot, question.principal);
  if (found.state !== 'found') throw notOne(question.principal, found);
  const { principal } = found;
  const known = layersIn(snapshot, principal, action, resource);
  const sourced: Partial<Record<LayerName, SourcedLayer>> =
    question.resourcePolicy === undefined ? known : { ...known, resourcePolicy: given(question.resourcePolicy) };
  const holder = snapshot.organization === undefined && elsewhere !== undefined ? elsewhere : snapshot;
  const controls = controlsIn(holder, principal, question);
  const managing = holder.organization?.masterAccountId;
  const request: AuthorizationRequest = {
    ...(managing === undefined ? {} : { managementAccount: managing }),
    ...Object.fromEntries(Object.entries(controls).map(([name, { layer }]) => [name, layer])),
    ...asked,
    action,
    principal: principal.input,
    resource,
    ...Object.fromEntries(Object.entries(sourced).map(([name, { layer }]) => [name, layer])),
  };
  const answer = authorize(request);
  const withinSnapshot = authorize({
    ...request,
    ...Object.fromEntries(outside.flatMap((name) => (isUnknown(request[name]) ? [[name, 'none']] : []))),
  });
  const sourcedOf = (place: StatementPlace): SourcedStatement => sourceControl(place, controls, holder) ?? sourceStatement(place, sourced, snapshot);
  return {
    principal: { arn: principal.input.arn, inSnapshot: principal.user !== undefined || principal.role !== undefined },
    action,
    resource,
    resourceLeftOut: resource === '*' && starOnly(action) === false,
    answer,
    withinSnapshot,
    deciding: (answer.decision === 'indeterminate' ? withinSnapshot : answer).deciding.map(sourcedOf),
    nearMisses: nearest(answer.statements).map((statement) => ({ ...statement, ...sourcedOf(statement) })),
    unresolved: [
      ...layerNames.flatMap((name) => sourced[name]?.sources ?? []),
      ...Object.values(controls).flatMap(({ levels }) => levels.flat()),
    ].filter(({ at }) => at === null),
    unknownControls: Object.fromEntries(Object.entries(controls).flatMap(([name, { unknown }]) => (unknown === undefined ? [] : [[name, unknown]]))),
  };
}

type Controls = Partial<Record<ControlLayer, SourcedControl>>;

/** Service control policies bind the principal's account, resource control policies the resource's. What is given stands. */
function controlsIn(holder: Snapshot, { input }: AccessPrincipal, question: AccessQuestion): Controls {
  const own = accountIn(input.arn);
  const ofResource = accountIn(question.resource ?? '') ?? question.resourceAccount ?? own;
  return {
    ...(question.serviceControlPolicies === undefined && own !== undefined
      ? { serviceControlPolicies: controlPoliciesOf(holder, 'serviceControlPolicies', own) }
      : {}),
    ...(question.resourceControlPolicies === undefined && ofResource !== undefined
      ? { resourceControlPolicies: controlPoliciesOf(holder, 'resourceControlPolicies', ofResource) }
      : {}),
  };
}

function accountIn(arn: string): string | undefined {
  return /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(arn)?.[1];
}

function sourceControl(place: StatementPlace, controls: Controls, holder: Snapshot): SourcedStatement | undefined {
  const control = place.layer === 'serviceControlPolicies' || place.layer === 'resourceControlPolicies' ? controls[place.layer] : undefined;
  if (control === undefined) return undefined;
  const source = control.levels[place.level ?? 0]?.[place.document] ?? null;
  const at = source?.at ?? null;
  return { ...place, source, text: at === null ? undefined : resolvePointer(holder, `${at}${place.path}`) };
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
