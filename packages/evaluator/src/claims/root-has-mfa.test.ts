import { awsAccount, summaryOf } from '../testing/aws.test-helper.ts';
import { contradicted, held, lacks, told, unchecked } from '../testing/claim-case.test-helper.ts';
import { testClaim } from '../testing/test-claim.test-helper.ts';
import rootHasMfa from './root-has-mfa.ts';

const aws = awsAccount();
const account = (counts: Record<string, number>) => aws.snapshot([summaryOf(counts)]);
const data = { account: aws.id };

testClaim(rootHasMfa, [
  { name: 'so', snapshot: account({ AccountMFAEnabled: 1 }), claim: {}, expected: held('held', { accounts: aws.id }) },
  { name: 'not so', snapshot: account({ AccountMFAEnabled: 0 }), claim: {}, expected: contradicted(told('contrary', data, '<root_account>')) },
  { name: 'not in the summary', snapshot: account({ Users: 1 }), claim: {}, expected: unchecked(told('unknown', data, '<root_account>')) },
  { name: 'nothing', snapshot: aws.snapshot([]), claim: {}, expected: lacks('accountSummary', 'credentialReport') },
]);
