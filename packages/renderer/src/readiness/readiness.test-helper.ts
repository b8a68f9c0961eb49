import type { Assessment, Blocker, Finding, RuleResult } from '@iam-dossier/core/assessment';
import { assessmentOf, messageOf } from '../render/assessment.test-helper.ts';

export const policyDocument = {
  Version: '2012-10-17',
  Statement: [
    { Sid: 'Look', Effect: 'Allow', Action: ['ec2:DescribeInstances'], Resource: '*' },
    { Sid: 'Run', Effect: 'Allow', Action: ['ec2:StartInstances', 'elasticloadbalancing:*', 'ec2:StopInstances'], Resource: '*' },
  ],
};

export function findingOf(subject: number, changes: Partial<Finding> = {}): Finding {
  return {
    subject,
    outcome: 'fail',
    message: messageOf('It fails.'),
    evidence: [{ snapshot: 0, path: `/users/${subject}` }],
    quotes: [],
    fingerprint: 'f'.repeat(32),
    ...changes,
  };
}

export function ruleOf(id: string, changes: Partial<RuleResult> = {}): RuleResult {
  return {
    id,
    title: `Title of ${id}`,
    description: `What ${id} judges, and why.`,
    severity: 'high',
    references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html'],
    weight: 'criterion',
    options: {},
    remediation: { console: 'Open the console.', cli: 'aws iam get-user', terraform: `resource "aws_iam_role" "${id}" {}` },
    population: [0, 1],
    outcomes: 'pp',
    findings: [],
    ...changes,
  };
}

export function blockerOf(kind: Blocker['kind'], changes: Partial<Blocker> = {}): Blocker {
  return { id: `b1-${kind}`, kind, criterion: 'B1', message: messageOf(`Blocked as ${kind}.`), mend: `Mend ${kind}.`, subjects: [], ...changes };
}

const quote = {
  document: 'd1',
  policyName: 'Operator',
  policyArn: 'arn:aws:iam::111122223333:policy/Operator',
  path: '/Statement/1/Action/1',
  text: 'elasticloadbalancing:*',
};

/** An assessment with every kind of finding, blocker and note. */
export function foundAssessment(changes: Partial<Assessment> = {}): Assessment {
  const waiver = { reason: 'Agreed until the move.', approver: 'Priya Raman', date: '2026-09-01', expires: '2027-01-31' };
  return assessmentOf({
    rules: [
      ruleOf('a-supporting', { weight: 'supporting', severity: 'critical', outcomes: 'fp', findings: [findingOf(0)] }),
      ruleOf('unjudged', {
        severity: 'low',
        outcomes: 'np',
        findings: [findingOf(0, { outcome: 'notEvaluated', reason: 'denied', message: messageOf('The list of keys was refused.') })],
      }),
      ruleOf('wildcard', {
        outcomes: 'ff',
        options: { limit: 1200 },
        findings: [findingOf(0, { quotes: [quote] }), findingOf(1, { quotes: [quote], waiver })],
      }),
      ruleOf('worst', { severity: 'critical', outcomes: 'fa', findings: [findingOf(0)] }),
      ruleOf('held', { outcomes: 'pp' }),
    ],
    readiness: {
      ready: false,
      blockers: [blockerOf('rejected', { rule: 'wildcard', subjects: [0, 1] }), blockerOf('unproven'), blockerOf('undeclared', { criterion: 'A1' })],
      warnings: [messageOf('The snapshot is 100 days old.')],
    },
    documents: { d1: policyDocument },
    ...changes,
  });
}
