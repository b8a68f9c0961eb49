import type { EffectivePermissions, GrantedPolicy, Profile } from '@iam-dossier/core/assessment';
import { parsePolicyDocument, type PolicyDocument, type StoredPolicyDocument } from '@iam-dossier/core/policy-document';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editsOf, needsNoEdit } from './exhibit-edits.ts';
import { exhibitsOf, showable } from './exhibit.ts';

type Members = Record<string, unknown>;

const server = 'arn:aws:ec2:us-east-1:111122223333:instance/i-0a1b2c3d4e5f60718';
const start = (more: Members = {}): Members => ({ Effect: 'Allow', Action: ['ec2:StartInstances', 'ec2:StopInstances'], Resource: server, ...more });
const see: Members = { Effect: 'Allow', Action: 'ec2:DescribeInstances', Resource: '*' };
const tagged = { Resource: '*', Condition: { StringEquals: { 'aws:ResourceTag/workload': 'gift-shop' } } };
const withMfa = { Resource: '*', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } };

const mine: Members = { Effect: 'Allow', Action: 'iam:ChangePassword', Resource: 'arn:aws:iam::*:user/${aws:username}' };

function documentOf(...statements: Members[]): StoredPolicyDocument {
  return { Version: '2012-10-17', Statement: statements } as PolicyDocument;
}

function policy(digest: string, changes: Partial<GrantedPolicy> = {}): GrantedPolicy {
  return {
    policyName: digest,
    policyArn: `arn:aws:iam::111122223333:policy/${digest}`,
    type: 'customerManaged',
    direct: true,
    groups: [],
    digest,
    ...changes,
  };
}

const permissions = [{ function: { id: 'operator-1' } }, { function: { id: 'own' } }] as EffectivePermissions[];
const holders = (held: readonly GrantedPolicy[][], effective = 0) => held.map((policies, subject) => ({ subject, policies, effective }) as Profile);

/** What is shown when each principal holds one list of policies, named by their digests. */
function exhibits(held: readonly GrantedPolicy[][], documents: Record<string, StoredPolicyDocument>, effective = 0) {
  return exhibitsOf(holders(held, effective), permissions, new Map(Object.entries(documents)));
}
const chosen = (held: readonly GrantedPolicy[][], documents: Record<string, StoredPolicyDocument>) => exhibits(held, documents).exhibit;

/** Ids of the edits that the one policy needs. */
function edits(...statements: Members[]): string[] {
  const { exhibit, exhibitNearest } = exhibits([[policy('p')]], { p: documentOf(...statements) });
  return exhibit ? ['shown'] : (exhibitNearest?.edits.map(({ id }) => id) ?? ['none']);
}

describe('the policy shown', () => {
  it.each<[string, Members[], string[]]>([
    ['named resources', [start()], ['shown']],
    ['actions for which IAM takes no resource beside them', [start(), see], ['shown']],
    ['a condition on what is touched', [start(tagged)], ['shown']],
    ['a deny that leaves out actions', [start(), { Effect: 'Deny', NotAction: 'ec2:*', Resource: '*' }], ['shown']],
    ['a wildcard in an action', [start({ Action: ['ec2:StartInstances', 'ec2:Describe*'] })], ['action']],
    ['a wildcard that stands for nothing', [start({ Action: 'ec2:Teleport*' })], ['action-unknown']],
    [
      'everything but some actions',
      [{ Effect: 'Allow', NotAction: 'iam:CreateUser', Resource: server }],
      ['not-action', 'escalation', 'escalation', 'escalation'],
    ],
    ['everything but some resources', [start({ Resource: undefined, NotResource: server })], ['not-resource', 'nothing-scoped']],
    ['every resource where some could be named', [start({ Resource: '*' })], ['resource']],
    [
      'every resource, also for actions that take none',
      [start({ Resource: '*', Action: ['ec2:StartInstances', 'ec2:DescribeInstances'] })],
      ['resource-split'],
    ],
    ['nothing limited', [see], ['nothing-scoped']],
    ['a condition on who asks alone', [start(withMfa)], ['resource']],
    ['the caller’s own alone', [{ Effect: 'Allow', Action: 'iam:ChangePassword', Resource: 'arn:aws:iam::*:user/${aws:username}' }], ['none']],
    [
      'a way to more permissions',
      [{ Effect: 'Allow', Action: 'iam:CreatePolicyVersion', Resource: 'arn:aws:iam::111122223333:policy/*' }],
      ['escalation'],
    ],
    ['a way that a condition limits', [{ Effect: 'Allow', Action: 'ssm:StartSession', ...tagged, Resource: server }], ['shown']],
    ['nothing allowed', [{ Effect: 'Deny', Action: '*', Resource: '*' }], ['none']],
  ])('with %s', (_, statements, expected) => expect(edits(...statements)).toEqual(expected));

  it('names a few of many ways to more permissions, and counts the others', () => {
    expect(edits({ Effect: 'Allow', Action: '*', Resource: '*' })).toEqual([
      'action',
      'resource',
      'escalation',
      'escalation',
      'escalation',
      'escalation-more',
    ]);
  });

  it('is told with the exact edits where none is fit, the one with the fewest', () => {
    const documents = {
      far: documentOf(start({ Action: 'ec2:*', Resource: '*' })),
      near: documentOf(start(), start({ Resource: '*', Action: ['ec2:StartInstances', 'ec2:DescribeInstances'] })),
    };
    const { exhibit, exhibitNearest } = exhibits([[policy('far')], [policy('near')]], documents);
    expect([exhibit, exhibitNearest?.policyName, exhibitNearest?.subjects]).toEqual([null, 'near', [1]]);
    expect(exhibitNearest?.edits.map(({ text }) => text)).toEqual([
      'Statement 2: name resources instead of the star for ec2:StartInstances (1 in all), and move the actions for which IAM takes none (ec2:DescribeInstances) to a statement of their own.',
    ]);
  });

  it('is customer managed: one that is written into a principal needs that edit', () => {
    const { policyArn: _, ...inline } = policy('p', { type: 'customerInline' });
    const { exhibit, exhibitNearest } = exhibits([[inline]], { p: documentOf(start()) });
    expect([exhibit, exhibitNearest?.edits.map(({ id }) => id)]).toEqual([null, ['inline']]);
  });

  it('is never one of AWS’s, one that was not read, or one whose document is not there', () => {
    const { digest: _, ...unread } = policy('p', { document: 'unresolved' });
    const document = documentOf(start());
    expect(exhibits([[policy('p', { type: 'awsManaged' }), unread, policy('absent')]], { p: document })).toEqual({
      exhibit: null,
      exhibitNearest: null,
    });
    expect(exhibits([], { p: document })).toEqual({ exhibit: null, exhibitNearest: null });
  });

  it('is never one of those who look after their own sign-in only', () => {
    expect(exhibits([[policy('p')]], { p: documentOf(start()) }, 1)).toEqual({ exhibit: null, exhibitNearest: null });
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
    expect(chosen([[policy('p')], [], [policy('p')]], { p: documentOf(start()) })).toEqual({
      document: 'p',
      policyName: 'p',
      policyArn: 'arn:aws:iam::111122223333:policy/p',
      type: 'customerManaged',
      subjects: [0, 2],
      statements: 1,
      limited: 1,
    });
  });
});

it('asks for the documents of the customer’s policies alone', () => {
  expect(showable(holders([[policy('a'), policy('b', { type: 'awsManaged' })]]), permissions)).toEqual(new Set(['a']));
});

it('knows what needs no edit without finding the edits', () => {
  const statements = fc.array(
    fc.constantFrom(start(), see, start(tagged), start(withMfa), start({ Resource: '*' }), start({ Action: 'ec2:Start*' }), mine),
    {
      minLength: 1,
      maxLength: 3,
    },
  );
  fc.assert(
    fc.property(statements, (list) => {
      const parsed = parsePolicyDocument(documentOf(...list));
      const allows = parsed.ok ? parsed.statements : [];
      expect(needsNoEdit(allows)).toBe(editsOf(allows).length === 0);
    }),
  );
});
