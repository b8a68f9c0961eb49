export { assessmentOrigin, partnerOrigin, provenanceManifest, type Origin } from './manifest.ts';
