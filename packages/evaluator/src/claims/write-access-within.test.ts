import { accessClaimCases } from '../testing/access-claim-cases.test-helper.ts';
import { awsAccount, wholeAccount } from '../testing/aws.test-helper.ts';
import { held, told, unchecked } from '../testing/claim-case.test-helper.ts';
import { testClaim } from '../testing/test-claim.test-helper.ts';
import writeAccessWithin from './write-access-within.ts';

const aws = awsAccount();
const claim = { principals: ['ana'], services: ['ec2'] };
const whole = held('held', { names: ['ana'], services: ['ec2'] });

testClaim(writeAccessWithin, [
  ...accessClaimCases({ claim, fine: ['ec2:StartInstances', 's3:GetObject'], whole }),
  {
    name: 'a service that nobody knows',
    snapshot: aws.snapshot(wholeAccount({ users: [aws.user('ana')] })),
    claim: { ...claim, services: ['ec-2'] },
    expected: unchecked(told('no-service', { service: 'ec-2' })),
  },
]);
