import type { Statement } from '@iam-dossier/core/policy-document';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allow, deny, grant, read, userArn, type RawStatement } from '../policy/policies.test-helper.ts';
import type { ReadDocument } from './documents.ts';
import type { Grant, Grants } from './grants.ts';
import { PermissionBook } from './permissions.ts';

function grantOf(statements: RawStatement[], position: number): Grant {
  const policy = read(...statements);
  const document: ReadDocument = policy.state === 'read' ? { ...policy, at: '' } : { state: 'unresolved' };
  return { row: { policyName: `P${position + 1}`, type: 'customerInline', direct: true, groups: [] }, read: document };
}

const grantsOf = (policies: RawStatement[][]): Grants => ({ policies: policies.map(grantOf), absentGroups: [], groupArns: [] });
const self = (arn: string) => ({ type: 'user' as const, arn, groupArns: [] });

/** Where a document stands in the snapshot is no part of what it grants. */
const withoutPlaces = (value: unknown): unknown => JSON.parse(JSON.stringify(value, (key, member: unknown) => (key === 'at' ? undefined : member)));

describe('PermissionBook', () => {
  it('tells principals with the same policies apart where a policy names one of them', () => {
    const book = new PermissionBook();
    const grants = grantsOf([[allow('iam:PutUserPolicy', 'arn:aws:iam::*:user/team/*')]]);
    const states = ['team/ana', 'apps/shop', 'team/ana'].map(
      (name) => book.of(grants, self(`arn:aws:iam::111122223333:user/${name}`)).administrator.state,
    );
    expect(states).toEqual(['yes', 'no', 'yes']);
  });

  it('tells users and roles apart', () => {
    const book = new PermissionBook();
    const grants = grantsOf([[allow('iam:PutUserPolicy')]]);
    expect(book.of(grants, self(userArn)).administrator.state).toBe('yes');
    expect(book.of(grants, { type: 'role', arn: 'arn:aws:iam::111122223333:role/x', groupArns: [] }).administrator.state).toBe('no');
  });

  it('says of each what an analysis of it alone says, whoever came before', () => {
    const actions = fc.constantFrom('*', 'iam:*', 'iam:PutUserPolicy', 's3:Get*', 'ec2:*', 'sqs:SendMessage');
    const resources = fc.constantFrom('*', userArn, 'arn:aws:iam::*:user/apps/*', 'arn:aws:iam::*:user/${aws:username}');
    const statement = fc
      .tuple(fc.boolean(), actions, resources)
      .map(([allowed, action, resource]) => (allowed ? allow(action, resource) : deny(action, resource)));
    const policies = fc.array(fc.array(statement, { minLength: 1, maxLength: 3 }), { maxLength: 3 });
    const book = new PermissionBook();
    fc.assert(
      fc.property(policies, (list) => {
        expect(withoutPlaces(book.of(grantsOf(list), self(userArn)))).toEqual(withoutPlaces(grant(list.map((statements) => read(...statements)))));
      }),
    );
  });

  it('reads no policy it was not given', () => {
    const statements: readonly Statement[] = [];
    const empty: Grant = { ...grantOf([], 0), read: { state: 'read', statements, document: { Statement: [] }, digest: '0', at: '' } };
    expect(new PermissionBook().of({ policies: [empty], absentGroups: [], groupArns: [] }, self(userArn)).effective.services).toEqual([]);
  });
});
