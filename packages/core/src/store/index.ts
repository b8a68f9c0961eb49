export { lineOfWords } from './locate.ts';
export * from './snapshots/index.ts';
export {
  partnerPathOf,
  readApplicationFile,
  readAssessmentFile,
  readBrandFile,
  readEngagementFile,
  readPartnerFile,
  readSnapshotFile,
  readText,
} from './read.ts';
export { makeFolder, writeWhole } from './write.ts';
