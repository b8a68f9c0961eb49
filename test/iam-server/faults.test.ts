import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeAccount, sizes } from '../fixtures/account.ts';
import { allPages, refusalOf, sender } from './client.test-helper.ts';
import { startIamServer, type FaultKind, type IamServer } from './index.ts';

let server: IamServer;
beforeAll(async () => {
  server = await startIamServer({ snapshot: makeAccount(sizes.small) });
});
beforeEach(() => server.reset());
afterAll(() => server.close());

const listUsers = (timeout?: number) => refusalOf(sender(server.url, timeout === undefined ? {} : { timeout })('iam:ListUsers'));

describe('a call that goes wrong on command', () => {
  it.each<[FaultKind, RegExp]>([
    ['throttle', /^Throttling 400$/],
    ['error', /^ServiceFailure(Exception)? 500$/],
    ['html500', / 500$/],
    ['denied', /^AccessDenied 403$/],
    ['expiredToken', /^ExpiredToken 403$/],
    ['reset', / without status$/],
    ['truncatedBody', / (200|without status)$/],
    ['garbage', / 200$/],
  ])('%s', async (kind, expected) => {
    server.addFault({ operation: 'ListUsers', kind });
    expect(await listUsers()).toMatch(expected);
    expect(await refusalOf(sender(server.url)('iam:ListRoles'))).toBe('no refusal');
  });

  it('timeout', async () => {
    server.addFault({ operation: 'ListUsers', kind: 'timeout', times: 1 });
    expect(await listUsers(300)).toBe('AbortError without status');
    expect(await listUsers()).toBe('no refusal');
  });

  it('with a code and status of its own', async () => {
    server.addFault({ operation: 'iam:ListUsers', kind: 'error', code: 'NotImplemented', status: 501 });
    server.addFault({ operation: 'sts:ListUsers', kind: 'reset' });
    expect(await listUsers()).toBe('NotImplemented 501');
  });

  it('as often as told, once as many have gone well', async () => {
    server.addFault({ operation: 'ListUsers', kind: 'denied', after: 1, times: 2 });
    const seen = [];
    for (let count = 0; count < 5; count += 1) seen.push(await listUsers());
    expect(seen).toEqual(['no refusal', 'AccessDenied 403', 'AccessDenied 403', 'no refusal', 'no refusal']);
  });

  it('whichever it is, for *', async () => {
    const send = sender(server.url);
    server.addFault({ operation: '*', kind: 'throttle', after: 1, times: 1 });
    const seen = [];
    for (const call of ['ListUsers', 'ListRoles', 'ListAccountAliases']) seen.push(await refusalOf(send(`iam:${call}`)));
    expect(seen).toEqual(['no refusal', 'Throttling 400', 'no refusal']);
    expect(server.calls.map((call) => call.status)).toEqual([200, 400, 200]);
  });

  it('repeating its marker', async () => {
    server.addFault({ operation: 'ListUsers', kind: 'repeatMarker' });
    const send = sender(server.url);
    const first = await send('iam:ListUsers', { MaxItems: 5 });
    const second = await send('iam:ListUsers', { MaxItems: 5, Marker: first['Marker'] });
    expect([second['IsTruncated'], second['Marker']]).toEqual([true, first['Marker']]);
  });

  it('with an empty page, and then all the rest', async () => {
    server.addFault({ operation: 'ListUsers', kind: 'emptyPage', after: 1, times: 1 });
    const pages = await allPages(sender(server.url), 'iam:ListUsers', 'Users', { MaxItems: 5 });
    expect(pages.map((page) => page.length)).toEqual([5, 0, 5, 2]);
  });

  it('with empty pages without end, each with another marker', async () => {
    server.addFault({ operation: 'ListUsers', kind: 'emptyPage' });
    const send = sender(server.url);
    const markers = new Set<unknown>();
    for (let marker: unknown, count = 0; count < 50; count += 1) {
      const page = await send('iam:ListUsers', marker === undefined ? {} : { Marker: marker });
      expect([page['Users'], page['IsTruncated']]).toEqual([[], true]);
      marker = page['Marker'];
      markers.add(marker);
    }
    expect(markers.size).toBe(50);
  });

  it('by JSON, in the codes of those services', async () => {
    const send = sender(server.url);
    const kinds = ['throttle', 'denied', 'expiredToken', 'error'] as const;
    const seen = [];
    for (const kind of kinds) {
      server.reset();
      server.addFault({ operation: '*', kind });
      seen.push(await refusalOf(send('organizations:ListRoots')));
    }
    expect(seen).toEqual(['ThrottlingException 400', 'AccessDeniedException 403', 'ExpiredTokenException 403', 'ServiceFailure 500']);
  });
});

describe('the answer', () => {
  it('comes after the time told, with the date told', async () => {
    const slow = await startIamServer({
      snapshot: makeAccount(sizes.small),
      latency: ({ operation }) => (operation === 'ListUsers' ? 120 : 0),
      now: '2026-10-01T09:00:00Z',
    });
    try {
      const before = performance.now();
      await sender(slow.url)('iam:ListUsers');
      expect(performance.now() - before).toBeGreaterThanOrEqual(119);
      expect((await fetch(slow.url, { method: 'POST' })).headers.get('date')).toBe('Thu, 01 Oct 2026 09:00:00 GMT');
    } finally {
      await slow.close();
    }
  });

  it('carries no date when it is to have none', async () => {
    const dateless = await startIamServer({ snapshot: makeAccount(sizes.small), dateless: true });
    try {
      expect((await fetch(dateless.url, { method: 'POST' })).headers.get('date')).toBeNull();
    } finally {
      await dateless.close();
    }
  });
});
