import { describe, expect, it } from 'vitest';
import { assess, readyAnswers, shop } from '../testing/ready.test-helper.ts';

describe('B1', () => {
  it('counts the services that principals in scope attempted, where the data tells', () => {
    const job = {
      Arn: shop.arn('role', '/partner-operator'),
      JobStatus: 'COMPLETED',
      ServicesLastAccessed: [
        { ServiceName: 'EC2', ServiceNamespace: 'ec2', LastAuthenticated: '2026-09-01T08:00:00Z' },
        { ServiceName: 'S3', ServiceNamespace: 's3' },
      ],
    };
    const facts = ({ criteria }: ReturnType<typeof assess>) => criteria.find(({ id }) => id === 'B1')?.facts.map(({ text }) => text);
    const told = '1 principal in scope attempted 1 of 2 services granted, in the time that IAM tracks.';
    expect(facts(assess({ answers: [...readyAnswers(), job] }))).toContain(told);
    expect(facts(assess({ answers: [...readyAnswers(), { ...job, Arn: shop.arn('role', '/aws-reserved/x') }] }))).not.toContain(told);
  });
});
