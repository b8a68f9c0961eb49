import { awsAccount, refused, summaryOf } from '../testing/aws.test-helper.ts';
import { denied, fails, missing, unproven } from '../testing/case.test-helper.ts';
import { keyCells, reportOf, rootCells } from '../testing/report.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './root-access-key.ts';

const aws = awsAccount();
const china = awsAccount('111122223333', 'aws-cn');
const root = '<root_account>';
const second = { access_key_2_active: 'true' };

testRule(rule, [
  { name: 'the summary counts none', snapshot: aws.snapshot([summaryOf({ AccountAccessKeysPresent: 0 })]), expected: { [root]: 'pass' } },
  { name: 'the summary counts one', snapshot: aws.snapshot([summaryOf({ AccountAccessKeysPresent: 1 })]), expected: { [root]: fails('present') } },
  { name: 'the report alone shows none', snapshot: aws.snapshot([reportOf({ [root]: rootCells })]), expected: { [root]: 'pass' } },
  {
    name: 'the report alone shows one',
    snapshot: aws.snapshot([reportOf({ [root]: { ...rootCells, ...keyCells } })]),
    expected: { [root]: fails('present') },
  },
  {
    name: 'the report shows one in the second slot',
    snapshot: aws.snapshot([reportOf({ [root]: { ...rootCells, ...second } })]),
    expected: { [root]: fails('present') },
  },
  {
    name: 'the summary is newer than the report',
    snapshot: aws.snapshot([summaryOf({ AccountAccessKeysPresent: 1 }), reportOf({ [root]: rootCells })]),
    expected: { [root]: fails('present') },
    sourcesDisagree: true,
  },
  {
    name: 'a summary without the key leaves it to the report',
    snapshot: aws.snapshot([summaryOf({ Users: 0 }), reportOf({ [root]: { ...rootCells, ...keyCells } })]),
    expected: { [root]: fails('present') },
  },
  {
    name: 'a summary without the key says nothing alone',
    snapshot: aws.snapshot([summaryOf({ Users: 0 })]),
    expected: { [root]: unproven('missing', 'unknown') },
  },
  { name: 'a report without the root row', snapshot: aws.snapshot([reportOf({ ana: {} })]), expected: { [root]: unproven('missing', 'unknown') } },
  {
    name: 'flags that the report does not support',
    snapshot: aws.snapshot([reportOf({ [root]: { access_key_1_active: 'not_supported', access_key_2_active: 'not_supported' } })]),
    expected: { [root]: unproven('missing', 'unknown') },
  },
  { name: 'another partition', snapshot: china.snapshot([summaryOf({ AccountAccessKeysPresent: 1 })]), expected: { [root]: fails('present') } },
  { name: 'neither summary nor report', snapshot: aws.snapshot([]), expected: { [aws.id]: missing('accountSummary', 'credentialReport') } },
  {
    name: 'both refused',
    snapshot: aws.snapshot([refused('GetAccountSummary'), refused('GetCredentialReport')]),
    expected: { [aws.id]: denied('accountSummary', 'credentialReport') },
  },
]);
