import { evaluate } from '@iam-dossier/evaluator';
import { describe, expect, it } from 'vitest';
import { awsAccount, wholeAccount, type RawStatement } from '../../packages/evaluator/src/testing/aws.test-helper.ts';

// Trust policies of prowler-cloud/prowler (Apache-2.0), tests/…/iam_role_service_trust_restricts_source_to_account at 0de11183.
const aws = awsAccount();
const job = `arn:aws:sagemaker:us-east-1:${aws.id}:training-job/one`;
const bucket = 'arn:aws:s3:::one-bucket';
const trust = (Condition: object): RawStatement => ({ Principal: { Service: 'sagemaker.amazonaws.com' }, Condition });

function outcomeOf(...statements: RawStatement[]): string {
  const snapshot = aws.snapshot(wholeAccount({ roles: [aws.role('trained', statements)] }));
  const { rules, subjects } = evaluate({ snapshots: [snapshot], issuedAt: '2026-10-27' });
  const rule = rules.find(({ id }) => id === 'role-service-source');
  const place = rule?.population.findIndex((subject) => subjects[subject]?.name === 'trained') ?? -1;
  return rule?.outcomes[place] ?? 'none';
}

describe('a service that assumes a role for whom it acts', () => {
  it.each<[string, object]>([
    ['an account', { StringEquals: { 'aws:SourceAccount': aws.id } }],
    ['a resource of an account', { ArnLike: { 'aws:SourceArn': job } }],
    ['exactly that resource', { ArnEquals: { 'aws:SourceArn': job } }],
    ['any resource of an account', { ArnLike: { 'aws:SourceArn': `arn:aws:sagemaker:us-east-1:${aws.id}:*` } }],
    ['a bucket of an account', { ArnLike: { 'aws:SourceArn': bucket }, StringEquals: { 'aws:SourceAccount': aws.id } }],
    ['an account, and the key must be there', { StringEquals: { 'aws:SourceAccount': aws.id }, Null: { 'aws:SourceAccount': 'false' } }],
    ['an account twice', { StringEquals: { 'aws:SourceAccount': aws.id }, StringLike: { 'aws:SourceAccount': '*' } }],
    ['a resource twice', { ArnEquals: { 'aws:SourceArn': job }, ArnLike: { 'aws:SourceArn': 'arn:aws:sagemaker:*:*:*' } }],
    ['an organization', { StringEquals: { 'aws:SourceOrgID': 'o-abcdefghij' } }],
  ])('is held to %s', (_, condition) => expect(outcomeOf(trust(condition))).toBe('p'));

  it.each<[string, object]>([
    ['any ARN', { ArnLike: { 'aws:SourceArn': '*' } }],
    ['an ARN of any account', { ArnLike: { 'aws:SourceArn': 'arn:aws:sagemaker:*:*:*' } }],
    ['an ARN of some accounts', { ArnLike: { 'aws:SourceArn': 'arn:aws:sagemaker:*:1111*:*' } }],
    ['one of an account and one of any', { ArnLike: { 'aws:SourceArn': [job, 'arn:aws:sagemaker:*:*:*'] } }],
    ['any of some buckets', { ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::one-*' } }],
    ['any account', { StringLike: { 'aws:SourceAccount': '*' } }],
    ['some accounts', { StringLike: { 'aws:SourceAccount': '1234*' } }],
    ['an account or any', { StringLike: { 'aws:SourceAccount': [aws.id, '*'] } }],
    ['an account, where the key is sent', { StringEqualsIfExists: { 'aws:SourceAccount': aws.id } }],
    ['all accounts but one', { StringNotEquals: { 'aws:SourceAccount': '999988887777' } }],
    ['who asks, which is a service', { StringEquals: { 'aws:PrincipalOrgID': 'o-abc123defg' } }],
    ['sending the key', { Null: { 'aws:SourceAccount': 'false' } }],
  ])('is not held by %s', (_, condition) => expect(outcomeOf(trust(condition))).toBe('f'));

  it('is not held where one statement holds it and another does not', () => {
    const held = trust({ StringEquals: { 'aws:SourceAccount': aws.id } });
    expect(outcomeOf(held, trust({ ArnLike: { 'aws:SourceArn': '*' } }))).toBe('f');
    expect(outcomeOf(held, { Principal: { Service: 'sagemaker.amazonaws.com' } })).toBe('f');
    expect(outcomeOf(held)).toBe('p');
  });

  // AWS's pages show it in trust policies of the first four; of the other two in no trust policy.
  it.each<[string, string]>([
    ['iotevents', 'f'],
    ['iotsitewise', 'f'],
    ['scheduler', 'f'],
    ['sms-voice', 'f'],
    ['cloudtrail', 'a'],
    ['firehose', 'a'],
  ])('is asked for where AWS documents it: %s', (service, expected) => {
    expect(outcomeOf({ Principal: { Service: `${service}.amazonaws.com` } })).toBe(expected);
  });

  // Prowler fails it: another account may have a bucket of a name that was given up. The rule takes a resource by its name.
  it('is held to a bucket by its name', () => expect(outcomeOf(trust({ ArnLike: { 'aws:SourceArn': bucket } }))).toBe('p'));
});
