import { awsAccount, refused, summaryOf } from '../testing/aws.test-helper.ts';
import { asks, denied, missing, unproven } from '../testing/case.test-helper.ts';
import { testRule } from '../testing/test-rule.test-helper.ts';
import rule from './account-sts-global-endpoint.ts';

const aws = awsAccount();
const version = (GlobalEndpointTokenVersion: number) => aws.snapshot([summaryOf({ Users: 0, GlobalEndpointTokenVersion })]);

testRule(rule, [
  { name: 'tokens valid everywhere', snapshot: version(2), expected: { [aws.id]: 'pass' } },
  { name: 'tokens valid in Regions enabled by default', snapshot: version(1), expected: { [aws.id]: asks('version-1') } },
  { name: 'a version that is not known', snapshot: version(3), expected: { [aws.id]: asks('version-other', { version: 3 }) } },
  {
    name: 'a summary without the key, which is not version 1',
    snapshot: aws.snapshot([summaryOf({ Users: 0 })]),
    expected: { [aws.id]: unproven('missing', 'absent') },
  },
  { name: 'no summary', snapshot: aws.snapshot([]), expected: { [aws.id]: missing('accountSummary') } },
  { name: 'a summary refused', snapshot: aws.snapshot([refused('GetAccountSummary')]), expected: { [aws.id]: denied('accountSummary') } },
]);
