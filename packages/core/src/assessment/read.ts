import { readContract } from '../contract/index.ts';
import { checkAgreement } from './agreement.ts';
import { assessmentContract, type Assessment } from './assessment.ts';

/** @throws DossierError when the value is not an assessment this version can read, or does not agree with itself */
export function readAssessment(value: unknown, file?: string): Assessment {
  const assessment = readContract(assessmentContract, value, file === undefined ? {} : { file });
  checkAgreement(assessment, file);
  return assessment;
}
