export {
  actionOf,
  calls,
  callsFor,
  includes,
  services,
  type Call,
  type CallName,
  type EachEntry,
  type EachPrincipal,
  type Include,
  type Pages,
  type Scope,
  type Service,
  type Told,
} from './calls/index.ts';
export { collect } from './collect.ts';
export type { Collected, CollectCredentials, CollectEvent, CollectLimits, CollectOptions } from './options.ts';
export { exportScript, type ExportScriptOptions } from './export-script/index.ts';
export { permissionsOf, type PermissionGroup } from './permissions.ts';
export { planCollection, type PlannedCall, type PlanOptions } from './plan.ts';
