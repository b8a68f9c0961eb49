import { describe, expect, it } from 'vitest';
import { awsAccount, wholeAccount } from './testing/aws.test-helper.ts';
import { engagementOf, partnerOf } from './testing/engagement.test-helper.ts';
import { assess } from './testing/ready.test-helper.ts';
import { keyCells, reportOf } from './testing/report.test-helper.ts';

const aws = awsAccount();
const service = [{ Principal: { Service: 'ec2.amazonaws.com' } }];
const linked = aws.role('AWSServiceRoleForSupport', [{ Principal: { Service: 'support.amazonaws.com' } }], {
  path: '/aws-service-role/support.amazonaws.com/',
});
const imitated = aws.role('AWSServiceRoleForMe', service, { path: '/team/aws-service-role/' });
const answers = [
  ...wholeAccount({
    users: [aws.user('ana'), aws.user('ben'), aws.user('cy'), aws.user('dee')],
    roles: [aws.role('app', service), linked, imitated],
  }),
  reportOf({ ana: {}, ben: {}, cy: {}, dee: keyCells }),
];
const parties = (engagement: Parameters<typeof assess>[0]) =>
  Object.fromEntries(assess({ answers, ...engagement }).subjects.map(({ name, party, inScope }) => [name, [party, inScope]]));
const decision = { reason: 'a robot of AWS Support', author: 'Ana', date: '2026-10-01' };

describe('parties and scope', () => {
  it('without an engagement, everything but AWS’s own is undeclared and in scope', () => {
    const all = parties({ engagement: null });
    expect(all).toMatchObject({
      ana: ['undeclared', true],
      app: ['undeclared', true],
      AWSServiceRoleForSupport: ['aws', false],
      AWSServiceRoleForMe: ['undeclared', true],
    });
    expect(assess({ answers, engagement: null }).scope).toMatchObject({ inScope: 6, leftOut: [{ reason: { id: 'party-aws' }, count: 1 }] });
  });

  it('are as the first entry that fits declares, by pattern and case', () => {
    const principals = [
      { arn: aws.arn('user', '/ana'), party: 'partner' as const },
      { arn: aws.arn('user', '/BEN'), party: 'partner' as const },
      { arn: '*/cy', party: 'thirdParty' as const },
      { arn: aws.arn('user', '/*'), party: 'customer' as const },
      { arn: '*', party: 'partner' as const },
    ];
    expect(parties({ engagement: engagementOf({ principals }) })).toMatchObject({
      ana: ['partner', true],
      ben: ['customer', false],
      cy: ['thirdParty', false],
      dee: ['customer', false],
      app: ['partner', true],
      AWSServiceRoleForSupport: ['aws', false],
    });
  });

  it('leave out by decision, with its reason, author, date and number', () => {
    const engagement = engagementOf({
      principals: [{ arn: aws.arn('user', '/ana'), party: 'customer' }],
      scope: { exclude: [{ arn: aws.arn('user', '/*'), ...decision }] },
    });
    const { scope, directory, subjects, profiles } = assess({ answers, engagement });
    expect(scope.leftOut.map(({ reason, count }) => [reason.text, count])).toEqual([
      ['Left out by Ana on 2026-10-01: a robot of AWS Support', 3],
      ['AWS’s own: service-linked, used by an AWS service only.', 1],
      ['The customer’s own.', 1],
    ]);
    expect(directory.map(({ subject, reason }) => [subjects[subject]?.name, reason.id])).toEqual([
      ['ana', 'party-customer'],
      ['ben', 'excluded'],
      ['cy', 'excluded'],
      ['dee', 'excluded'],
      ['AWSServiceRoleForSupport', 'party-aws'],
    ]);
    expect(profiles).toHaveLength(scope.inScope);
  });

  it('are judged by criteria in scope only, by supporting rules all', () => {
    const engagement = engagementOf({ principals: [{ arn: aws.arn('user', '/dee'), party: 'customer' }] });
    const { rules, subjects } = assess({ answers, engagement });
    const judged = (id: string) => rules.find((rule) => rule.id === id)?.population.map((index) => subjects[index]?.name);
    expect(judged('user-access-key')).toEqual(['ana', 'ben', 'cy']);
    expect(judged('access-key-age')).toEqual(['ana', 'ben', 'cy', 'dee']);
    for (const rule of rules.filter((entry) => entry.weight === 'criterion')) {
      expect([rule.id, rule.population.filter((index) => !subjects[index]?.inScope)]).toEqual([rule.id, []]);
    }
  });
});

describe('several accounts', () => {
  const other = awsAccount('222233334444');
  const snapshots = [
    other.snapshot([...wholeAccount({ users: [other.user('ana')] }), reportOf({ ana: keyCells }, { arns: { id: other.id } })]),
    aws.snapshot(answers),
  ];
  const engagement = engagementOf({
    accounts: [
      { id: aws.id, role: 'workload' },
      { id: other.id, role: 'partnerIdentity' },
    ],
  });

  it('are judged each, and told apart, in any order', () => {
    const assessment = assess({ snapshots, engagement, partner: partnerOf() });
    expect(assess({ snapshots: snapshots.toReversed(), engagement, partner: partnerOf() })).toEqual(assessment);
    expect(assessment.snapshots.map(({ account }) => [account.id, account.role])).toEqual([
      [aws.id, 'workload'],
      [other.id, 'partnerIdentity'],
    ]);
    const keys = assessment.rules.find((rule) => rule.id === 'user-access-key');
    expect(keys?.findings.map(({ subject, evidence }) => [assessment.subjects[subject]?.arn, evidence[0]?.snapshot])).toEqual([
      [aws.arn('user', '/dee'), 0],
      [other.arn('user', '/ana'), 1],
    ]);
  });

  it('are not told apart by one account id twice', () => {
    const [first] = snapshots;
    expect(() => assess({ snapshots: [...snapshots, ...(first ? [first] : [])] })).toThrow('two snapshots are of account 222233334444');
  });
});
