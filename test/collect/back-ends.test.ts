import { createServer, request, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { collect, includes, type CollectEvent } from '@iam-dossier/core/collector';
import { documentJson } from '@iam-dossier/core/json';
import { describe, expect, it } from 'vitest';
import { mfaPicture, mfaSeed, startIamServer, type IamServerOptions } from '../iam-server/index.ts';
import { collectFrom, fullAccount, limits, now, statusesOf, stubAws } from './collecting.test-helper.ts';

const account = fullAccount();

async function withServer<T>(
  options: Partial<IamServerOptions>,
  use: (server: Awaited<ReturnType<typeof startIamServer>>) => Promise<T>,
): Promise<T> {
  const server = await startIamServer({ snapshot: account, now, ...options });
  try {
    return await use(server);
  } finally {
    await server.close();
  }
}

async function collectFromHandler(handler: RequestListener, options = {}) {
  stubAws();
  const server = createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await collect({ endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, limits: { ...limits, answer: 150 }, ...options });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

describe('a back end that is not quite AWS', () => {
  it.each(['account', 'full'] as const)('such as a careless emulator, loses nothing that it gives, and each gap is named (%s)', async (depth) => {
    await withServer({ emulator: true }, async (server) => {
      const { snapshot } = await collectFrom(server, { depth, include: includes });
      expect(snapshot.users.length + snapshot.roles.length + snapshot.managedPolicies.length).toBe(
        account.users.length + account.roles.length + account.managedPolicies.length,
      );
      expect(snapshot.managedPolicies.every(({ policyName }) => policyName !== '')).toBe(true);
      expect(snapshot.parts.credentialReport).toMatchObject({ status: 'partial', reason: expect.stringContaining('root user') as string });
      expect(snapshot.parts.serverCertificates).toMatchObject({ status: 'failed', code: 'HTTP500' });
      const silent = Object.entries(snapshot.parts).filter(([, { status, reason }]) => status !== 'complete' && (reason ?? '') === '');
      expect(silent).toEqual([]);
      expect(documentJson(snapshot)).not.toContain(mfaSeed);
      expect(documentJson(snapshot)).not.toContain(mfaPicture);
    });
  });

  it('that knows neither filters nor sizes of pages gives the whole account all the same', async () => {
    const operations = ['GetAccountAuthorizationDetails', 'ListUsers', 'ListRoles', 'ListVirtualMFADevices', 'ListAccountAliases'];
    const unsupported = ['GetAccountAuthorizationDetails.Filter', ...operations.map((operation) => `${operation}.MaxItems`)];
    await withServer({ unsupported, pageSize: 5 }, async (server) => {
      const { snapshot } = await collectFrom(server);
      const { userDetails, groupDetails, roleDetails, managedPolicies, users } = statusesOf(snapshot);
      expect([userDetails, groupDetails, roleDetails, managedPolicies, users]).toEqual(Array(5).fill('complete'));
      expect(snapshot.roles.length).toBe(account.roles.length);
    });
  });

  it('that cannot list credentials of all users is asked user by user', async () => {
    await withServer({ unsupported: ['ListServiceSpecificCredentials.AllUsers'] }, async (server) => {
      const { snapshot } = await collectFrom(server, { depth: 'full' });
      expect(snapshot.parts.serviceSpecificCredentials).toMatchObject({ status: 'complete', count: account.serviceSpecificCredentials.length });
      const { parts } = (await collectFrom(server)).snapshot;
      expect(parts.serviceSpecificCredentials).toMatchObject({ status: 'failed', code: expect.stringMatching(/Validation/) as string });
    });
  });

  it.each([
    ['stuck', 'failed', 'NotReady'],
    ['slow', 'complete', undefined],
    ['expired', 'complete', undefined],
    ['absent', 'complete', undefined],
  ] as const)('whose report is %s', async (report, status, code) => {
    await withServer({ report }, async (server) => {
      const { snapshot } = await collectFrom(server, { limits: { ...limits, work: report === 'stuck' ? 300 : 30_000 } });
      expect(snapshot.parts.credentialReport).toMatchObject(code === undefined ? { status } : { status, code });
    });
  });

  it('whose jobs fail names the gap', async () => {
    await withServer({ jobs: 'failed' }, async (server) => {
      const { snapshot } = await collectFrom(server, { depth: 'full' });
      expect(snapshot.parts.servicesLastAccessed).toMatchObject({ status: 'failed', code: 'InternalError' });
    });
  });

  it.each(['repeatMarker', 'emptyPage'] as const)('that answers without end (%s) is left at some time', async (kind) => {
    await withServer({ faults: [{ operation: 'ListRoles', kind }] }, async (server) => {
      const { snapshot } = await collectFrom(server);
      expect(snapshot.parts.roles).toMatchObject({ status: 'partial', reason: expect.stringMatching(/twice|no end/) as string });
      expect(server.calls.length).toBeLessThan(100);
    });
  });

  it('that puts an empty page in the middle loses nothing, and it is told', async () => {
    await withServer({ faults: [{ operation: 'ListRoles', kind: 'emptyPage', times: 1 }] }, async (server) => {
      const { snapshot } = await collectFrom(server);
      expect(snapshot.parts.roles).toMatchObject({ status: 'complete', count: account.roles.length });
      expect(snapshot.notes.map(({ code }) => code)).toContain('empty-page');
    });
  });

  it.each<[string, RequestListener, string]>([
    ['hangs', () => undefined, 'collect-unreachable'],
    ['answers every call with a page', (_, response) => response.end('<html><body>Sign in</body></html>'), 'collect-refused'],
    ['answers every call with a broken page', (_, response) => response.writeHead(500).end('<html><br></p>'), 'collect-refused'],
    ['knows no call', (_, response) => response.writeHead(501).end(), 'collect-refused'],
    ['trickles', (_, response) => void response.write('<'), 'collect-unreachable'],
  ])('that %s ends with a known error', async (_, handler, code) => {
    await expect(collectFromHandler(handler)).rejects.toMatchObject({ name: 'DossierError', code });
  });

  it('that takes few calls at a time is read whole, without a storm of attempts', async () => {
    await withServer({}, async (server) => {
      const recent: number[] = [];
      const refusal = '<ErrorResponse><Error><Code>Throttling</Code><Message>Rate exceeded</Message></Error></ErrorResponse>';
      const handler: RequestListener = (incoming, response) => {
        const now = performance.now();
        while ((recent[0] ?? now) < now - 50) recent.shift();
        if (recent.length >= 4) {
          response.writeHead(400, { 'content-type': 'text/xml' }).end(refusal);
          return;
        }
        recent.push(now);
        const { method, headers, url } = incoming;
        const passed = request(new URL(url ?? '/', server.url), { method, headers }, (answer) => {
          answer.pipe(response.writeHead(answer.statusCode ?? 500, answer.headers));
        });
        incoming.pipe(passed);
      };
      const patient = { ...limits, answer: 20_000, attempts: 10, pause: 20, work: 60_000 };
      const { snapshot, attempts } = await collectFromHandler(handler, { depth: 'full', limits: patient });
      expect(Object.values(snapshot.parts).filter(({ status }) => status === 'failed' || status === 'partial')).toEqual([]);
      expect(attempts).toBeLessThan(server.calls.length * 4);
    });
  });

  it('that hides its codes in hostile text writes none of it', async () => {
    const hostile = '<ErrorResponse><Error><Code>\u001b[31m&lt;script&gt;</Code><Message>x</Message></Error></ErrorResponse>';
    const events: CollectEvent[] = [];
    const failed = collectFromHandler((_, response) => response.writeHead(403).end(hostile), {
      onEvent: (event: CollectEvent) => events.push(event),
    });
    await expect(failed).rejects.toMatchObject({ message: 'no call was answered: HTTP403' });
  });

  it('is never asked again once nobody answers any more', async () => {
    const faults = [{ operation: '*', kind: 'timeout', after: 24 }] as const;
    await withServer({ faults }, async (server) => {
      const { interrupted, snapshot } = await collectFrom(server, {
        depth: 'full',
        expectedAccount: account.account.id,
        limits: { ...limits, answer: 400 },
      });
      expect([interrupted, snapshot.parts.servicesLastAccessed.status]).toEqual(['unreachable', 'failed']);
      expect(server.calls.length).toBeLessThan(120);
    });
  });
});
