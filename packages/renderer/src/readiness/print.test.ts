import type { Assessment, Finding } from '@iam-dossier/core/assessment';
import { describe, expect, it } from 'vitest';
import { pageCount, readAll } from '../pdf/finished.test-helper.ts';
import { printPdf } from '../pdf/index.ts';
import { noBrowser } from '../pdf/real-browser.test-helper.ts';
import { claimOf, messageOf, partsOf, snapshotOf, subjectOf } from '../render/assessment.test-helper.ts';
import { renderReadiness } from './index.ts';
import { blockerOf, findingOf, foundAssessment, ruleOf } from './readiness.test-helper.ts';

const people = 24;
const rules = 20;
const long = (text: string, length: number) => text.repeat(Math.ceil(length / text.length)).slice(0, length);
const all = Array.from({ length: people }, (_, index) => index);

/** Every list full, every text long, every name without a place to break. */
function worstAssessment(): Assessment {
  const statement = { Sid: long('S', 100), Effect: 'Allow', Action: all.map((index) => `service${index}:*`), Resource: '*' };
  const finding = (subject: number): Finding =>
    findingOf(subject, {
      message: messageOf(long(`Policies ${long('x', 64)} `, 2000)),
      evidence: all.slice(0, 9).map((index) => ({ snapshot: 0, path: `/users/${subject}/attachedManagedPolicies/${index}` })),
      quotes: all.slice(0, 9).map((index) => ({
        document: `d${subject}`,
        policyName: long('p', 128),
        policyArn: `arn:aws:iam::111122223333:policy/${long('path/', 500)}`,
        path: `/Statement/0/Action/${index}`,
        text: 'x',
      })),
      waiver: { reason: long('because ', 500), approver: long('Somebody ', 80), date: '2026-01-01', expires: '2027-01-01' },
    });
  const failing = Array.from({ length: rules }, (_, index) =>
    ruleOf(`rule-${index}`, {
      title: long('A long title ', 70),
      description: long('What it judges. ', 500),
      population: all,
      outcomes: 'f'.repeat(people),
      findings: all.map(finding),
    }),
  );
  const broken = Object.fromEntries(
    Object.entries(partsOf()).map(([name, part]) => [name, { ...part, status: 'failed', code: 'AccessDenied', reason: long('reason ', 400) }]),
  ) as ReturnType<typeof partsOf>;
  const note = { level: 'refused', code: 'x', file: long('file', 200), message: long('note ', 400) } as const;
  return foundAssessment({
    subjects: all.map((index) => subjectOf('user', `${long('n', 60)}${index}`, { arn: `arn:aws:iam::111122223333:user/${long('p/', 500)}${index}` })),
    rules: failing,
    snapshots: all.slice(0, 6).map((index) => snapshotOf({ id: `11112222333${index}-ab12cd34`, parts: broken, notes: all.map(() => note) })),
    readiness: {
      ready: false,
      blockers: failing.flatMap(({ id }) =>
        (['rejected', 'unproven', 'undeclared'] as const).map((kind) =>
          blockerOf(kind, { rule: id, message: messageOf(long('Blocked ', 400)), mend: long('Do this. ', 300), subjects: all }),
        ),
      ),
      warnings: all.map(() => messageOf(long('Warning ', 400))),
    },
    claims: all.map((index) =>
      claimOf(`claim-${index}`, {
        outcome: 'contradicted',
        proven: null,
        against: all.map((subject) => ({
          message: messageOf(long('Against ', 900)),
          subject,
          evidence: all.map(() => ({ snapshot: 0, path: `/${long('p', 300)}` })),
          quotes: all.map(() => ({ document: 'd0', policyName: long('p', 128), path: '/Statement/0/Action/0', text: long('x', 900) })),
        })),
        statement: { text: long('words ', 900), author: long('a', 80), date: '2026-01-01' },
      }),
    ),
    escalations: all.map((index) => ({
      subjects: all,
      paths: all.map(() => ({
        id: 'cloudformation-005',
        variants: ['x', 'y'],
        via: 'pmapper-cfn-pass-update',
        category: (['selfEscalation', 'principalAccess', 'newPassRole', 'existingPassRole'] as const)[index % 4] ?? 'newPassRole',
        state: 'reachable' as const,
        path: messageOf(long('Way ', 400)),
        missing: all.map(() => messageOf(long('Missing ', 400))),
        guards: all.map(() => messageOf(long('Guard', 400))),
        target: null,
        retired: null,
        accountBound: false,
      })),
      chain: { state: 'reachable' as const, count: 900, steps: all.slice(0, 8).map((to) => ({ path: 'sts-001', to })) },
    })),
    waivers: all.map(() => ({
      rule: long('rule-', 60),
      subject: `arn:aws:iam::111122223333:user/${long('p/', 500)}`,
      reason: long('because ', 900),
      approver: long('Somebody ', 80),
      date: '2026-01-01',
      expires: '2027-01-01',
      state: 'inForce' as const,
      failures: 3,
    })),
    scope: { inScope: people, leftOut: all.map(() => ({ reason: messageOf(long('reason ', 400)), count: 2 })) },
    documents: Object.fromEntries(all.map((index) => [`d${index}`, { Statement: [{ ...statement, Sid: `${index}` }] }])),
  });
}

describe.skipIf(noBrowser)('readiness on paper', () => {
  it('stays within 40 pages and 4.5 MB, whatever the account holds, in the longest language', async () => {
    const pdf = await printPdf(renderReadiness({ assessment: { ...worstAssessment(), locale: 'pt-BR' } }));
    const pages = pageCount(readAll(pdf));
    expect(pages).toBeGreaterThan(15);
    expect(pages).toBeLessThanOrEqual(40);
  });
});
