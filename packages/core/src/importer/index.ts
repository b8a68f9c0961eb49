export { importSources } from './import.ts';
export { importPaths, openSnapshots } from './open.ts';
export type { ImportOptions, ImportSource } from './source.ts';
