import { spawnSync } from 'node:child_process';
import type { Scope } from '@iam-dossier/core/collector';
import { partNames, type Snapshot } from '@iam-dossier/core/snapshot';
import { describe, expect, it } from 'vitest';
import { collectFrom, contentOf, everything, fullAccount, now } from '../collect/collecting.test-helper.ts';
import { startIamServer } from '../iam-server/index.ts';
import { exportFrom } from './exporting.test-helper.ts';

const here = spawnSync('aws', ['--version'], { encoding: 'utf8' }).status === 0;
if (!here) console.log('skipped: the AWS CLI is not on this machine, so the export script runs with a stand-in only');

const account = fullAccount({ users: 2, groups: 1, roles: 2, policies: 3 });
/** The CLI takes most of a second for each call. */
const patience = 300_000;
const content = (snapshot: Snapshot) => ({ ...contentOf(snapshot), collectedAt: null });
/** The report is of the server's time, and the export of the clock of this machine. */
const codesOf = (snapshot: Snapshot | undefined) => [...new Set(snapshot?.notes.map(({ code }) => code))].filter((code) => code !== 'report-apart');
const partsOf = (snapshot: Snapshot) => partNames.map((name) => [name, snapshot.parts[name].status, snapshot.parts[name].count]);

describe.skipIf(!here)('the export script with the AWS CLI', () => {
  it.each<[string, Scope]>([
    ['about the account', { depth: 'account' }],
    ['in full, with all that can be included', { depth: 'full', include: everything }],
  ])(
    'leaves what a collector reads: %s',
    async (_, scope) => {
      const server = await startIamServer({ snapshot: account, now, report: 'slow', pageSize: 3 });
      const exported = await exportFrom(scope, { url: server.url });
      const { snapshot } = await collectFrom(server, scope);
      await server.close();
      expect([exported.code, exported.left]).toEqual([0, [expect.stringMatching(/^iam-dossier-export-\d{12}-\d{8}T\d{6}Z\.zip$/)]]);
      expect(exported.snapshot && content(exported.snapshot)).toEqual(content(snapshot));
      expect(exported.snapshot && partsOf(exported.snapshot)).toEqual(partsOf(snapshot));
      expect(codesOf(exported.snapshot)).toEqual(codesOf(snapshot));
      expect(server.writes).toEqual([]);
    },
    patience,
  );

  it(
    'goes on past what is refused, and the import names each gap',
    async () => {
      const faults = [
        { operation: 'ListUsers', kind: 'denied' },
        { operation: 'GetAccountSummary', kind: 'throttle' },
        { operation: 'ListSAMLProviders', kind: 'html500' },
        { operation: 'ListRoles', kind: 'reset' },
        { operation: 'GenerateCredentialReport', kind: 'denied' },
        { operation: 'GetCredentialReport', kind: 'denied' },
      ] as const;
      const server = await startIamServer({ snapshot: account, now, faults });
      const { code, snapshot, stderr } = await exportFrom({}, { url: server.url });
      await server.close();
      const gaps = ['users', 'accountSummary', 'samlProviders', 'roles', 'credentialReport'] as const;
      expect([code, gaps.map((part) => snapshot?.parts[part].status)]).toEqual([0, ['denied', 'failed', 'failed', 'failed', 'denied']]);
      expect(gaps.map((part) => snapshot?.parts[part].code)).toEqual(['AccessDenied', 'Throttling', expect.anything(), 'NoAnswer', 'AccessDenied']);
      expect(snapshot?.parts.roleDetails.status).not.toBe('missing');
      expect(stderr).toContain('(AccessDenied) when calling the ListUsers operation');
    },
    patience,
  );

  it('stops when AWS does not say whose account it is', async () => {
    const server = await startIamServer({ snapshot: account, now, faults: [{ operation: '*', kind: 'expiredToken' }] });
    const { code, left, stderr } = await exportFrom({}, { url: server.url });
    await server.close();
    expect([code, left]).toEqual([1, []]);
    expect(stderr).toContain('Nothing was read.');
  });
});
