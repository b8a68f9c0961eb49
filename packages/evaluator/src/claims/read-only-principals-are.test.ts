import { accessClaimCases } from '../testing/access-claim-cases.test-helper.ts';
import { held } from '../testing/claim-case.test-helper.ts';
import { testClaim } from '../testing/test-claim.test-helper.ts';
import readOnlyPrincipalsAre from './read-only-principals-are.ts';

const claim = { principals: ['ana'] };
const whole = held('held', { names: ['ana'] });

testClaim(readOnlyPrincipalsAre, accessClaimCases({ claim, fine: ['ec2:DescribeInstances', 's3:GetObject'], whole }));
