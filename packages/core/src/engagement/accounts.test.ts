import { describe, expect, it } from 'vitest';
import { engagementAccountSchema } from './accounts.ts';

const account = { id: '111122223333', role: 'workload' };
const roleArn = 'arn:aws:iam::111122223333:role/partner/iam-dossier';
const problemsOf = (collect: unknown) => {
  const { error } = engagementAccountSchema.safeParse({ ...account, collect });
  return error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
};

describe('how an account is read', () => {
  it.each([
    [undefined],
    [{}],
    [{ roleArn }],
    [{ roleArn, externalId: 'acme:review/7+f=3,a.b@c-d_e', region: 'us-gov-west-1' }],
    [{ roleArn: roleArn.replace('aws', 'aws-us-gov') }],
    [{ profile: 'acme prod' }],
  ])('may be said as %j', (collect) => {
    expect(problemsOf(collect)).toEqual([]);
  });

  it.each([
    [{ externalId: 'acme' }, 'collect.externalId: goes with a roleArn'],
    [{ roleArn: roleArn.replace('1111', '9999') }, 'collect.roleArn: must be a role of this account'],
    [{ roleArn: 'arn:aws:iam::111122223333:user/ana' }, 'collect.roleArn: must be the ARN of a role'],
    [{ roleArn: `${roleArn}\u001b[2J` }, 'collect.roleArn: must be the ARN of a role'],
    [{ roleArn, externalId: 'a' }, 'collect.externalId: must be 2 to 1224'],
    [{ roleArn, externalId: 'with blank' }, 'collect.externalId: must be 2 to 1224'],
    [{ region: 'Frankfurt' }, 'collect.region: must be a region'],
    [{ profile: '' }, 'collect.profile: '],
    [{ secretAccessKey: 'x' }, 'collect: Unrecognized key'],
  ])('may not be said as %j', (collect, problem) => {
    expect(problemsOf(collect)).toEqual([expect.stringContaining(problem)]);
  });
});
