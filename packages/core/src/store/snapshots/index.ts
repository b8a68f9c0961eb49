export { describeSnapshots, type DescribedFile } from './catalogue.ts';
export type { ResolvedSnapshot } from './choose.ts';
export { accountsAsked, listSnapshots, type StoredFile, type StoreListing, type StoreOther } from './list.ts';
export { isSnapshotName } from './name.ts';
export { planPrune, pruneSnapshots, type PrunePlan, type PruneReason, type PruneRules } from './prune.ts';
export { readResolved, resolveAmong, resolveSnapshot, type ResolveOptions } from './resolve.ts';
export type { SnapshotSummary } from './summary.ts';
export { validateStore, type StoreFinding, type StoreValidation } from './validate.ts';
export { storeSnapshot, type StoreOptions, type StoreResult } from './write.ts';
