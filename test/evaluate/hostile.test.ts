import { isDeepStrictEqual } from 'node:util';
import { assessmentSchema } from '@iam-dossier/core/assessment';
import { importSources } from '@iam-dossier/core/importer';
import { evaluate } from '@iam-dossier/evaluator';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { source } from '../fixtures/account.ts';

const id = '111122223333';
const arn = (rest: string) => `arn:aws:iam::${id}:${rest}`;
const made = '2026-01-05T08:00:00+00:00';
const named = fc.constantFrom('__proto__', 'constructor', 'toString', '<script>', '"], ["', '\u202egnp', 'a/b', '*', 'ana');

/** Documents: nearly right ones, with words of the grammar in wrong places, and any JSON. */
const words = fc.constantFrom(
  'Allow',
  'Deny',
  '*',
  'iam:*',
  's3:Get*',
  'sts:AssumeRole',
  '',
  '${aws:username}',
  'arn:aws:s3:::*',
  ':',
  '*:',
  '__proto__',
);
const element = fc.oneof(words, fc.array(words, { maxLength: 3 }), fc.dictionary(words, words, { maxKeys: 2 }), fc.jsonValue({ maxDepth: 2 }));
const statement = fc.dictionary(
  fc.constantFrom('Effect', 'Action', 'NotAction', 'Resource', 'NotResource', 'Principal', 'NotPrincipal', 'Condition', 'Sid', '__proto__'),
  element,
);
const grammatical = fc.record({
  Effect: fc.constantFrom('Allow', 'Deny'),
  Action: words,
  Resource: words,
  Principal: fc.oneof(fc.constant('*'), fc.dictionary(fc.constantFrom('AWS', 'Service', 'Federated', 'CanonicalUser', 'New'), words)),
  Condition: fc.dictionary(words, fc.dictionary(words, words)),
});
const document = fc.oneof(
  fc.record({
    Version: fc.constantFrom('2012-10-17', '1900'),
    Statement: fc.oneof(statement, fc.array(fc.oneof(statement, grammatical), { maxLength: 3 })),
  }),
  fc.jsonValue(),
);

const account = fc
  .record({ name: named, inline: document, managed: document, group: document, trust: document, boundary: document })
  .map(({ name, inline, managed, group, trust, boundary }) => {
    const attached = [{ PolicyName: name, PolicyArn: arn(`policy/${name}`) }];
    const bounded = { PermissionsBoundary: { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: arn('policy/boundary') } };
    const policy = (policyName: string, Document: unknown) => ({
      PolicyName: policyName,
      PolicyId: `ANPA-${policyName}`,
      Arn: arn(`policy/${policyName}`),
      PolicyVersionList: [{ VersionId: 'v1', IsDefaultVersion: true, Document }],
    });
    return importSources(
      [
        source('caller', { UserId: 'AIDA', Account: id, Arn: arn('user/auditor') }),
        source('details', {
          UserDetailList: [
            {
              UserName: name,
              UserId: 'AIDA-1',
              Arn: arn(`user/${name}`),
              CreateDate: made,
              GroupList: [name],
              AttachedManagedPolicies: attached,
              UserPolicyList: [{ PolicyName: name, PolicyDocument: inline }],
              ...bounded,
            },
          ],
          GroupDetailList: [
            {
              GroupName: name,
              GroupId: 'AGPA-1',
              Arn: arn(`group/${name}`),
              AttachedManagedPolicies: [],
              GroupPolicyList: [{ PolicyName: name, PolicyDocument: group }],
            },
          ],
          RoleDetailList: [
            {
              RoleName: name,
              RoleId: 'AROA-1',
              Arn: arn(`role/${name}`),
              CreateDate: made,
              AssumeRolePolicyDocument: trust,
              AttachedManagedPolicies: attached,
              RolePolicyList: [],
              RoleLastUsed: {},
            },
          ],
          Policies: [policy(name, managed), policy('boundary', boundary)],
        }),
      ],
      { collectedAt: '2026-10-01T09:00:00Z' },
    );
  });

describe('hostile documents and names', () => {
  it('are judged or told, and stop no rule', () => {
    fc.assert(
      fc.property(account, (snapshot) => {
        const assessment = evaluate({ snapshots: [snapshot], issuedAt: '2026-10-02' });
        expect(isDeepStrictEqual(assessmentSchema.parse(JSON.parse(JSON.stringify(assessment))), assessment)).toBe(true);
        expect(assessment.rules.flatMap((rule) => rule.findings).filter((finding) => finding.reason === 'threw')).toEqual([]);
        expect(assessment.readiness.ready).toBe(false);
      }),
      { numRuns: 80 },
    );
  });
});
