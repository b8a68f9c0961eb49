import { calls as table, includes, permissionsOf, planCollection, type CollectOptions } from '@iam-dossier/core/collector';
import { describe, expect, it } from 'vitest';
import { sizes } from '../fixtures/account.ts';
import { startIamServer, type IamServer } from '../iam-server/index.ts';
import { collectFrom, fullAccount, now } from './collecting.test-helper.ts';

const account = fullAccount();
const scopes: Pick<CollectOptions, 'depth' | 'include'>[] = [
  {},
  { depth: 'full' },
  ...includes.map((name) => ({ include: [name] })),
  { depth: 'full', include: includes },
];

const actionsOf = (server: IamServer) => {
  const names = server.calls.map(({ service, operation }) => `${service === 'sso-admin' ? 'sso' : service}:${operation}`);
  return [...new Set(names)].filter((name) => name !== 'sts:GetCallerIdentity').sort();
};

describe.each(scopes)('for %j', (scope) => {
  it('the calls are those that the permissions allow, all of them and no others', async () => {
    const server = await startIamServer({ snapshot: account, now });
    const { calls, attempts } = await collectFrom(server, scope);
    const allowed = permissionsOf(scope).flatMap(({ actions }) => actions);
    expect(actionsOf(server)).toEqual([...allowed].sort());
    expect(attempts).toBe(server.calls.length);
    const counted = Object.fromEntries(calls.map(({ call, count }) => [call, count]));
    const served = Object.fromEntries(
      calls.map(({ call }) => [call, server.calls.filter(({ service, operation }) => `${service}:${operation}` === call).length]),
    );
    expect(counted).toEqual(served);
    await server.close();
  });

  it('the plan names those calls, and no fewer are made', async () => {
    const server = await startIamServer({ snapshot: account, now });
    const { calls } = await collectFrom(server, scope);
    const plan = planCollection(scope);
    const least = new Map<string, number>();
    for (const { call, least: count } of plan) least.set(call, (least.get(call) ?? 0) + count);
    expect(calls.map(({ call }) => call).filter((call) => !least.has(call))).toEqual([]);
    for (const [call, count] of least) expect([call, (calls.find((made) => made.call === call)?.count ?? 0) >= count]).toEqual([call, true]);
    await server.close();
  });
});

describe('for 200 users and 300 roles', () => {
  it('at most 30 calls are made, no user or role by itself', async () => {
    const server = await startIamServer({ snapshot: fullAccount(sizes.medium), now });
    const { attempts, snapshot } = await collectFrom(server);
    expect([snapshot.users.length, snapshot.roles.length]).toEqual([200, 300]);
    expect(attempts).toBeLessThanOrEqual(30);
    expect(server.calls.filter(({ params }) => 'UserName' in params || 'RoleName' in params)).toEqual([]);
    await server.close();
  });

  it('never more calls are under way than are wanted', async () => {
    for (const concurrency of [1, 3]) {
      let [inside, most] = [0, 0];
      const latency = () => {
        inside += 1;
        most = Math.max(most, inside);
        // Long enough that a busy machine sends the next call meanwhile.
        setTimeout(() => (inside -= 1), 30);
        return 40;
      };
      const server = await startIamServer({ snapshot: account, now, latency });
      await collectFrom(server, { concurrency });
      expect(most).toBe(concurrency);
      await server.close();
    }
  });
});

describe('principals that are named', () => {
  it('are asked about one by one, nobody else is, and the parts say so', async () => {
    const server = await startIamServer({ snapshot: account, now });
    const [user, role] = [account.users[0]?.arn ?? '', account.roles[0]?.arn ?? ''];
    const { snapshot } = await collectFrom(server, {
      principals: (seen) => [seen.users[0]?.arn ?? '', role, 'arn:aws:iam::111122223333:user/nobody'],
    });
    const asked = server.calls.flatMap(({ params }) => [params['UserName'], params['Arn']]).filter((name) => name !== undefined);
    expect(new Set(asked)).toEqual(new Set([user, role, user.slice(user.lastIndexOf('/') + 1)]));
    const { mfaDevices, servicesLastAccessed, accessKeysLastUsed } = snapshot.parts;
    expect([mfaDevices.status, servicesLastAccessed.status, servicesLastAccessed.count, accessKeysLastUsed.status]).toEqual([
      'partial',
      'partial',
      2,
      'partial',
    ]);
    expect(mfaDevices.reason).toBe('ListMFADevices was made for 1 that were named or found');
    await server.close();
  });
});

describe('the table', () => {
  it('names calls that only read', () => {
    const starting = ['iam:GenerateCredentialReport', 'iam:GenerateServiceLastAccessedDetails'];
    expect(table.map(({ name }) => name).filter((name) => !/:(Get|List|Describe)[A-Z]/.test(name) && !starting.includes(name))).toEqual([]);
  });

  it('has a call follow only from one that stands before it, or from itself', () => {
    const lost = table.filter(({ each, starts }, index) => {
      const before = table.slice(0, index + 1).map(({ name }) => name);
      const after = table.slice(index).map(({ name }) => name);
      return (each !== undefined && 'from' in each && !before.includes(each.from)) || (starts !== undefined && !after.includes(starts));
    });
    expect(lost).toEqual([]);
  });
});
