import { awsAccount, summaryOf } from '../testing/aws.test-helper.ts';
import { fails, missing, unproven } from '../testing/case.test-helper.ts';
import { reportOf, rootCells } from '../testing/report.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './root-mfa.ts';

const aws = awsAccount();
const root = '<root_account>';
const summary = (AccountMFAEnabled: number, AccountPasswordPresent: number, AccountAccessKeysPresent: number) =>
  aws.snapshot([summaryOf({ AccountMFAEnabled, AccountPasswordPresent, AccountAccessKeysPresent })]);
const oldReport = { password_enabled: 'not_supported', password_last_changed: 'not_supported' };

testRule(rule, [
  { name: 'MFA is on', snapshot: summary(1, 1, 0), expected: { [root]: 'pass' } },
  { name: 'a password without MFA', snapshot: summary(0, 1, 0), expected: { [root]: fails('none') } },
  { name: 'no credentials at all', snapshot: summary(0, 0, 0), expected: { [root]: 'pass' } },
  { name: 'no password, and a key', snapshot: summary(0, 0, 1), expected: { [root]: fails('none') } },
  {
    name: 'a summary that does not speak of the password',
    snapshot: aws.snapshot([summaryOf({ AccountMFAEnabled: 0, AccountAccessKeysPresent: 0 })]),
    expected: { [root]: unproven('missing', 'credentials-unknown') },
  },
  {
    name: 'a summary that does not speak of keys',
    snapshot: aws.snapshot([summaryOf({ AccountMFAEnabled: 0, AccountPasswordPresent: 0 })]),
    expected: { [root]: unproven('missing', 'credentials-unknown') },
  },
  {
    name: 'a summary that does not speak of MFA',
    snapshot: aws.snapshot([summaryOf({ AccountPasswordPresent: 1 })]),
    expected: { [root]: unproven('missing', 'unknown') },
  },
  { name: 'the report alone, MFA on', snapshot: aws.snapshot([reportOf({ [root]: rootCells })]), expected: { [root]: 'pass' } },
  {
    name: 'the report alone, MFA off',
    snapshot: aws.snapshot([reportOf({ [root]: { ...rootCells, mfa_active: 'false' } })]),
    expected: { [root]: fails('none') },
  },
  {
    name: 'an old report, which supports no password of root',
    snapshot: aws.snapshot([reportOf({ [root]: oldReport })]),
    expected: { [root]: unproven('missing', 'credentials-unknown') },
  },
  {
    name: 'the summary is newer than the report',
    snapshot: aws.snapshot([summaryOf({ AccountMFAEnabled: 0, AccountPasswordPresent: 1 }), reportOf({ [root]: rootCells })]),
    expected: { [root]: fails('none') },
    sourcesDisagree: true,
  },
  { name: 'neither summary nor report', snapshot: aws.snapshot([]), expected: { [aws.id]: missing('accountSummary', 'credentialReport') } },
]);
