import { awsAccount, details, wholeAccount } from '../testing/aws.test-helper.ts';
import { contradicted, cut, held, lacks, told, unchecked } from '../testing/claim-case.test-helper.ts';
import { testClaim } from '../testing/test-claim.test-helper.ts';
import federationIs from './federation-is.ts';

const aws = awsAccount();
const by = (provider: string) => [{ Principal: { Federated: aws.arn('saml-provider', `/${provider}`) }, Action: 'sts:AssumeRoleWithSAML' }];
const center = aws.role('staff', by('AWSSSO_1f0c6b7a2d9e4835_DO_NOT_DELETE'));
const saml = aws.role('dev', by('okta'));
const account = (...roles: object[]) => aws.snapshot(wholeAccount({ roles }));
const accounts = aws.id;
const claim = { kind: 'identityCenter' };

testClaim(federationIs, [
  { name: 'one kind', snapshot: account(center), claim, expected: held('held', { accounts, kind: 'identityCenter', count: 1 }) },
  { name: 'none', snapshot: account(), claim: { kind: 'none' }, expected: held('held-none', { accounts }) },
  {
    name: 'another',
    snapshot: account(saml),
    claim,
    expected: contradicted(told('absent', { accounts, kind: 'identityCenter' }), told('other', { kind: 'saml', names: ['dev'] })),
  },
  { name: 'two', snapshot: account(center, saml), claim, expected: contradicted(told('other', { kind: 'saml', names: ['dev'] })) },
  {
    name: 'not none',
    snapshot: account(center),
    claim: { kind: 'none' },
    expected: contradicted(told('other', { kind: 'identityCenter', names: ['staff'] })),
  },
  {
    name: 'a cut list',
    snapshot: aws.snapshot([{ ...(details({ roles: [] }) as object), IsTruncated: true, Marker: 'more' }]),
    claim,
    expected: unchecked(cut('roleDetails')),
  },
  { name: 'nothing', snapshot: aws.snapshot([]), claim, expected: lacks('roleDetails') },
]);
