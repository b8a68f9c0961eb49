import { readAssessment } from '@iam-dossier/core/assessment';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../evaluate.ts';
import { awsAccount, wholeAccount } from '../testing/aws.test-helper.ts';
import { engagementOf } from '../testing/engagement.test-helper.ts';

const aws = awsAccount();
const assume = (name: string) => ({ inline: { assume: [{ Action: 'sts:AssumeRole', Resource: aws.arn('role', `/${name}`) }] } });
const account = [{ Principal: { AWS: 'arn:aws:iam::111122223333:root' } }];
const snapshot = aws.snapshot(
  wholeAccount({
    users: [aws.user('ana', assume('step')), aws.user('ben', assume('step')), aws.user('cy', assume('step')), aws.user('dee')],
    roles: [aws.role('step', account, assume('admin')), aws.role('admin', account, { attached: ['AdministratorAccess'] })],
    policies: [aws.policy('AdministratorAccess', [{ Action: '*' }])],
  }),
);

describe('escalations of an assessment', () => {
  const engagement = engagementOf({ principals: [{ arn: aws.arn('user', '/cy'), party: 'customer' }] });
  const assessment = evaluate({ snapshots: [snapshot], engagement, issuedAt: '2026-10-02' });
  const nameOf = (index: number) => assessment.subjects[index]?.name;

  it('put together those in scope of whom the same is true, and no administrator', () => {
    expect(
      assessment.escalations.map(({ subjects, paths, chain }) => [
        subjects.map(nameOf),
        paths.map(({ id, state }) => `${id} ${state}`),
        chain?.count,
      ]),
    ).toEqual([
      [['ana', 'ben'], ['sts-001 latent'], 2],
      [['step'], ['sts-001 reachable'], 1],
    ]);
    expect(assessment.escalations[0]?.chain?.steps.map(({ path, to }) => [path, to === null ? null : nameOf(to)])).toEqual([
      ['sts-001', 'step'],
      ['sts-001', 'admin'],
    ]);
  });

  it('are read again, and refused when they name nobody', () => {
    expect(readAssessment(JSON.parse(JSON.stringify(assessment))).escalations).toEqual(assessment.escalations);
    const wrong = { ...assessment, escalations: [{ subjects: [99], paths: [], chain: null }] };
    expect(() => readAssessment(wrong)).toThrow('does not agree with itself');
  });
});
