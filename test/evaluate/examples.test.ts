import { fileURLToPath } from 'node:url';
import { findingsOf, readAssessment, type Assessment } from '@iam-dossier/core/assessment';
import type { Engagement } from '@iam-dossier/core/engagement';
import { importPaths } from '@iam-dossier/core/importer';
import type { Partner } from '@iam-dossier/core/partner';
import type { PartName, Snapshot } from '@iam-dossier/core/snapshot';
import { partnerPathOf, readEngagementFile, readPartnerFile } from '@iam-dossier/core/store';
import { evaluate } from '@iam-dossier/evaluator';
import { beforeAll, describe, expect, it } from 'vitest';

const folder = fileURLToPath(new URL('../../packages/cli/examples/', import.meta.url));

interface Example {
  snapshot: Snapshot;
  engagement: Engagement;
  partner: Partner;
}

async function open(name: string): Promise<Example> {
  const path = `${folder}${name}/engagement.yaml`;
  const engagement = await readEngagementFile(path);
  return { engagement, partner: await readPartnerFile(partnerPathOf(engagement, path) ?? ''), snapshot: await importPaths([`${folder}${name}/aws`]) };
}

function assess({ snapshot, engagement, partner }: Example): Assessment {
  return evaluate({ snapshots: [snapshot], engagement, partner, issuedAt: engagement.document.date });
}

/** Failures of a rule: subject name and sentence. */
function failures({ rules, subjects }: Assessment, id: string): string[] {
  const findings = rules
    .filter((rule) => rule.id === id)
    .flatMap(findingsOf)
    .filter((finding) => finding.outcome === 'fail');
  return findings.map((finding) => `${subjects[finding.subject]?.name}: ${finding.message.text}`);
}

describe('the example as it was found', () => {
  let found: Assessment;
  beforeAll(async () => {
    found = assess(await open('infinity-gifts-souvenirs'));
  });

  it('is not ready, for every reason a reviewer would name', () => {
    expect(found.readiness.ready).toBe(false);
    expect(found.readiness.blockers.map((blocker) => blocker.id)).toEqual([
      'b1-claim-ec2-only',
      'a2-user-access-key',
      'a2-role-temporary-credential',
      'a3-account-federation',
      'b1-principal-service-wildcard',
      'b1-principal-broad-data-access',
      'b1-principal-administrator',
      'a2-user-service-specific-credential-unproven',
      'a2-user-ssh-key-unproven',
      'a1-statement-missing-console',
      'a1-statement-missing-programmatic',
      'a3-statement-missing-federation',
    ]);
  });

  it('tells the service wildcard and the broad data access, by policy', () => {
    expect(failures(found, 'principal-service-wildcard')[0]).toMatch(/^igs-ec2-operator: AmazonEC2FullAccess: 4 lines allow whole services/);
    expect(failures(found, 'principal-broad-data-access')[0]).toMatch(
      /^igs-ec2-operator: ReadOnlyAccess: 11 lines let the data of 6 services be read on all resources, such as s3, dynamodb, ssm, sqs, logs, lambda\.$/,
    );
    const quotes = found.rules.find((rule) => rule.id === 'principal-broad-data-access')?.findings[0]?.quotes.map((quote) => quote.text);
    expect(quotes).toHaveLength(5);
    expect(quotes).toContain('s3:Get*');
  });

  it('names the operator by what it may do, and leaves what holds standing', () => {
    const functions = Object.fromEntries(
      found.profiles.map(({ subject, effective }) => [found.subjects[subject]?.name, found.effectivePermissions[effective]?.function.text]),
    );
    expect(functions).toMatchObject({ 'igs-ec2-operator': 'EC2 operator', 'igs-terraform': 'administrator' });
    expect(Object.fromEntries(found.criteria.map(({ id, outcome }) => [id, outcome]))).toEqual({
      A1: 'manual',
      A2: 'fail',
      A3: 'fail',
      B1: 'fail',
      B2: 'pass',
      E1: 'pass',
      E2: 'pass',
    });
  });

  it('fits its contract', () => {
    expect(readAssessment(JSON.parse(JSON.stringify(found)))).toEqual(found);
  });
});

describe('the example mended', () => {
  let mended: Example;
  beforeAll(async () => {
    mended = await open('infinity-gifts-souvenirs-mended');
  });

  it('is ready, each criterion by a measured fact', () => {
    const assessment = assess(mended);
    expect(assessment.readiness).toMatchObject({ ready: true, blockers: [] });
    expect(assessment.readiness.warnings.map((warning) => warning.id)).toEqual(['designation-release']);
    for (const { id, outcome, facts } of assessment.criteria) expect([id, outcome, facts.length > 0]).toEqual([id, 'pass', true]);
  });

  it('is not ready without the details, the summary or a statement', () => {
    const { engagement } = mended;
    const lost = (part: PartName): Example => ({ ...mended, snapshot: without(mended.snapshot, part) });
    for (const part of ['roleDetails', 'managedPolicies', 'userDetails'] as const)
      expect([part, assess(lost(part)).readiness.ready]).toEqual([part, false]);
    for (const key of ['console', 'programmatic', 'federation', 'dedicatedCredentials'] as const) {
      const { [key]: _, ...accessModel } = engagement.accessModel ?? {};
      expect([key, assess({ ...mended, engagement: { ...engagement, accessModel } }).readiness.ready]).toEqual([key, false]);
    }
  });

  it('is not ready when the roles of the partner are as wide as they were', () => {
    const roles = mended.snapshot.roles.map((role) =>
      role.roleName === 'partner-ec2-operator'
        ? { ...role, attachedManagedPolicies: [{ policyName: 'AdministratorAccess', policyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' }] }
        : role,
    );
    expect(assess({ ...mended, snapshot: { ...mended.snapshot, roles } }).readiness.blockers.map((blocker) => blocker.id)).toEqual([
      'b1-principal-service-wildcard',
      'b1-principal-broad-data-access',
      'b1-principal-administrator',
    ]);
  });
});

/** The snapshot without a part and what it holds. */
function without(snapshot: Snapshot, part: PartName): Snapshot {
  const gone = { status: 'missing' as const, sources: [], reason: 'no file holds it' };
  const list = { roleDetails: 'roles', userDetails: 'users', managedPolicies: 'managedPolicies' }[
    part as 'roleDetails' | 'userDetails' | 'managedPolicies'
  ];
  return { ...snapshot, [list]: [], parts: { ...snapshot.parts, [part]: gone, [list]: gone, credentialReport: gone } };
}

describe('an assessment changed by hand', () => {
  let stored: string;
  beforeAll(async () => {
    stored = JSON.stringify(assess(await open('infinity-gifts-souvenirs')));
  });

  it.each<[string, string, (changed: Assessment) => void]>([
    ['to be ready', '/readiness/ready', (changed) => Object.assign(changed.readiness, { ready: true })],
    ['to have no blockers', '/readiness/ready', (changed) => Object.assign(changed.readiness, { ready: true, blockers: [] })],
    ['to have fewer criteria', '/criteria', (changed) => changed.criteria.pop()],
    ['to have fewer subjects', '/rules/0/population', (changed) => changed.subjects.splice(0)],
    ['to have no snapshot', '/subjects/0/pointer', (changed) => changed.snapshots.splice(0)],
    ['to have no profiles', '/profiles', (changed) => changed.profiles.splice(0)],
    ['to lose outcomes', '/rules/0/outcomes', (changed) => Object.assign(changed.rules[0] ?? {}, { outcomes: '' })],
    ['to lose documents', '/rules/', (changed) => Object.assign(changed, { documents: {} })],
  ])('%s is refused', (_, path, change) => {
    const changed = JSON.parse(stored) as Assessment;
    change(changed);
    expect(() => readAssessment(changed, 'a.json')).toThrow(
      expect.objectContaining({
        code: 'input-invalid',
        problems: expect.arrayContaining([expect.objectContaining({ file: 'a.json', path: expect.stringContaining(path) as string })]) as unknown,
      }) as Error,
    );
  });
});
