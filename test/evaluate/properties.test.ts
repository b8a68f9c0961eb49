import { isDeepStrictEqual } from 'node:util';
import { assessmentSchema, findingsOf, type Assessment } from '@iam-dossier/core/assessment';
import { readEngagement, type Engagement } from '@iam-dossier/core/engagement';
import { importSources } from '@iam-dossier/core/importer';
import { documentJson } from '@iam-dossier/core/json';
import type { Snapshot } from '@iam-dossier/core/snapshot';
import { catalogue, evaluate, rules } from '@iam-dossier/evaluator';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { accountFiles, sizes } from '../fixtures/account.ts';

const issuedAt = '2026-10-02';
const account = fc
  .integer({ min: 1, max: 10_000 })
  .map((seed) => importSources(accountFiles({ users: 6, groups: 2, roles: 6, policies: 6 }, { seed })));
const runs = { numRuns: 5 };

const parties = fc.constantFrom<'partner' | 'customer' | 'thirdParty'>('partner', 'customer', 'thirdParty');
const kinds = fc.constantFrom<'human' | 'workload' | 'breakGlass'>('human', 'workload', 'breakGlass');
const principal = (party: fc.Arbitrary<'partner' | 'customer' | 'thirdParty'>) =>
  fc.record({ arn: fc.constantFrom('*', '*:user/*', '*:role/*', '*user-1*', '*role-2'), party, kind: kinds });

function engagementOf(members: Partial<Engagement> = {}): Engagement {
  return readEngagement({
    format: 'iam-dossier.engagement',
    formatVersion: 1,
    id: 'made-up',
    customer: { name: 'Made-up' },
    document: { version: '1.0', date: issuedAt, author: 'Ana' },
    accounts: [{ id: '111122223333', role: 'workload' }],
    ...members,
  });
}

/** The lists of a snapshot in another order. */
function reordered(snapshot: Snapshot): Snapshot {
  const turned = Object.entries(snapshot).map(([name, member]) => [name, Array.isArray(member) ? member.toReversed() : member]);
  const { credentialReport } = snapshot;
  return {
    ...(Object.fromEntries(turned) as Snapshot),
    ...(credentialReport ? { credentialReport: { ...credentialReport, rows: credentialReport.rows.toReversed() } } : {}),
  };
}

/** An assessment without the places in the snapshot and its digest, which follow the order of its lists. */
function withoutPlaces(assessment: Assessment): string {
  const placed = new Set(['pointer', 'evidence']);
  const snapshots = assessment.snapshots.map(({ id: _, digest: __, ...rest }) => rest);
  return JSON.stringify({ ...assessment, snapshots }, (key, value: unknown) => (placed.has(key) ? undefined : value));
}

describe('any account', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  it('is assessed alike whatever the order of its lists', () => {
    fc.assert(
      fc.property(account, (snapshot) => {
        expect(withoutPlaces(evaluate({ snapshots: [reordered(snapshot)], issuedAt }))).toEqual(
          withoutPlaces(evaluate({ snapshots: [snapshot], issuedAt })),
        );
      }),
      runs,
    );
  });

  it('gives plain JSON that fits the contract, and the same bytes twice and in every time zone', () => {
    fc.assert(
      fc.property(account, (snapshot) => {
        const assessment = evaluate({ snapshots: [snapshot], issuedAt });
        expect(isDeepStrictEqual(assessmentSchema.parse(JSON.parse(JSON.stringify(assessment))), assessment)).toBe(true);
        const bytes = documentJson(assessment);
        for (const TZ of ['Pacific/Kiritimati', 'UTC', 'America/St_Johns']) {
          process.env['TZ'] = TZ;
          expect(new Date(0).getTimezoneOffset() === 0).toBe(TZ === 'UTC');
          expect(documentJson(evaluate({ snapshots: [snapshot], issuedAt }))).toBe(bytes);
        }
      }),
      { numRuns: 2 },
    );
  });

  it('has one letter for each subject of a population, and one finding for each that is no pass', () => {
    fc.assert(
      fc.property(account, (snapshot) => {
        for (const rule of evaluate({ snapshots: [snapshot], issuedAt }).rules) {
          const { id, population, outcomes } = rule;
          const findings = findingsOf(rule);
          expect([id, outcomes.length]).toEqual([id, population.length]);
          expect(population).toEqual([...new Set(population)].sort((a, b) => a - b));
          const about = findings.map((finding) => finding.subject).sort((a, b) => a - b);
          expect(about).toEqual(population.filter((_, place) => 'fnm'.includes(outcomes[place] ?? '')));
          expect(new Set(findings.map((finding) => finding.fingerprint)).size).toBe(findings.length);
        }
      }),
      runs,
    );
  });

  it('is lifted by no declared kind and no waiver', () => {
    // Declared as another kind, a principal may fail rules on that kind beside those it failed before.
    const failing = ({ rules: results }: Assessment) =>
      results
        .filter((rule) => rule.id !== 'user-dedicated-credential')
        .flatMap(({ id, population, outcomes }) => population.filter((_, place) => outcomes[place] === 'f').map((subject) => `${id} ${subject}`));
    const waivers = rules.map((rule) => ({ rule: rule.id, subject: '*', reason: 'all of it', approver: 'Ana', date: issuedAt, expires: issuedAt }));
    fc.assert(
      fc.property(account, fc.array(principal(fc.constant('partner'))), (snapshot, principals) => {
        const bare = evaluate({ snapshots: [snapshot], engagement: engagementOf(), issuedAt });
        const declared = evaluate({ snapshots: [snapshot], engagement: engagementOf({ principals, waivers }), issuedAt });
        expect(failing(declared)).toEqual(expect.arrayContaining(failing(bare)));
        expect(declared.readiness.ready).toBe(false);
      }),
      runs,
    );
  });

  it('counts every principal once: in scope, or left out for a reason', () => {
    fc.assert(
      fc.property(account, fc.array(principal(parties)), (snapshot, principals) => {
        const { scope, profiles, directory, subjects } = evaluate({ snapshots: [snapshot], engagement: engagementOf({ principals }), issuedAt });
        const all = subjects.flatMap((subject, index) => (subject.type === 'user' || subject.type === 'role' ? [index] : []));
        expect([...profiles, ...directory].map((entry) => entry.subject).sort((a, b) => a - b)).toEqual(all);
        expect(profiles).toHaveLength(scope.inScope);
        expect(scope.leftOut.reduce((sum, { count }) => sum + count, 0)).toBe(directory.length);
      }),
      runs,
    );
  });

  it('is told in words that the catalogue has', () => {
    const words = catalogue();
    const known = (table: string) => (message: { id: string }) =>
      expect(Object.hasOwn(words, `${table}/${message.id}`), `${table}/${message.id}`).toBe(true);
    fc.assert(
      fc.property(account, (snapshot) => {
        const assessment = evaluate({ snapshots: [snapshot], engagement: engagementOf(), issuedAt });
        for (const rule of assessment.rules) {
          for (const { message } of rule.findings)
            known(Object.hasOwn(words, `engine/${message.id}`) ? 'engine' : `rule/${rule.id}/message`)(message);
        }
        for (const { summary, facts, reasons } of assessment.criteria) [summary, ...facts, ...reasons].forEach(known('criteria'));
        assessment.readiness.warnings.forEach(known('readiness'));
        assessment.effectivePermissions.forEach((effective) => effective.gaps.forEach(known('gap')));
        assessment.effectivePermissions.forEach((effective) => known('function')(effective.function));
        assessment.profiles.forEach((profile) => profile.identity.signs.forEach(known('identity')));
        assessment.scope.leftOut.forEach(({ reason }) => known('scope')(reason));
        assessment.layersNotSeen.forEach(known('layer'));
      }),
      runs,
    );
  });
});

describe('an account as large as AWS lets one be', () => {
  it('gives an assessment of at most one and a half times the snapshot', () => {
    const snapshot = importSources(accountFiles(sizes.quota));
    const assessment = evaluate({ snapshots: [snapshot], issuedAt });
    expect(documentJson(assessment).length / documentJson(snapshot).length).toBeLessThan(1.5);
  });
});
