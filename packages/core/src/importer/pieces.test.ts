import { describe, expect, it } from 'vitest';
import { arnOf, codesOf, details, imported, userDetail } from './importing.test-helper.ts';

const arn = arnOf('policy/deploy');
const aws = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
const document = { Version: '2012-10-17', Statement: [] };
const listed = (policyArn: string, more: object = {}) => ({
  PolicyName: policyArn.slice(policyArn.lastIndexOf('/') + 1),
  PolicyId: `ANPA-${policyArn}`,
  Arn: policyArn,
  DefaultVersionId: 'v2',
  ...more,
});
const version = (policyArn: string | undefined, VersionId = 'v2', IsDefaultVersion = true) => ({
  ...(policyArn === undefined ? {} : { PolicyArn: policyArn }),
  PolicyVersion: { VersionId, IsDefaultVersion, Document: document },
});
const counted = { SummaryMap: { Users: 1, Groups: 0, Roles: 0 } };
/** Details without the policies, as `--filter User Group Role` leaves them. */
const filtered = (...policyArns: string[]) =>
  details([userDetail('ana', { AttachedManagedPolicies: policyArns.map((PolicyArn) => ({ PolicyName: 'p', PolicyArn })) })]);

describe('policies from the calls about single ones', () => {
  it('complete a snapshot that lacks them, when the answers say whose the documents are', () => {
    const snapshot = imported([counted, filtered(arn, aws), { Policies: [listed(arn)] }, version(arn), { Policy: listed(aws) }, version(aws)]);
    expect(snapshot.managedPolicies.map((policy) => [policy.arn, policy.policyVersionList])).toEqual([
      [arn, [{ versionId: 'v2', isDefaultVersion: true, document }]],
      [aws, [{ versionId: 'v2', isDefaultVersion: true, document }]],
    ]);
    expect(snapshot.parts.managedPolicies).toMatchObject({ status: 'complete', count: 2 });
    expect(snapshot.parts.managedPolicies.sources.map(({ name }) => name)).toEqual(['f2', 'f3', 'f4', 'f5', 'f6']);
    expect(snapshot.notes).toEqual([]);
  });

  it('leave the part partial where a document is not there', () => {
    const { parts } = imported([counted, filtered(arn, aws), { Policies: [listed(arn), listed(aws)] }, version(arn)]);
    expect(parts.managedPolicies).toMatchObject({ status: 'partial', reason: '1 attached policy has no document here' });
    const unattached = imported([counted, filtered(), { Policies: [listed(arn)] }]);
    expect(unattached.parts.managedPolicies).toMatchObject({ status: 'partial', reason: '1 unattached policy has no document here' });
    const older = imported([counted, filtered(arn), version(arn, 'v1', false)]);
    expect(older.parts.managedPolicies.status).toBe('partial');
  });

  it('without the authorization details are partial: nothing says that they are all', () => {
    const snapshot = imported([{ Policies: [listed(arn)] }, version(arn)]);
    expect([snapshot.parts.managedPolicies.status, snapshot.managedPolicies.length]).toEqual(['partial', 1]);
  });

  it('of AWS that nobody has are counted, not kept', () => {
    const snapshot = imported([counted, filtered(), { Policies: [listed(aws), listed(`${aws}2`)] }]);
    expect(snapshot.managedPolicies).toEqual([]);
    expect(snapshot.notes).toMatchObject([{ code: 'not-used', message: '2 listed policies of AWS are used by nobody here; they are left out' }]);
  });

  it('that say another thing than the details are told, and the details stand', () => {
    const whole = { ...listed(arn), PolicyVersionList: [{ VersionId: 'v2', IsDefaultVersion: true, Document: document }] };
    const changed = imported([counted, details([userDetail('ana')], { Policies: [whole] }), { Policies: [listed(arn, { DefaultVersionId: 'v3' })] }]);
    expect(changed.managedPolicies[0]?.defaultVersionId).toBe('v2');
    expect([codesOf(changed), changed.parts.managedPolicies.status]).toEqual([['contradictory'], 'partial']);
    const newer = imported([counted, details([userDetail('ana')], { Policies: [whole] }), version(arn, 'v3')]);
    expect(newer.notes).toMatchObject([{ code: 'contradictory', message: expect.stringContaining('(v2 and v3)') as string }]);
    expect(newer.parts.managedPolicies.status).toBe('partial');
  });

  it('that say the same as the details change nothing', () => {
    const whole = { ...listed(arn), PolicyVersionList: [{ VersionId: 'v2', IsDefaultVersion: true, Document: document }] };
    const snapshot = imported([counted, details([userDetail('ana')], { Policies: [whole] }), { Policies: [listed(arn)] }, version(arn)]);
    expect([snapshot.parts.managedPolicies.status, snapshot.notes]).toEqual(['complete', []]);
  });

  it('of Organizations are none of IAM', () => {
    const snapshot = imported([
      { Policies: [{ Id: 'p-1', Arn: 'arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess', Name: 'FullAWSAccess' }] },
    ]);
    expect(snapshot.managedPolicies).toEqual([]);
  });
});

describe('an OpenID Connect provider from its own call', () => {
  const provider = arnOf('oidc-provider/token.example.com/path');
  const list = { OpenIDConnectProviderList: [{ Arn: provider }] };
  const answer = { Url: 'token.example.com/path', ClientIDList: ['sts'], ThumbprintList: ['12'], CreateDate: '2026-01-02T03:04:05Z' };

  it.each<[string, object]>([
    ['the URL from which IAM forms the ARN', answer],
    ['that URL with its scheme', { ...answer, Url: 'https://token.example.com/path' }],
    ['the ARN that whoever asked put in', { Arn: provider, ...answer }],
  ])('is joined with the list by %s', (_, one) => {
    const snapshot = imported([list, one]);
    expect(snapshot.openIdConnectProviders).toMatchObject([{ arn: provider, clientIdList: ['sts'], thumbprintList: ['12'] }]);
    expect([snapshot.parts.openIdConnectProviders.status, snapshot.notes]).toEqual(['complete', []]);
  });

  it('alone is told: nothing says which it is', () => {
    const snapshot = imported([answer]);
    expect(snapshot.openIdConnectProviders).toEqual([]);
    expect(snapshot.notes).toMatchObject([
      { code: 'not-used', file: 'f1', message: expect.stringContaining('list-open-id-connect-providers') as string },
    ]);
    expect(imported([{ OpenIDConnectProviderList: [] }, answer]).parts.openIdConnectProviders.status).toBe('partial');
  });
});

describe('users and roles asked about one by one', () => {
  const one = (name: string, more: object = {}) => ({ User: { UserName: name, UserId: `AIDA-${name}`, Arn: arnOf(`user/${name}`), ...more } });
  const both = { SummaryMap: { Users: 2 } };

  it('are all, when the account summary counts as many', () => {
    expect(imported([both, one('ana'), one('ben')]).parts.users).toMatchObject({ status: 'complete', count: 2 });
    expect(imported([both, one('ana')]).parts.users.status).toBe('partial');
    expect(imported([one('ana'), one('ben')]).parts.users.status).toBe('partial');
  });

  it('add to the list what it leaves out, and contradict it where they differ', () => {
    const list = { Users: [one('ana').User, one('ben').User] };
    const joined = imported([both, list, one('ana', { Tags: [{ Key: 'k', Value: 'v' }] })]);
    expect(joined.users[0]?.tags).toEqual([{ key: 'k', value: 'v' }]);
    expect([joined.parts.users.status, joined.notes]).toEqual(['complete', []]);
    expect(imported([both, list, one('ana', { UserId: 'AIDA-other' })]).parts.users.status).toBe('partial');
  });
});
