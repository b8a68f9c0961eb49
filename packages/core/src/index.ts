export * from './assessment/index.ts';
export * from './brand/index.ts';
export {
  permissionsOf,
  planCollection,
  type Collected,
  type CollectEvent,
  type CollectOptions,
  type PermissionGroup,
  type PlannedCall,
} from './collector/index.ts';
export * from './engagement/index.ts';
export * from './errors/index.ts';
export { generator } from './generator.ts';
export * from './importer/index.ts';
export * from './json/index.ts';
export * from './application/index.ts';
export * from './partner/index.ts';
export * from './policy-document/index.ts';
export * from './snapshot/index.ts';
export * from './store/index.ts';
export * from './text/index.ts';
export * from './time/index.ts';
