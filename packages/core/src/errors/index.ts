export { errorCodes, type ErrorCode } from './codes.ts';
export { DossierError, isDossierError, type Problem } from './dossier-error.ts';
