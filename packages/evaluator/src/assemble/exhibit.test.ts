import type { GrantedPolicy, Profile } from '@iam-dossier/core/assessment';
import type { PolicyDocument, StoredPolicyDocument } from '@iam-dossier/core/policy-document';
import { describe, expect, it } from 'vitest';
import { exhibitOf, showable } from './exhibit.ts';

type Members = Record<string, unknown>;

const server = 'arn:aws:ec2:us-east-1:111122223333:instance/i-0a1b2c3d4e5f60718';
const start = (more: Members = {}): Members => ({ Effect: 'Allow', Action: ['ec2:StartInstances', 'ec2:StopInstances'], Resource: server, ...more });
const see: Members = { Effect: 'Allow', Action: 'ec2:DescribeInstances', Resource: '*' };
const tagged = { Resource: '*', Condition: { StringEquals: { 'aws:ResourceTag/workload': 'gift-shop' } } };
const withMfa = { Resource: '*', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } };

function documentOf(...statements: Members[]): StoredPolicyDocument {
  return { Version: '2012-10-17', Statement: statements } as PolicyDocument;
}

function policy(digest: string, changes: Partial<GrantedPolicy> = {}): GrantedPolicy {
  return { policyName: digest, type: 'customerInline', direct: true, groups: [], document: 'read', digest, ...changes };
}

/** The policy chosen when each principal holds one list of policies, named by their digests. */
function chosen(held: readonly GrantedPolicy[][], documents: Record<string, StoredPolicyDocument>) {
  const profiles = held.map((policies, subject) => ({ subject, policies }) as Profile);
  return exhibitOf(profiles, new Map(Object.entries(documents)));
}

describe('the policy shown', () => {
  it.each<[string, Members]>([
    ['a wildcard in an action', start({ Action: ['ec2:StartInstances', 'ec2:Describe*'] })],
    ['everything but some actions', { Effect: 'Allow', NotAction: 'iam:CreateUser', Resource: server }],
    ['every resource', see],
    ['a condition on who asks alone', start(withMfa)],
    ['the caller’s own sign-in alone', { Effect: 'Allow', Action: 'iam:ChangePassword', Resource: 'arn:aws:iam::*:user/${aws:username}' }],
  ])('is none with %s', (_, statement) => {
    expect(chosen([[policy('p')]], { p: documentOf(statement) })).toBeNull();
  });

  it('is never one of AWS’s, one that was not read, or one whose document is not there', () => {
    const { digest: _, ...unread } = policy('p', { document: 'unresolved' });
    const document = documentOf(start());
    expect(chosen([[policy('p', { type: 'awsManaged' }), unread, policy('absent')]], { p: document })).toBeNull();
    expect(chosen([], { p: document })).toBeNull();
  });

  it('is the one with the most limited statements, then the fewest open ones, then the shortest', () => {
    const documents = {
      one: documentOf(start()),
      two: documentOf(start(), start(tagged), see),
      three: documentOf(start(), start(tagged)),
      four: documentOf(start(), start({ ...tagged, Sid: 'OnlyTaggedServers' })),
    };
    const all = ['one', 'two', 'three', 'four'].map((digest) => policy(digest));
    expect(chosen([all], documents)).toMatchObject({ document: 'three', statements: 2, limited: 2 });
    expect(chosen([all.toReversed()], documents)).toEqual(chosen([all], documents));
    expect(chosen([all.slice(0, 2)], documents)).toMatchObject({ document: 'two', statements: 3, limited: 2 });
  });

  it('is one short enough for a page, where there is one', () => {
    const long = documentOf(...Array.from({ length: 30 }, (_, index) => start({ Sid: `Servers${index}` })));
    const all = [policy('long'), policy('short')];
    expect(chosen([all], { long, short: documentOf(start()) })).toMatchObject({ document: 'short' });
    expect(chosen([all], { long })).toMatchObject({ document: 'long', limited: 30 });
  });

  it('names every principal in scope that has it', () => {
    const arn = 'arn:aws:iam::111122223333:policy/p';
    const managed = policy('p', { type: 'customerManaged', policyArn: arn });
    expect(chosen([[managed], [], [managed]], { p: documentOf(start()) })).toEqual({
      document: 'p',
      policyName: 'p',
      policyArn: arn,
      type: 'customerManaged',
      subjects: [0, 2],
      statements: 1,
      limited: 1,
    });
  });
});

it('asks for the documents of the customer’s policies alone', () => {
  expect(showable([{ policies: [policy('a'), policy('b', { type: 'awsManaged' })] } as Profile])).toEqual(new Set(['a']));
});
