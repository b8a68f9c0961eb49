import fc from 'fast-check';
import { expect, it } from 'vitest';
import { runRule } from '../engine/run.ts';
import { openAccounts } from '../engine/accounts.ts';
import rule from '../rules/user-service-specific-credential.ts';
import { awsAccount, wholeAccount } from '../testing/aws.test-helper.ts';

const aws = awsAccount();
const names = ['ana', 'ben', 'cy'] as const;
const asOf = '2026-10-01T09:00:00Z';
const credential = fc.record({
  UserName: fc.constantFrom(...names),
  Status: fc.constantFrom('Active', 'Active', 'Inactive', 'Expired', 'Sleeping'),
  ExpirationDate: fc.constantFrom(undefined, '2026-09-30T09:00:00+00:00', '2026-10-02T09:00:00+00:00'),
});

type Credential = typeof credential extends fc.Arbitrary<infer T> ? T : never;

/** What the rule must say of one user, said as plainly as can be. */
function expected(credentials: readonly Credential[], time: string | null, whole: boolean): string {
  if (credentials.length === 0) return whole ? 'p' : '';
  const active = credentials.filter(({ Status }) => Status === 'Active');
  if (active.some(({ ExpirationDate: expires }) => expires === undefined || (time !== null && expires > time))) return 'f';
  const unsure = credentials.some(({ Status }) => Status === 'Sleeping') || (time === null && active.length > 0);
  return unsure ? 'n' : 'p';
}

it('says of each user what is known of its credentials, and passes nobody that was not asked', () => {
  fc.assert(
    fc.property(fc.array(credential, { maxLength: 6 }), fc.constantFrom(asOf, null), fc.boolean(), (credentials, time, whole) => {
      const listed = credentials.map((entry, index) => ({ ...entry, ServiceSpecificCredentialId: `ACCA-${index}`, CreateDate: asOf }));
      const answers = names.map((name) => ({ ServiceSpecificCredentials: listed.filter((entry) => entry.UserName === name) }));
      const read = aws.snapshot([...wholeAccount({ users: names.map((name) => aws.user(name)) }), ...answers], time);
      const status = whole ? 'complete' : 'partial';
      const snapshot = {
        ...read,
        parts: { ...read.parts, serviceSpecificCredentials: { ...read.parts.serviceSpecificCredentials, status } },
      } as const;
      const { accounts, subjects } = openAccounts({ snapshots: [snapshot] });
      const { outcomes } = runRule(rule, accounts, { subjects, engagement: undefined, issuedAt: '2026-10-02' });
      const byUser = names.map((name) =>
        expected(
          credentials.filter((entry) => entry.UserName === name),
          time,
          whole,
        ),
      );
      expect(outcomes).toBe((byUser.includes('') ? 'n' : '') + byUser.join(''));
    }),
  );
});
