import type { Decision, StatementPlace } from './answer.ts';
import { lacking, type GrantRules, type Ground, type Grounds } from './grant.ts';
import { isDeny, type Layers, type MatchedStatement } from './layer-match.ts';
import { layerNames, type LayerName } from './request.ts';
import { allOf, type Tri } from './tri.ts';

/** Statements that decided: the Denies that match, or the Allows on which the grant rests. */
export function decidingOf(decision: Decision, layers: Layers, grounds: Grounds<Tri>, rules: GrantRules): StatementPlace[] {
  if (decision !== 'explicitDeny' && decision !== 'allowed') return [];
  const denied = decision === 'explicitDeny';
  const statements = layerNames.flatMap((name) => layers[name].levels.flatMap((level) => level.statements));
  return statements
    .filter((entry) => entry.match === 'yes' && isDeny(entry) === denied && (denied || counts(entry, grounds, rules)))
    .map(({ placed }) => placed.place);
}

/** An Allow counts only on the way by which it is granted. */
function counts({ placed, by }: MatchedStatement, grounds: Grounds<Tri>, { ownPolicies, resourceMustAllow }: GrantRules): boolean {
  const limits = allOf([grounds.boundary, grounds.session]) === 'yes';
  const own = limits && grounds.identity === 'yes';
  switch (placed.place.layer) {
    case 'serviceControlPolicies':
      return true;
    case 'resourceControlPolicies':
      return false;
    case 'resourcePolicy':
      return !ownPolicies || resourceMustAllow || grounds.sameAccount === 'no' || by.direct === 'yes' || (by.limited === 'yes' && limits);
    default:
      return own || (grounds.limited === 'yes' && limits);
  }
}

const layersOf: Readonly<Partial<Record<Ground, LayerName>>> = {
  controls: 'serviceControlPolicies',
  identity: 'identityPolicies',
  boundary: 'permissionsBoundary',
  session: 'sessionPolicies',
  account: 'resourcePolicy',
  direct: 'resourcePolicy',
  limited: 'resourcePolicy',
};

/** Layers that do not allow, and one of which would have to. */
export function silentOf(grounds: Grounds<Tri>, rules: GrantRules): LayerName[] {
  return layersOfGrounds(lacking(grounds, rules));
}

export function layersOfGrounds(grounds: ReadonlySet<Ground>): LayerName[] {
  const layers = new Set([...grounds].map((ground) => layersOf[ground]));
  return layerNames.filter((name) => layers.has(name));
}
