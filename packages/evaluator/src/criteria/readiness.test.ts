import { describe, expect, it } from 'vitest';
import { awsAccount, wholeAccount } from '../testing/aws.test-helper.ts';
import { partnerOf } from '../testing/engagement.test-helper.ts';
import { assess, operator, readyAnswers, readyEngagement, shop, staff, statements, type Situation } from '../testing/ready.test-helper.ts';
import { keyCells } from '../testing/report.test-helper.ts';
import { checklist } from './index.ts';

const decision = { reason: 'agreed', author: 'Ana', date: '2026-10-01' };
const warnings = (situation: Situation) => assess(situation).readiness.warnings.map(({ id, data }) => [id, data] as const);
const wide = shop.role('partner-wide', [{ Principal: { Service: 'ec2.amazonaws.com' } }], { inline: { all: [{ Action: 'ec2:*' }] } });
const withWide = { answers: readyAnswers({ roles: [operator, staff, wide] }) };
const agreed = { reason: 'agreed', approver: 'Ana', date: '2026-10-01', expires: '2026-12-31' };
const waiver = { rule: 'principal-service-wildcard', subject: shop.arn('role', '/partner-wide'), ...agreed };

describe('readiness', () => {
  it('tells what is rejected first, then what is unproven, then what is undeclared', () => {
    const { readiness } = assess({
      answers: readyAnswers({ roles: [operator, staff, wide, shop.role('partner-x', [], { attached: ['Gone'] })] }),
      engagement: readyEngagement({ accessModel: {} }),
    });
    const kinds = readiness.blockers.map((blocker) => blocker.kind);
    expect(new Set(kinds)).toEqual(new Set(['rejected', 'unproven', 'undeclared']));
    expect(kinds).toEqual(
      [...kinds].sort((a, b) => ['rejected', 'unproven', 'undeclared'].indexOf(a) - ['rejected', 'unproven', 'undeclared'].indexOf(b)),
    );
    expect(new Set(readiness.blockers.map((blocker) => blocker.id)).size).toBe(kinds.length);
    for (const blocker of readiness.blockers) expect(blocker.mend).toMatch(/\w.*\.$/s);
  });

  it('names the principals of a blocker, and the rule', () => {
    const { readiness, subjects } = assess(withWide);
    expect(readiness.blockers.map(({ rule, subjects: its }) => [rule, its.map((index) => subjects[index]?.name)])).toEqual([
      ['principal-service-wildcard', ['partner-wide']],
    ]);
    expect(readiness.ready).toBe(false);
  });

  it('is lifted by no waiver; the failure stays one, marked', () => {
    const assessment = assess({ ...withWide, engagement: readyEngagement({ waivers: [waiver] }) });
    expect(assessment.readiness.ready).toBe(false);
    expect(assessment.readiness.blockers).toEqual(assess(withWide).readiness.blockers);
    const finding = assessment.rules.find((rule) => rule.id === waiver.rule)?.findings[0];
    expect(finding).toMatchObject({ outcome: 'fail', waiver: agreed });
    expect(assessment.waivers).toEqual([{ ...waiver, state: 'inForce', failures: 1 }]);
    const waived = assessment.readiness.warnings.find(({ id }) => id === 'waived');
    expect(waived?.data['count']).toBe(1);
    expect(Number(waived?.data['before']) - Number(waived?.data['after'])).toBe(1);
  });

  it.each(['human', 'workload', 'breakGlass'] as const)('is lifted by no declaration: %s', (kind) => {
    const principals = [
      { arn: shop.arn('role', '/partner-wide'), party: 'partner' as const, kind, purpose: 'It is fine' },
      ...(readyEngagement().principals ?? []),
    ];
    expect(assess({ ...withWide, engagement: readyEngagement({ principals }) }).readiness.blockers).toEqual(assess(withWide).readiness.blockers);
  });

  it('takes a principal out of scope by decision only, and tells how many', () => {
    const engagement = readyEngagement({ scope: { exclude: [{ arn: shop.arn('role', '/partner-wide'), ...decision }] } });
    const assessment = assess({ ...withWide, engagement });
    expect(assessment.readiness).toMatchObject({ ready: true, warnings: [{ id: 'excluded', data: { count: 1 } }] });
    expect(assessment.scope.leftOut.map(({ reason, count }) => [reason.id, count])).toEqual([
      ['excluded', 1],
      ['party-customer', 1],
    ]);
  });
});

const reviewOf = (security: number) => ({
  reviewed: '2026-09-15',
  highRiskIssues: { security, operationalExcellence: 0, reliability: 0 },
  author: 'Ben',
  date: '2026-09-20',
});

describe('warnings', () => {
  const other = awsAccount('222233334444');
  const another = (summary: Record<string, number>) =>
    other.snapshot([...wholeAccount({}, { AccountSigningCertificatesPresent: 0, ...summary }), { VirtualMFADevices: [] }]);

  it.each<[string, Situation, [string, object][]]>([
    ['nothing to warn of', {}, []],
    ['90 days', { issuedAt: '2026-12-30' }, []],
    ['91 days', { issuedAt: '2026-12-31' }, [['stale', { account: shop.id, days: 91, issuedAt: '2026-12-31' }]]],
    [
      'documents older than the snapshot',
      { issuedAt: '2026-09-30' },
      [['issued-before', { account: shop.id, issuedAt: '2026-09-30', date: '2026-10-01' }]],
    ],
    ['documents of the same day', { issuedAt: '2026-10-01' }, []],
    ['no time', { collectedAt: null }, [['undated', { account: shop.id }]]],
    ['a file that could not be read', { answers: [...readyAnswers(), '{"UserDetailList": ['] }, [['refused', { account: shop.id, count: 1 }]]],
    [
      'an engagement for another account',
      { snapshots: [shop.snapshot(readyAnswers()), another({ AccountMFAEnabled: 1 })] },
      [['other-account', { account: other.id }]],
    ],
    [
      'a grave failure that no criterion asks about',
      { snapshots: [shop.snapshot(readyAnswers()), another({ AccountMFAEnabled: 0, AccountPasswordPresent: 1 })] },
      [
        ['supporting-failed', { rule: 'root-mfa', failed: 1 }],
        ['other-account', { account: other.id }],
      ],
    ],
    [
      'a grave question that no criterion asks, and the data does not answer',
      { snapshots: [shop.snapshot(readyAnswers()), another({})] },
      [
        ['supporting-unproven', { rule: 'root-mfa', count: 1 }],
        ['other-account', { account: other.id }],
      ],
    ],
    [
      'another partition',
      { engagement: readyEngagement({ accounts: [{ id: shop.id, role: 'workload', partition: 'aws-cn' }] }) },
      [['other-partition', { account: shop.id, partition: 'aws', declared: 'aws-cn' }]],
    ],
    [
      'a Well-Architected review that waives',
      { engagement: readyEngagement({ wellArchitectedReview: reviewOf(0) }) },
      [['exempt', { reviewed: '2026-09-15', author: 'Ben', date: '2026-09-20' }]],
    ],
    [
      'a Well-Architected review that does not',
      { engagement: readyEngagement({ wellArchitectedReview: reviewOf(2) }) },
      [['exempt-not', { reviewed: '2026-09-15', open: 2 }]],
    ],
    ['no components', { engagement: readyEngagement({ workload: {} }) }, [['components-none', {}]]],
    [
      'a procedure not reviewed in time',
      { partner: partnerOf({ sop: { version: '2.0', reviewDate: '2026-10-01', adopted: { approver: 'Ben', date: '2026-09-01', version: '2.0' } } }) },
      [['sop-review', { date: '2026-10-01' }]],
    ],
    [
      'another checklist release',
      { engagement: readyEngagement({ checklist: { release: 'August 2026' } }) },
      [['designation-release', { release: 'August 2026', confirmed: checklist.release }]],
    ],
    ['the confirmed checklist release', { engagement: readyEngagement({ checklist: { release: checklist.release } }) }, []],
    [
      'a purpose that speaks of shared credentials',
      {
        engagement: readyEngagement({
          principals: [
            { arn: shop.arn('role', '/partner-*'), party: 'partner', purpose: 'Replaces the shared login of support' },
            ...(readyEngagement().principals ?? []).slice(1),
          ],
        }),
      },
      [['words-denied', { member: 'principals[0].purpose', words: 'shared login' }]],
    ],
    [
      'words that deny long-term credentials',
      {
        engagement: readyEngagement({
          accessModel: {
            ...statements,
            console: { ...statements.console, text: { en: 'Nobody has access keys.', es: 'Nadie tiene claves de acceso.' } },
          },
        }),
      },
      [['words-denied', { member: 'accessModel.console.text.en', words: 'access keys' }]],
    ],
    [
      'a principal that fits nothing',
      {
        engagement: readyEngagement({ principals: [...(readyEngagement().principals ?? []), { arn: shop.arn('user', '/gone'), party: 'partner' }] }),
      },
      [['principal-unmatched', { arn: shop.arn('user', '/gone') }]],
    ],
    [
      'a principal that is trusted from another account',
      {
        engagement: readyEngagement({
          principals: [...(readyEngagement().principals ?? []), { arn: 'arn:aws:iam::444455556666:*', party: 'partner' }],
        }),
      },
      [],
    ],
    [
      'an exclusion that fits nothing',
      { engagement: readyEngagement({ scope: { exclude: [{ arn: shop.arn('user', '/gone*'), ...decision }] } }) },
      [['exclusion-unmatched', { arn: shop.arn('user', '/gone*') }]],
    ],
    [
      'a waiver of a rule that is not there',
      { engagement: readyEngagement({ waivers: [{ ...waiver, rule: 'user-colour' }] }) },
      [['waiver-unknown', { rule: 'user-colour' }]],
    ],
    [
      'a waiver of a rule that is nearly there',
      { engagement: readyEngagement({ waivers: [{ ...waiver, rule: 'user-access-keys' }] }) },
      [['waiver-unknown-near', { rule: 'user-access-keys', near: 'user-access-key' }]],
    ],
    [
      'a waiver of tomorrow',
      { ...withWide, engagement: readyEngagement({ waivers: [{ ...waiver, date: '2026-10-03' }] }) },
      [['waiver-future', { rule: waiver.rule, subject: waiver.subject, date: '2026-10-03' }]],
    ],
    [
      'declared facts whose time is over or not yet there',
      {
        engagement: readyEngagement({
          declaredFacts: [
            { key: 'identityProviderMfa', value: true, author: 'Ana', date: '2026-01-01', expires: '2026-10-01' },
            { key: 'identityProviderSessionHours', value: 8, author: 'Ana', date: '2026-01-01', expires: '2026-10-02' },
            { key: 'securityQuestions', value: true, author: 'Ben', date: '2026-10-03' },
          ],
        }),
      },
      [
        ['fact-expired', { key: 'identityProviderMfa', author: 'Ana', expires: '2026-10-01' }],
        ['fact-future', { key: 'securityQuestions', author: 'Ben', date: '2026-10-03' }],
      ],
    ],
    [
      'a waiver of what does not fail',
      { engagement: readyEngagement({ waivers: [waiver] }) },
      [['waiver-unmatched', { rule: waiver.rule, subject: waiver.subject }]],
    ],
    [
      'a waiver on its last day',
      { ...withWide, engagement: readyEngagement({ waivers: [{ ...waiver, expires: '2026-10-02' }] }) },
      [['waived', { count: 1, before: expect.any(Number), after: expect.any(Number) }]],
    ],
    [
      'a waiver on the day after',
      { ...withWide, engagement: readyEngagement({ waivers: [{ ...waiver, expires: '2026-10-01' }] }) },
      [['waiver-expired', { rule: waiver.rule, subject: waiver.subject, expires: '2026-10-01' }]],
    ],
  ])('%s', (_, situation, expected) => expect(warnings(situation)).toEqual(expected));

  it('stop nothing', () => {
    const assessment = assess({ issuedAt: '2026-12-31', engagement: readyEngagement({ workload: {}, checklist: { release: 'August 2026' } }) });
    expect(assessment.readiness).toMatchObject({ ready: true, blockers: [] });
    expect(assessment.readiness.warnings).toHaveLength(3);
  });

  it('speak of an expired waiver’s failure as not waived', () => {
    const answers = readyAnswers({ users: [shop.user('ci')] }, { ci: keyCells });
    const waivers = [{ rule: 'user-access-key', subject: '*', ...agreed, expires: '2026-10-01' }];
    const { rules } = assess({ answers, engagement: readyEngagement({ waivers }) });
    expect(rules.find((rule) => rule.id === 'user-access-key')?.findings.map((finding) => finding.waiver)).toEqual([undefined]);
  });
});
