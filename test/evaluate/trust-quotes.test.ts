import { importSources } from '@iam-dossier/core/importer';
import { resolvePointer } from '@iam-dossier/core/json';
import { evaluate } from '@iam-dossier/evaluator';
import { describe, expect, it } from 'vitest';
import { source } from '../fixtures/account.ts';

const trust = {
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' },
    { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::999988887777:root' }, Action: 'sts:AssumeRole' },
    {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::777766665555:root' },
      Action: 'sts:AssumeRole',
      Condition: { StringEquals: { 'sts:ExternalId': 'between-us' } },
    },
  ],
};

function assess(document: unknown, id = 'role-mfa-condition') {
  const role = { Path: '/', RoleName: 'open', RoleId: 'AROA1', Arn: 'arn:aws:iam::111122223333:role/open', CreateDate: '2026-01-01T00:00:00Z' };
  const lists = { AttachedManagedPolicies: [], RolePolicyList: [], InstanceProfileList: [] };
  const details = {
    UserDetailList: [],
    GroupDetailList: [],
    Policies: [],
    RoleDetailList: [{ ...role, ...lists, AssumeRolePolicyDocument: document }],
  };
  const snapshot = importSources([
    source('id.json', { UserId: 'AIDA', Account: '111122223333', Arn: 'arn:aws:iam::111122223333:user/x' }),
    source('d.json', details),
  ]);
  const assessment = evaluate({ snapshots: [snapshot], issuedAt: '2026-10-01' });
  const quotes = assessment.rules.find((rule) => rule.id === id)?.findings.flatMap((finding) => finding.quotes) ?? [];
  return { assessment, quotes };
}

describe('a finding on a trust policy', () => {
  it('quotes the principal let in, from the document the assessment carries, without its external ids', () => {
    const { assessment, quotes } = assess(trust);
    expect(quotes.map(({ path, text }) => [path, text])).toEqual([['/Statement/1/Principal', '{"AWS":"arn:aws:iam::999988887777:root"}']]);
    const document = assessment.documents[quotes[0]?.document ?? ''];
    expect(resolvePointer(document, quotes[0]?.path ?? '')).toEqual({ AWS: 'arn:aws:iam::999988887777:root' });
    expect(JSON.stringify(assessment)).not.toContain('between-us');
  });

  it('quotes a single statement and a bare star where they stand', () => {
    const { quotes } = assess(
      { Version: '2012-10-17', Statement: { Effect: 'Allow', Principal: '*', Action: 'sts:AssumeRole' } },
      'role-anonymous-trust',
    );
    expect(quotes.map(({ path, text }) => [path, text])).toEqual([['/Statement/Principal', '*']]);
  });
});
