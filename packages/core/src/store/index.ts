export { partnerPathOf, readAssessmentFile, readBrandFile, readEngagementFile, readPartnerFile, readSnapshotFile, readText } from './read.ts';
export { writeWhole } from './write.ts';
