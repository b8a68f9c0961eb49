import type { BuiltIn } from './answer.ts';
import type { Principal } from './principal.ts';
import type { AuthorizationRequest, LayerName } from './request.ts';

/** What follows from who asks for what, before any statement is read. */
export interface Bounds {
  ownPolicies: boolean;
  resourceMustAllow: boolean;
  notApplicable: ReadonlySet<LayerName>;
  builtIn: readonly BuiltIn[];
}

const NO_ACCOUNT = new Set<Principal['kind']>(['service', 'provider', 'anonymous']);
const ENTRY = /^sts:(assumerole(withsaml|withwebidentity)?|tagsession|setsourceidentity|setcontext)$/i;
const KEY = /^arn:[^:]*:kms:[^:]*:[^:]*:key\//;
const ofPrincipal: LayerName[] = ['identityPolicies', 'permissionsBoundary', 'sessionPolicies'];

export function boundsOf(request: AuthorizationRequest, principal: Principal, resourceAccount: string | undefined): Bounds {
  const { kind, serviceLinked, account } = principal;
  const ownPolicies = !NO_ACCOUNT.has(kind);
  const management = managementOf(request);
  const ofManagement = (id: string | null | undefined) => management !== undefined && id === management;
  const gate = gateOf(request);
  const free: [boolean, LayerName[], BuiltIn | undefined][] = [
    [!ownPolicies, [...ofPrincipal, 'serviceControlPolicies'], undefined],
    [kind === 'rootUser', ofPrincipal, assumes(request) ? 'root-user-assumes-no-role' : 'root-user-needs-no-policy'],
    [kind === 'user' && !isGiven(request.sessionPolicies), ['sessionPolicies'], undefined],
    [serviceLinked, ['serviceControlPolicies', 'resourceControlPolicies'], 'service-linked-role-is-not-bound'],
    [ofManagement(account), ['serviceControlPolicies'], 'management-account-is-not-bound'],
    [ofManagement(resourceAccount), ['resourceControlPolicies'], 'management-account-is-not-bound'],
  ];
  const holding = free.filter(([holds]) => holds);
  const builtIn = [...holding.map(([, , name]) => name), gate, isFree(request, kind) ? ('caller-identity-needs-no-permission' as const) : undefined];
  return {
    ownPolicies,
    resourceMustAllow: gate !== undefined,
    notApplicable: new Set(holding.flatMap(([, layers]) => layers)),
    builtIn: [...new Set(builtIn.filter((name) => name !== undefined))].sort(),
  };
}

/** The request may tell it by AWS's own key. */
function managementOf({ managementAccount, context }: AuthorizationRequest): string | undefined {
  if (managementAccount !== undefined) return managementAccount;
  const said = Object.entries(context ?? {}).find(([name]) => name.toLowerCase() === 'aws:principalorgmasteraccountid')?.[1];
  return typeof said === 'string' ? said : undefined;
}

/** Resources whose own policy must allow, whatever the account's policies say. */
function gateOf({ action, resource = '*', resourcePolicy }: AuthorizationRequest): BuiltIn | undefined {
  if (ENTRY.test(action)) return 'trust-policy-must-allow';
  const isKey = KEY.test(resource) || (resource === '*' && isGiven(resourcePolicy));
  return isKey && /^kms:/i.test(action) ? 'key-policy-must-allow' : undefined;
}

function assumes({ action }: AuthorizationRequest): boolean {
  return /^sts:assumerole$/i.test(action);
}

function isFree({ action }: AuthorizationRequest, kind: Principal['kind']): boolean {
  return /^sts:getcalleridentity$/i.test(action) && kind !== 'anonymous' && kind !== 'provider';
}

function isGiven(layer: unknown): boolean {
  return layer !== undefined && layer !== 'none' && layer !== 'unknown' && !(Array.isArray(layer) && layer.length === 0);
}
