import { awsAccount, details, wholeAccount } from '../testing/aws.test-helper.ts';
import { contradicted, cut, held, told, unchecked } from '../testing/claim-case.test-helper.ts';
import { testClaim } from '../testing/test-claim.test-helper.ts';
import rolesRequireMfa from './roles-require-mfa.ts';

const aws = awsAccount();
const partner = '444455556666';
const open = { Principal: { AWS: `arn:aws:iam::${partner}:root` } };
const mfa = (operator: string) => ({ ...open, Condition: { [operator]: { 'aws:MultiFactorAuthPresent': 'true' } } });
const account = (...roles: object[]) => aws.snapshot(wholeAccount({ roles }));
const claim = { roles: ['op'] };

testClaim(rolesRequireMfa, [
  { name: 'asked for', snapshot: account(aws.role('op', [mfa('Bool')])), claim, expected: held('held', { names: ['op'] }) },
  {
    name: 'not asked for',
    snapshot: account(aws.role('op', [open])),
    claim,
    expected: contradicted(told('without', { name: 'op', from: [partner] }, 'op')),
  },
  {
    name: 'asked for where it is known only',
    snapshot: account(aws.role('op', [mfa('BoolIfExists')])),
    claim,
    expected: contradicted(told('without', { name: 'op', from: [partner] }, 'op')),
  },
  { name: 'nobody may come in', snapshot: account(aws.role('op', [])), claim, expected: contradicted(told('nobody', { name: 'op' }, 'op')) },
  { name: 'a role that is not there', snapshot: account(), claim, expected: contradicted(told('absent', { name: 'op', accounts: aws.id })) },
  {
    name: 'a trust policy that cannot be read',
    snapshot: account(aws.role('op', '{')),
    claim,
    expected: unchecked(told('unread', { name: 'op' }, 'op')),
  },
  {
    name: 'two of one name',
    snapshot: account(aws.role('op', [mfa('Bool')]), aws.role('op', [mfa('Bool')], { path: '/b/' })),
    claim,
    expected: unchecked(told('ambiguous', { name: 'op', accounts: aws.id })),
  },
  {
    name: 'a cut list',
    snapshot: aws.snapshot([{ ...(details({ roles: [] }) as object), IsTruncated: true, Marker: 'more' }]),
    claim,
    expected: unchecked(cut('roleDetails'), told('unseen', { name: 'op', accounts: aws.id })),
  },
]);
