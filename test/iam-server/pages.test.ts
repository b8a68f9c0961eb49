import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeAccount, sizes } from '../fixtures/account.ts';
import { allPages, refusalOf, sender } from './client.test-helper.ts';
import { startIamServer, type IamServer } from './index.ts';

const account = makeAccount(sizes.medium);
let server: IamServer;
let send: ReturnType<typeof sender>;
beforeAll(async () => {
  server = await startIamServer({ snapshot: account });
  send = sender(server.url);
});
beforeEach(() => server.reset());
afterAll(() => server.close());

const lengths = (pages: unknown[][]) => pages.map((page) => page.length);

describe('pages', () => {
  it.each([
    ['a hundred entries unless told otherwise', {}, [100, 100, 100]],
    ['as many as asked for', { MaxItems: 70 }, [70, 70, 70, 70, 20]],
    ['all, where they fit', { MaxItems: 1000 }, [300]],
    ['exactly, without an empty one after it', { MaxItems: 150 }, [150, 150]],
  ])('hold %s', async (_, input, expected) => {
    const pages = await allPages(send, 'iam:ListRoles', 'Roles', input);
    expect(lengths(pages)).toEqual(expected);
    const names = pages.flat().map((role) => (role as { RoleName: string }).RoleName);
    expect(new Set(names).size).toBe(300);
    expect(server.calls).toHaveLength(expected.length);
  });

  it('are never longer than the server allows, however many are asked for', async () => {
    const small = await startIamServer({ snapshot: account, pageSize: 130 });
    try {
      expect(lengths(await allPages(sender(small.url), 'iam:ListRoles', 'Roles', { MaxItems: 1000 }))).toEqual([130, 130, 40]);
    } finally {
      await small.close();
    }
  });

  it('of the details hold any mix of lists behind one marker', async () => {
    const lists = ['UserDetailList', 'GroupDetailList', 'RoleDetailList', 'Policies'];
    const seen: number[][] = [];
    for (let marker: unknown; seen.length < 20;) {
      const page = await send('iam:GetAccountAuthorizationDetails', { MaxItems: 210, ...(marker === undefined ? {} : { Marker: marker }) });
      seen.push(lists.map((list) => (page[list] as unknown[]).length));
      if (page['IsTruncated'] !== true) break;
      marker = page['Marker'];
    }
    expect(seen).toEqual([
      [200, 10, 0, 0],
      [0, 10, 200, 0],
      [0, 0, 100, 110],
      [0, 0, 0, 210],
      [0, 0, 0, 80],
    ]);
  });

  it.each([
    ['User', 'UserDetailList', 200],
    ['Group', 'GroupDetailList', 20],
    ['Role', 'RoleDetailList', 300],
    ['LocalManagedPolicy', 'Policies', account.policies.filter(({ Arn }) => !Arn.includes(':iam::aws:')).length],
    ['AWSManagedPolicy', 'Policies', account.policies.filter(({ Arn }) => Arn.includes(':iam::aws:')).length],
  ])('of the details under the filter %s hold that alone', async (filter, list, count) => {
    const { IsTruncated: _, ...page } = await send('iam:GetAccountAuthorizationDetails', { Filter: [filter], MaxItems: 1000 });
    expect(Object.entries(page).map(([name, entries]) => [name, (entries as unknown[]).length])).toEqual(
      ['UserDetailList', 'GroupDetailList', 'RoleDetailList', 'Policies'].map((name) => [name, name === list ? count : 0]),
    );
  });

  it('may be filtered twice', async () => {
    const page = await send('iam:GetAccountAuthorizationDetails', { Filter: ['User', 'Group'], MaxItems: 1000 });
    expect([page['UserDetailList'], page['GroupDetailList'], page['RoleDetailList']].map((list) => (list as unknown[]).length)).toEqual([200, 20, 0]);
  });

  it.each([
    ['size 0', 'ListRoles', { MaxItems: 0 }],
    ['size 1001', 'ListRoles', { MaxItems: 1001 }],
    ['a marker that nobody gave out', 'ListRoles', { Marker: 'nonsense' }],
    ['a marker that only looks like one', 'ListRoles', { Marker: 'm+/nonsense=' }],
  ])('refuse %s', async (_, operation, input) => {
    expect(await refusalOf(send(`iam:${operation}`, input))).toBe('ValidationError 400');
  });

  it('refuse the marker of another call, and of the same call under another filter', async () => {
    const { Marker } = await send('iam:ListRoles', { MaxItems: 10 });
    expect(Marker).toMatch(/[+/=]/);
    expect(await refusalOf(send('iam:ListUsers', { Marker }))).toBe('ValidationError 400');
    const page = await send('iam:GetAccountAuthorizationDetails', { Filter: ['Role'], MaxItems: 10 });
    expect(await refusalOf(send('iam:GetAccountAuthorizationDetails', { Filter: ['User'], Marker: page['Marker'] }))).toBe('ValidationError 400');
  });
});
