import type { Authorization, BuiltIn, Decision, StatementResult } from './answer.ts';
import { boundsOf, type Bounds } from './bounds.ts';
import { checkRequest } from './checked.ts';
import { RequestContext } from './context.ts';
import { decidingOf, silentOf } from './deciding.ts';
import { weigh, type Grounds, type Weighed } from './grant.ts';
import { readLayer, type ReadLayer } from './layer.ts';
import { matchLayer, notApplicable, type Layers, type MatchedLayer, type MatchedStatement } from './layer-match.ts';
import { missingOf } from './missing.ts';
import { principalOf, type Principal } from './principal.ts';
import { layerNames, type AuthorizationRequest, type LayerName } from './request.ts';
import { anyOf, triOf, type Tri } from './tri.ts';

/**
 * What AWS would answer to one request, by the policies handed in. What is not known is told apart from what is not there,
 * and an answer other than `indeterminate` holds whatever the unknown turns out to be. Pure; throws nothing, whatever the
 * documents are. Grants of KMS, access control lists, VPC endpoint policies and Block Public Access are not weighed.
 * @throws DossierError `usage` when principal, action or resource is no text
 */
export function authorize(request: AuthorizationRequest): Authorization {
  checkRequest(request);
  const principal = principalOf(request);
  const account = resourceAccountOf(request, principal);
  const bounds = boundsOf(request, principal, account);
  const read = layerNames.map((name) => readLayer(name, request[name]));
  const layers = matchAll(request, read, principal, account, bounds);
  const grounds = groundsOf(layers, bounds, sameAccount(principal, account));
  const weighed = weigh(grounds, bounds);
  const denied = anyOf(layerNames.map((name) => layers[name].denies));
  const decision = decide(denied, weighed, bounds);
  return {
    decision,
    ...(decision === 'indeterminate' ? missingOf(layers, weighed) : { missingLayers: [], missingKeys: [] }),
    deciding: bounds.builtIn.includes('caller-identity-needs-no-permission') ? [] : decidingOf(decision, layers, grounds, bounds),
    silent: decision === 'implicitDeny' && !bounds.builtIn.includes('root-user-assumes-no-role') ? silentOf(grounds, bounds) : [],
    statements: layerNames.flatMap((name) => layers[name].levels.flatMap((level) => level.statements.map(resultOf))),
    layers: layerNames.map((name) => {
      const { layer, state, allows, denies } = layers[name];
      return { layer, state, allows, denies };
    }),
    unreadable: read.filter(({ layer }) => !bounds.notApplicable.has(layer)).flatMap(({ levels }) => levels.flatMap(({ unreadable }) => unreadable)),
    builtIn: builtInOf(bounds, layers, principal),
    crossAccount: grounds.sameAccount === 'unknown' ? null : grounds.sameAccount === 'no',
  };
}

/** As in IAM's own simulator, a resource whose account nothing names is the caller's. */
function resourceAccountOf({ resource = '*', resourceAccount, context }: AuthorizationRequest, { account }: Principal): string | undefined {
  if (resourceAccount === 'unknown') return undefined;
  const said = Object.entries(context ?? {}).find(([key, value]) => key.toLowerCase() === 'aws:resourceaccount' && typeof value === 'string');
  const written = resource.split(':')[4] ?? '';
  return resourceAccount ?? (/^\d{12}$/.test(written) ? written : undefined) ?? (said ? String(said[1]) : (account ?? undefined));
}

function sameAccount({ account }: Principal, resourceAccount: string | undefined): Tri {
  if (account === null) return 'yes';
  return resourceAccount === undefined ? 'unknown' : triOf(account === resourceAccount);
}

function matchAll(
  request: AuthorizationRequest,
  read: readonly ReadLayer[],
  principal: Principal,
  account: string | undefined,
  bounds: Bounds,
): Layers {
  const { action, resource = '*' } = request;
  const context = new RequestContext(request, principal, account);
  const boundary = read.find(({ layer }) => layer === 'permissionsBoundary')?.state;
  const bounded: Tri = bounds.notApplicable.has('permissionsBoundary') ? 'no' : boundary === 'unknown' ? 'unknown' : triOf(boundary === 'documents');
  const asked = { action, resource, principal, context, bounded };
  const matched = read.map(
    (layer) => [layer.layer, bounds.notApplicable.has(layer.layer) ? notApplicable(layer) : matchLayer(layer, asked)] as const,
  );
  return withSession(Object.fromEntries(matched) as Record<LayerName, MatchedLayer>, principal);
}

/** A federated user may do what its session policies say, and without any nothing. */
function withSession(layers: Layers, { kind }: Principal): Layers {
  const { sessionPolicies } = layers;
  if (kind !== 'federatedUser' || sessionPolicies.state !== 'none') return layers;
  return { ...layers, sessionPolicies: { ...sessionPolicies, allows: 'no' } };
}

function groundsOf(layers: Layers, { builtIn }: Bounds, same: Tri): Grounds<Tri> {
  return {
    sameAccount: same,
    controls: layers.serviceControlPolicies.allows,
    identity: builtIn.includes('root-user-needs-no-policy') ? 'yes' : layers.identityPolicies.allows,
    boundary: layers.permissionsBoundary.allows,
    session: layers.sessionPolicies.allows,
    ...layers.resourcePolicy.by,
  };
}

function decide(denied: Tri, { granted }: Weighed, { builtIn }: Bounds): Decision {
  if (builtIn.includes('caller-identity-needs-no-permission')) return 'allowed';
  if (denied === 'yes') return 'explicitDeny';
  if (granted === 'no' || builtIn.includes('root-user-assumes-no-role')) return 'implicitDeny';
  return denied === 'no' && granted === 'yes' ? 'allowed' : 'indeterminate';
}

function builtInOf({ builtIn }: Bounds, { sessionPolicies }: Layers, { kind }: Principal): BuiltIn[] {
  const silenced: BuiltIn[] = kind === 'federatedUser' && sessionPolicies.state === 'none' ? ['federated-user-needs-session-policy'] : [];
  return [...builtIn, ...silenced].sort();
}

function resultOf({ placed: { place, statement }, match, mismatches }: MatchedStatement): StatementResult {
  return { ...place, effect: statement.effect, match, mismatches };
}
