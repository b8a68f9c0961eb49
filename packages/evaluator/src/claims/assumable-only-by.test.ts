import { awsAccount, details, wholeAccount } from '../testing/aws.test-helper.ts';
import { contradicted, cut, held, told, unchecked } from '../testing/claim-case.test-helper.ts';
import { testClaim } from '../testing/test-claim.test-helper.ts';
import assumableOnlyBy from './assumable-only-by.ts';

const aws = awsAccount();
const partner = '444455556666';
const saml = aws.arn('saml-provider', '/AWSSSO_1f0c6b7a2d9e4835_DO_NOT_DELETE');
const byAccount = { Principal: { AWS: `arn:aws:iam::${partner}:root` } };
const byPrincipal = { Principal: { AWS: `arn:aws:iam::${partner}:role/dev` } };
const byService = { Principal: { Service: 'ec2.amazonaws.com' } };
const bySaml = { Principal: { Federated: saml }, Action: 'sts:AssumeRoleWithSAML' };
const account = (...roles: object[]) => aws.snapshot(wholeAccount({ roles }));
const op = (...trust: object[]) => account(aws.role('op', trust));
const claim = { roles: ['op'], by: [partner] };
const whole = (...by: string[]) => held('held', { names: ['op'], by });
const also = (...from: string[]) => contradicted(told('other', { name: 'op', from }, 'op'));

testClaim(assumableOnlyBy, [
  { name: 'an account', snapshot: op(byAccount), claim, expected: whole(partner) },
  { name: 'a principal of the account', snapshot: op(byPrincipal), claim, expected: whole(partner) },
  {
    name: 'a principal',
    snapshot: op(byPrincipal),
    claim: { ...claim, by: [`arn:aws:iam::${partner}:role/*`] },
    expected: whole(`arn:aws:iam::${partner}:role/*`),
  },
  {
    name: 'a service and a provider',
    snapshot: op(byService, bySaml),
    claim: { ...claim, by: ['ec2.amazonaws.com', aws.arn('saml-provider', '/*')] },
    expected: whole('ec2.amazonaws.com', aws.arn('saml-provider', '/*')),
  },
  {
    name: 'the whole account where one principal is claimed',
    snapshot: op(byAccount),
    claim: { ...claim, by: [`arn:aws:iam::${partner}:role/dev`] },
    expected: also(partner),
  },
  { name: 'a service more', snapshot: op(byAccount, byService), claim, expected: also('ec2.amazonaws.com') },
  { name: 'anybody', snapshot: op({ Principal: '*' }), claim: { ...claim, by: ['arn:aws:iam::*:*', partner] }, expected: also('*') },
  { name: 'a deleted principal', snapshot: op(byAccount, { Principal: { AWS: 'AIDACKCEVSQ6C2EXAMPLE' } }), claim, expected: whole(partner) },
  { name: 'a role that is not there', snapshot: account(), claim, expected: contradicted(told('absent', { name: 'op', accounts: aws.id })) },
  {
    name: 'a trust policy that cannot be read',
    snapshot: account(aws.role('op', '{')),
    claim,
    expected: unchecked(told('unread', { name: 'op' }, 'op')),
  },
  {
    name: 'two of one name',
    snapshot: account(aws.role('op', [byAccount]), aws.role('op', [byAccount], { path: '/b/' })),
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
