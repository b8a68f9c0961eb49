import { expect, it } from 'vitest';
import { said } from '../claims/engine/definition.ts';
import noUsersExist from '../claims/no-users-exist.ts';
import { awsAccount, wholeAccount } from './aws.test-helper.ts';
import { contradicted, held, lacks, told, type ClaimCase } from './claim-case.test-helper.ts';
import { claimLaws } from './claim-laws.test-helper.ts';
import { reportOf } from './report.test-helper.ts';
import { claimWeaknesses } from './test-claim.test-helper.ts';

const aws = awsAccount();
const none: ClaimCase = { name: 'none', snapshot: aws.snapshot(wholeAccount({})), claim: {}, expected: held('held', { accounts: aws.id }) };
const some: ClaimCase = {
  name: 'one',
  snapshot: aws.snapshot(wholeAccount({ users: [aws.user('ana')] })),
  claim: { among: 'inScope' },
  expected: contradicted(told('user', { account: aws.id, name: 'ana' }, 'ana')),
};
const nothing: ClaimCase = { name: 'nothing', snapshot: aws.snapshot([]), claim: {}, expected: lacks('credentialReport', 'userDetails') };

it('refuses cases that prove too little', () => {
  expect(claimWeaknesses(noUsersExist, [none])).toEqual([
    'no case is contradicted',
    'no case is notCheckable',
    'no case triggers the message "held-in-scope"',
    'no case triggers the message "user"',
    'no case gives the argument "among"',
  ]);
  expect(claimWeaknesses(noUsersExist, [none, some, nothing])).toEqual(['no case triggers the message "held-in-scope"']);
  const careless = { ...noUsersExist, inputs: ['users', 'groups'] as const };
  expect(claimWeaknesses(careless, [none])).toContain('the input "groups" is declared and never read');
});

it.each<[string, Partial<typeof noUsersExist>]>([
  [
    'proves nothing of an empty snapshot',
    { inputs: [], judge: () => ({ held: said('held', { accounts: '' }), evidence: [], against: [], unclear: [] }) },
  ],
  [
    'points at what is in the snapshots',
    {
      judge: () => ({
        held: said('held', { accounts: '' }),
        evidence: [],
        against: [{ ...said('user', { account: '', name: '' }), subject: 0 }],
        unclear: [],
      }),
    },
  ],
  [
    'is never proven for losing data',
    {
      judge: (_, [account]) => {
        const users = account?.facts.users ?? [];
        const gone = users.filter((user) => user.user === undefined).map(() => said('user', { account: '', name: '' }));
        return { held: said('held', { accounts: '' }), evidence: [], against: gone, unclear: [] };
      },
    },
  ],
])('breaks the law that it %s', (law, change) => {
  const known: ClaimCase = { ...some, snapshot: aws.snapshot([reportOf({ ana: {}, ben: {} }), ...wholeAccount({ users: [aws.user('ben')] })]) };
  expect(claimLaws[law]?.({ ...noUsersExist, ...change }, [none, some, known]).length).toBeGreaterThan(0);
});
