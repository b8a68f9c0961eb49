import { accountSummary, organizationsFeatures, passwordPolicy } from './account.ts';
import { authorizationDetails } from './authorization-details.ts';
import type { Handler } from './handler.ts';
import { generateLastAccessed, getLastAccessed } from './last-accessed.ts';
import { listHandlers } from './lists.ts';
import { generateReport, getReport } from './report.ts';

export const iamHandlers: Readonly<Record<string, Handler>> = {
  ...listHandlers,
  GetAccountSummary: accountSummary,
  GetAccountPasswordPolicy: passwordPolicy,
  GetAccountAuthorizationDetails: authorizationDetails,
  GenerateCredentialReport: generateReport,
  GetCredentialReport: getReport,
  GenerateServiceLastAccessedDetails: generateLastAccessed,
  GetServiceLastAccessedDetails: getLastAccessed,
  ListOrganizationsFeatures: organizationsFeatures,
};
