import { awsAccount, refused, summaryOf } from '../testing/aws.test-helper.ts';
import { denied, fails, missing, unproven } from '../testing/case.test-helper.ts';
import { reportOf, rootCells } from '../testing/report.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './root-signing-certificate.ts';

const aws = awsAccount();
const root = '<root_account>';
const counted = (AccountSigningCertificatesPresent: number) => summaryOf({ AccountSigningCertificatesPresent });
const row = (cells: object = {}) => reportOf({ [root]: { ...rootCells, ...cells } });

testRule(rule, [
  { name: 'the summary counts none', snapshot: aws.snapshot([counted(0)]), expected: { [root]: 'pass' } },
  { name: 'the summary counts one', snapshot: aws.snapshot([counted(1)]), expected: { [root]: fails('present') } },
  {
    name: 'one that is not active is one',
    snapshot: aws.snapshot([counted(1), row()]),
    expected: { [root]: fails('present') },
    sourcesDisagree: true,
  },
  { name: 'the report alone shows none', snapshot: aws.snapshot([row()]), expected: { [root]: 'pass' } },
  { name: 'the report alone shows one', snapshot: aws.snapshot([row({ cert_1_active: 'true' })]), expected: { [root]: fails('present') } },
  {
    name: 'the report shows one in the second slot',
    snapshot: aws.snapshot([row({ cert_2_active: 'TRUE' })]),
    expected: { [root]: fails('present') },
  },
  {
    name: 'a summary without the key leaves it to the report',
    snapshot: aws.snapshot([summaryOf({ Users: 0 }), row({ cert_1_active: 'true' })]),
    expected: { [root]: fails('present') },
  },
  {
    name: 'a summary without the key says nothing alone',
    snapshot: aws.snapshot([summaryOf({ Users: 0 })]),
    expected: { [root]: unproven('missing', 'unknown') },
  },
  {
    name: 'a flag that the report does not support',
    snapshot: aws.snapshot([row({ cert_2_active: 'not_supported' })]),
    expected: { [root]: unproven('missing', 'unknown') },
  },
  { name: 'neither summary nor report', snapshot: aws.snapshot([]), expected: { [aws.id]: missing('accountSummary', 'credentialReport') } },
  {
    name: 'both refused',
    snapshot: aws.snapshot([refused('GetAccountSummary'), refused('GetCredentialReport')]),
    expected: { [aws.id]: denied('accountSummary', 'credentialReport') },
  },
]);
