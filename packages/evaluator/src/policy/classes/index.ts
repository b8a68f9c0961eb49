export { classActions, classIds, type ClassId } from './class.ts';
export { addBoth, exposuresOf, granters, isUnscoped, negatedActionQuotes, noExposures, type Exposure, type Exposures } from './exposure.ts';
export { namesIn } from './names.ts';
