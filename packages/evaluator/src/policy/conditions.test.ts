import type { ConditionTest } from '@iam-dossier/core/policy-document';
import { describe, expect, it } from 'vitest';
import {
  allowRequiresMfa,
  conditionKind,
  denyIndividualKeys,
  denyRequiresExternalId,
  denyRequiresMfa,
  individualKeys,
  limits,
  limitsCallers,
  limitsSource,
  missesAccessKeys,
  requiresExternalId,
} from './conditions.ts';

/** `Operator key value value`, one test each; a lone `-` stands for no value. */
function tests(...lines: string[]): ConditionTest[] {
  return lines.map((line) => {
    const [operator = '', key = '', ...values] = line.split(' ');
    return { operator, key, values: values.filter((value) => value !== '-') };
  });
}

const PRESENT = 'aws:MultiFactorAuthPresent';
const AGE = 'aws:MultiFactorAuthAge';

describe('conditionKind', () => {
  it.each<[lines: string[], kind: string]>([
    [[], 'none'],
    [[`Bool ${PRESENT} true`], 'circumstance'],
    [['StringEquals AWS:SourceVpc v'], 'circumstance'],
    [['StringEquals aws:PrincipalTag/team blue'], 'circumstance'],
    [['StringEquals aws:CalledViaFirst x'], 'circumstance'],
    [['StringEquals aws:CalledVia x'], 'circumstance'],
    [['StringEquals aws:Ec2InstanceSourceVpc x'], 'circumstance'],
    [['StringEquals saml:aud x'], 'circumstance'],
    [['StringEquals sts:ExternalId x'], 'circumstance'],
    [['StringEquals aws:ResourceTag/team blue'], 'narrowing'],
    [['StringEquals iam:PassedToService ec2.amazonaws.com'], 'narrowing'],
    [['StringEquals xaws:SourceIp x'], 'narrowing'],
    [['StringEquals aws:SourceIpX x'], 'narrowing'],
    [['StringEquals aws:PrincipalTag x'], 'narrowing'],
    [[`Bool ${PRESENT} true`, 'StringEquals ec2:Region x'], 'narrowing'],
    [['StringEquals ec2:Region x', `Bool ${PRESENT} true`], 'narrowing'],
  ])('%j: %s', (lines, kind) => expect(conditionKind(tests(...lines))).toBe(kind));
});

describe('MFA', () => {
  it.each<[line: string, allow: boolean, deny: boolean]>([
    [`Bool ${PRESENT} true`, true, false],
    [`bool AWS:multifactorauthpresent TRUE`, true, false],
    [`Bool ${PRESENT} false`, false, false],
    [`Bool ${PRESENT} true false`, false, false],
    [`Bool ${PRESENT} -`, false, false],
    [`BoolIfExists ${PRESENT} true`, false, false],
    [`BoolIfExists ${PRESENT} false`, false, true],
    [`BoolIfExists ${PRESENT} true false`, false, true],
    [`Null ${PRESENT} false`, false, false],
    [`StringEquals ${PRESENT} true`, false, false],
    [`NumericLessThan ${AGE} 3600`, true, false],
    [`NumericLessThanEquals ${AGE} 3600`, true, false],
    [`NumericGreaterThan ${AGE} 0`, true, false],
    [`NumericGreaterThanEquals ${AGE} 0`, true, false],
    [`NumericEquals ${AGE} 0`, true, false],
    [`NumericLessThanIfExists ${AGE} 3600`, false, false],
    [`ForAllValues:NumericLessThan ${AGE} 3600`, false, false],
    [`NumericNotEquals ${AGE} 3600`, false, false],
    [`Null ${AGE} false`, true, false],
    [`Null ${AGE} true`, false, true],
    [`Null ${AGE} true false`, false, true],
    [`Bool ${AGE} false`, false, false],
    [`Bool ${AGE} true`, false, false],
    [`NumericGreaterThanIfExists ${AGE} 3600`, false, true],
    [`NumericGreaterThanEqualsIfExists ${AGE} 3600`, false, true],
    [`xNumericGreaterThanIfExists ${AGE} 3600`, false, false],
    [`NumericGreaterThanIfExistsX ${AGE} 3600`, false, false],
    ['Bool aws:SecureTransport true', false, false],
    ['Null aws:TokenIssueTime true', false, false],
  ])('%s: an Allow with it needs MFA: %s; a Deny stops all without: %s', (line, allow, deny) => {
    expect(allowRequiresMfa(tests(line))).toBe(allow);
    expect(denyRequiresMfa(tests(line))).toBe(deny);
  });

  it('one test of an Allow is enough, a Deny must have no other', () => {
    expect(allowRequiresMfa(tests('IpAddress aws:SourceIp 10.0.0.0/8', `Bool ${PRESENT} true`))).toBe(true);
    expect(denyRequiresMfa(tests(`BoolIfExists ${PRESENT} false`, 'IpAddress aws:SourceIp 10.0.0.0/8'))).toBe(false);
    expect(denyRequiresMfa([])).toBe(false);
  });

  it.each<[line: string, allow: boolean, deny: boolean]>([
    [`Bool ${PRESENT} false`, false, true],
    [`Bool ${PRESENT} true false`, false, true],
    [`Bool ${PRESENT} true`, false, false],
    [`BoolIfExists ${PRESENT} false`, false, false],
    [`BoolIfExists ${PRESENT} true`, true, false],
    [`BoolIfExists ${PRESENT} true false`, false, false],
    [`NumericGreaterThan ${AGE} 3600`, false, true],
    [`NumericGreaterThanEquals ${AGE} 3600`, false, true],
    [`NumericGreaterThanIfExists ${AGE} 3600`, false, false],
    [`ForAnyValue:NumericGreaterThan ${AGE} 3600`, false, false],
    [`NumericLessThanIfExists ${AGE} 3600`, true, false],
    [`NumericLessThanEqualsIfExists ${AGE} 3600`, true, false],
    [`ForAnyValue:NumericLessThanIfExists ${AGE} 3600`, false, false],
    [`NumericLessThanIfExistsX ${AGE} 3600`, false, false],
    ['Bool aws:SecureTransport false', false, false],
    ['NumericGreaterThan s3:max-keys 5', false, false],
    ['BoolIfExists aws:SecureTransport true', false, false],
  ])('%s: an Allow lets access keys through: %s; a Deny misses them: %s', (line, allow, deny) => {
    expect(missesAccessKeys('Allow', tests(line))).toBe(allow);
    expect(missesAccessKeys('Deny', tests(line))).toBe(deny);
  });

  it('is found among other tests', () => {
    expect(missesAccessKeys('Deny', tests('IpAddress aws:SourceIp 10.0.0.0/8', `Bool ${PRESENT} false`))).toBe(true);
  });
});

describe('external id', () => {
  it.each<[line: string, allow: boolean, deny: boolean]>([
    ['StringEquals sts:ExternalId x', true, false],
    ['StringEquals STS:externalid x y', true, false],
    ['StringEqualsIgnoreCase sts:ExternalId x', true, false],
    ['StringLike sts:ExternalId x*', true, false],
    ['StringLike sts:ExternalId *', false, false],
    ['StringLike sts:ExternalId x *', false, false],
    ['StringLike sts:ExternalId ?*', false, false],
    ['StringEquals sts:ExternalId -', false, false],
    ['StringEqualsIfExists sts:ExternalId x', false, false],
    ['ForAllValues:StringEquals sts:ExternalId x', false, false],
    ['StringEquals aws:PrincipalOrgID x', false, false],
    ['StringNotEquals sts:ExternalId x', false, true],
    ['StringNotEqualsIfExists sts:ExternalId x', false, true],
    ['StringNotLike sts:ExternalId x*', false, true],
    ['StringNotLike sts:ExternalId *', false, false],
    ['StringNotLike sts:ExternalId x *', false, false],
    ['StringNotEquals sts:ExternalId -', false, false],
    ['StringNotEquals aws:PrincipalOrgID x', false, false],
    ['ForAllValues:StringNotEquals sts:ExternalId x', false, false],
  ])('%s: an Allow needs one: %s; a Deny stops all without: %s', (line, allow, deny) => {
    expect(requiresExternalId(tests(line))).toBe(allow);
    expect(denyRequiresExternalId(tests(line))).toBe(deny);
  });

  it('a Deny must have no other test', () => {
    expect(denyRequiresExternalId(tests('StringNotEquals sts:ExternalId x', 'IpAddress aws:SourceIp 10.0.0.0/8'))).toBe(false);
    expect(denyRequiresExternalId([])).toBe(false);
  });
});

describe('limits', () => {
  it.each<[line: string, limited: boolean]>([
    ['StringEquals k x', true],
    ['StringEquals K x', true],
    ['StringEqualsIgnoreCase k x', true],
    ['StringLike k x*', true],
    ['ArnLike k arn:aws:iam::1:*', true],
    ['ArnEquals k arn:aws:iam::1:*', true],
    ['ForAnyValue:StringLike k x', true],
    ['ForAllValues:StringLike k x', false],
    ['StringNotEquals k x', false],
    ['StringEqualsIfExists k x', false],
    ['StringLike k *', false],
    ['StringLike k x *', false],
    ['ArnLike k *:*', false],
    ['StringEquals k -', false],
    ['StringEquals other x', false],
  ])('%s: %s', (line, limited) => expect(limits(tests(line), (key) => key === 'k')).toBe(limited));

  it.each<[line: string, limited: boolean]>([
    ['IpAddress aws:SourceIp 10.0.0.0/8', true],
    ['IpAddress aws:VpcSourceIp 10.0.0.0/8', true],
    ['ipaddress AWS:sourceip 10.0.0.0/8', true],
    ['IpAddress aws:SourceIp 0.0.0.0/0', false],
    ['IpAddress aws:SourceIp ::/0', false],
    ['IpAddress aws:SourceIp 10.0.0.0/8 0.0.0.0/0', false],
    ['IpAddress aws:SourceIp 10.0.0.0/0', true],
    ['IpAddress aws:SourceIp 0.0.0.0/08', true],
    ['IpAddress aws:SourceIp -', false],
    ['IpAddressIfExists aws:SourceIp 10.0.0.0/8', false],
    ['NotIpAddress aws:SourceIp 10.0.0.0/8', false],
    ['IpAddress xaws:SourceIp 10.0.0.0/8', false],
    ['IpAddress aws:SourceIpX 10.0.0.0/8', false],
    ['StringEquals aws:SourceIp 10.0.0.0/8', false],
    ['StringEquals aws:PrincipalOrgID o-1', true],
    ['StringEquals aws:PrincipalTag/team blue', true],
    ['StringEquals aws:PrincipalTag blue', false],
    ['StringEquals aws:SourceVpce v', true],
    ['StringEquals aws:SourceVpcX v', false],
    ['StringEquals sts:ExternalId x', true],
    ['StringEquals saml:aud x', true],
    ['StringEquals xsaml:aud x', false],
    [`Bool ${PRESENT} true`, false],
    ['StringEquals aws:RequestedRegion eu-west-1', false],
  ])('of callers, %s: %s', (line, limited) => expect(limitsCallers(tests(line))).toBe(limited));

  it('of callers are found among other tests', () => {
    expect(limitsCallers(tests(`Bool ${PRESENT} true`, 'IpAddress aws:SourceIp 10.0.0.0/8'))).toBe(true);
    expect(limitsCallers([])).toBe(false);
  });

  it.each<[line: string, limited: boolean]>([
    ['StringEquals aws:SourceAccount 111122223333', true],
    ['ArnLike aws:SourceArn arn:aws:s3:::b', true],
    ['StringEquals aws:SourceOrgID o-1', true],
    ['StringEquals aws:SourceOrgPaths o-1/*', true],
    ['StringEquals sts:ExternalId x', true],
    ['StringEquals aws:RequestTag/cluster x', true],
    ['StringEquals aws:SourceVpc v', false],
    ['StringEquals aws:SourceArnX x', false],
    ['StringEquals xaws:SourceArn x', false],
    ['StringEquals aws:PrincipalOrgID o-1', false],
    ['ArnLike aws:SourceArn *', false],
  ])('of a source, %s: %s', (line, limited) => expect(limitsSource(tests(line))).toBe(limited));
});

describe('keys that tell one caller from another', () => {
  it.each<[line: string, allow: boolean, deny: boolean]>([
    ['ArnLike aws:PrincipalArn arn:aws:iam::111122223333:user/ana', true, false],
    ['ArnNotLike aws:PrincipalArn arn:aws:iam::111122223333:user/ana', false, true],
    ['StringNotEqualsIfExists aws:PrincipalArn arn:aws:iam::111122223333:user/ana', false, true],
    ['ArnLike aws:PrincipalArn arn:aws:iam::111122223333:user/*', false, false],
    ['ArnLike aws:PrincipalArn arn:aws:iam::111122223333:role/*', false, false],
    ['ArnLike aws:PrincipalArn arn:aws:sts::111122223333:assumed-role/*/*', false, false],
    ['ArnLike aws:PrincipalArn arn:aws:iam::*:root', false, false],
    ['ArnLike aws:PrincipalArn arn:aws:iam::111122223333:*', false, false],
    ['ArnLike aws:PrincipalArn arn:aws:iam::111122223333:user/team/*', true, false],
    ['ArnLike aws:PrincipalArn arn:aws:iam::111122223333:user/ana arn:aws:iam::111122223333:user/*', false, false],
    ['StringLike aws:PrincipalArn *', false, false],
    ['StringEquals aws:PrincipalArn root', false, false],
    ['StringEquals aws:PrincipalTag/person ana', true, false],
    ['StringEquals aws:PrincipalTag/person root', true, false],
    ['StringEquals aws:userid AIDAX', true, false],
    ['StringEquals aws:username ana', true, false],
    ['StringEquals aws:usernamex ana', false, false],
    ['StringEquals xaws:username ana', false, false],
    ['StringEquals aws:username -', false, false],
    ['StringEquals sts:RoleSessionName ${aws:username}', true, false],
    ['StringEquals sts:RoleSessionName session', false, false],
    ['StringEquals sts:RoleSessionName ana bob', true, false],
    ['StringLike sts:RoleSessionName *@example.com', true, false],
    ['StringLike sts:SourceIdentity *', true, false],
    ['StringEquals sts:SourceIdentity ana', true, false],
    ['StringNotLike sts:SourceIdentity *', false, true],
    ['Null sts:SourceIdentity false', true, false],
    ['Null sts:SourceIdentity true', false, true],
    ['Null sts:SourceIdentity true false', false, false],
    ['Null sts:SourceIdentity -', false, false],
    ['xNull sts:SourceIdentity false', false, false],
    ['NullX sts:SourceIdentity false', false, false],
    ['Null aws:PrincipalTag/person false', false, false],
    ['Null aws:username true', false, false],
    ['StringEquals aws:PrincipalOrgID o-1', false, false],
    ['StringEqualsIfExists aws:username ana', false, false],
    ['ForAllValues:StringNotEquals aws:username ana', false, false],
    ['StringNotEqualsX aws:username ana', false, false],
  ])('%s: of an Allow: %s; of a Deny: %s', (line, allow, deny) => {
    const [, key] = line.split(' ');
    expect(individualKeys(tests(line))).toEqual(allow ? [key] : []);
    expect(denyIndividualKeys(tests(line))).toEqual(deny ? [key] : []);
  });

  it('an Allow may have several, a Deny must have no other test', () => {
    expect(individualKeys(tests('StringEquals aws:username ana', `Bool ${PRESENT} true`, 'StringEquals aws:userid x'))).toEqual([
      'aws:username',
      'aws:userid',
    ]);
    expect(denyIndividualKeys(tests('StringNotEquals aws:username ana', `Bool ${PRESENT} true`))).toEqual([]);
    expect(denyIndividualKeys([])).toEqual([]);
  });
});
