import type { AccessPath, Assessment, EffectivePermissions, Profile, Subject, WayIn } from '@iam-dossier/core/assessment';
import type { Engagement } from '@iam-dossier/core/engagement';
import { digestOf } from '@iam-dossier/core/json';
import { partNames } from '@iam-dossier/core/snapshot';
import {
  assessmentOf,
  claimOf,
  collectedAt,
  effectiveOf,
  messageOf,
  partsOf,
  policyOf,
  roleProfileOf,
  snapshotOf,
  subjectOf,
  userProfileOf,
  wayInOf,
} from '../render/assessment.test-helper.ts';

/** A name as long as IAM allows, in the widest letters. */
const wide = (letters: number, number = 0) => 'Wm'.repeat(letters).slice(0, letters - 5) + String(number).padStart(5, '0');
const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index));
const known = { state: 'known', at: collectedAt } as const;
const prose = 'An engineer signs in with a sign-in of their own and a hardware security key, then switches to one of the roles. '.repeat(30);

/** An account with every list full and every text long: all that a print budget must hold. A PDF shows the first principals, so only these need be full. */
export function worstCase(principals: number, fullPrincipals = 24): { assessment: Assessment; engagement: Engagement } {
  const engagement = wordyEngagement();
  const subjects: Subject[] = times(principals, (index) =>
    subjectOf(isRole(index) ? 'role' : 'user', wide(64, index), { arn: `arn:aws:iam::111122223333:role/${'p'.repeat(500)}/${wide(64, index)}` }),
  );
  const base = assessmentOf();
  const assessment = assessmentOf({
    engagement: { id: engagement.id, digest: digestOf(engagement) },
    subjects,
    profiles: times(principals, (index) =>
      index < fullPrincipals ? fullProfile(index) : userProfileOf(index, { effective: index % fullPrincipals }),
    ),
    effectivePermissions: times(fullPrincipals, fullPermissions),
    waysIn: times(fullPrincipals, (index) => index)
      .filter(isRole)
      .flatMap((role) => times(10, () => longWayIn(role))),
    claims: times(30, (index) =>
      claimOf(`claim-${index}`, {
        title: 'A title of a claim that is long enough',
        outcome: index % 2 === 0 ? 'contradicted' : 'held',
        proven: index % 2 === 0 ? null : messageOf('A sentence that is proven at length, '.repeat(30)),
        against: index % 2 === 0 ? times(20, () => ({ message: messageOf('A fact against it, '.repeat(60)), evidence: [], quotes: [] })) : [],
        evidence: times(50, () => ({ snapshot: 0, path: `/${'p'.repeat(200)}` })),
        statement: { text: prose, author: wide(80), date: '2026-10-06' },
      }),
    ),
    declaredFacts: times(30, () => ({
      fact: { key: 'other', topic: wide(200), value: prose, author: wide(80), date: '2026-10-06', expires: '2027-10-06' },
      state: 'inForce',
    })),
    accessPaths: times(30, fullPath),
    snapshots: times(8, fullSnapshot),
    criteria: base.criteria.map((criterion) => ({
      ...criterion,
      facts: times(20, () => messageOf('A fact that is long, '.repeat(30))),
      reasons: times(20, () => messageOf('A reason that is long, '.repeat(30))),
    })),
    scope: { inScope: principals, leftOut: times(60, (count) => ({ reason: messageOf('Left out because '.repeat(40)), count })) },
    directory: [],
    exhibit: {
      document: 'long',
      policyName: wide(128),
      policyArn: `arn:aws:iam::111122223333:policy/${wide(128)}`,
      type: 'customerManaged',
      subjects: times(principals, (index) => index),
      statements: 400,
      limited: 400,
    },
    documents: {
      long: {
        Version: '2012-10-17',
        Statement: times(400, (index) => ({ Sid: `s${index}`, Effect: 'Allow', Action: wide(400), Resource: wide(800) })),
      },
    },
  });
  return { assessment, engagement };
}

function isRole(index: number): boolean {
  return index % 5 === 4;
}

function fullProfile(index: number): Profile {
  const common: Partial<Profile> = {
    tags: times(50, (tag) => ({ key: wide(128, tag), value: 'W'.repeat(256) })),
    policies: times(32, (policy) =>
      policyOf(wide(128, policy), {
        groups: times(10, (group) => wide(128, group)),
        type: 'awsManagedJobFunction',
        ...(policy % 2 === 0 ? {} : { document: 'unresolved' as const }),
      }),
    ),
    permissionsBoundary: `arn:aws:iam::111122223333:policy/${'q'.repeat(500)}/${wide(128)}`,
    purpose: prose,
    effective: index,
  };
  if (isRole(index)) return roleProfileOf(index, { ...common, description: 'd '.repeat(500) });
  return userProfileOf(index, {
    ...common,
    groups: times(10, (group) => wide(128, group)),
    console: { access: 'enabled', mfa: 'active', mfaDevices: times(8, () => ({ kind: 'virtual', enabled: known })), lastSignIn: known },
    identity: { kind: 'human', basis: 'declared', signs: [], person: wide(64, index) },
    otherCredentials: { serviceSpecific: 2, sshKeys: 5, signingCertificates: 2 },
    accessKeys: times(2, (slot) => ({
      maskedId: 'AKIA…WXYZ',
      slot: slot + 1,
      status: 'active',
      created: known,
      lastUsed: known,
      lastUsedService: 'elasticloadbalancing',
      lastUsedRegion: 'ap-southeast-2',
    })),
  });
}

function fullPermissions(index: number): EffectivePermissions {
  return effectiveOf(`Operator of Amazon Elastic Compute Cloud, of databases and of storage number ${index}; reads 120 services more`, {
    bounded: true,
    guarded: true,
    wildcards: { actions: 7, wholeServices: 3, resources: 2, negated: 1 },
    status: 'partial',
    gaps: times(12, () => messageOf('gap '.repeat(80))),
    services: times(400, (service) => ({
      service: `servicename-${service}`,
      all: (service + index) % 32,
      scoped: (service * 7) % 32,
      conditional: service % 3,
      everyAction: service % 5 === 0,
    })),
  });
}

function longWayIn(role: number): WayIn {
  return wayInOf(role, {
    kind: 'principal',
    from: `arn:aws:iam::444455556666:role/${'r'.repeat(300)}`,
    externalIdRequired: true,
    conditionKeys: times(20, (key) => `aws:PrincipalTag/${wide(128, key)}`),
  });
}

function fullPath(index: number): AccessPath {
  return {
    kind: 'principal',
    from: `arn:aws:iam::444455556666:role/${'r'.repeat(300)}`,
    party: 'partner',
    known: 'partly',
    people: times(20, (person) => wide(64, person)),
    unnamed: 300 + index,
    through: times(20, (role) => role),
    ends: times(20, (end) => end),
  };
}

function fullSnapshot(index: number): Assessment['snapshots'][number] {
  const parts = partsOf(...partNames);
  const sources = times(60, (file) => ({
    kind: 'file' as const,
    name: `${'folder/'.repeat(30)}${file}.json`,
    sha256: String(file).padStart(64, 'a'),
    bytes: 123_456_789,
  }));
  for (const name of partNames) parts[name] = { ...parts[name], status: 'partial', sources, reason: 'because '.repeat(60) };
  const id = `11112222333${index}`;
  return snapshotOf({
    id: `${id}-ab12cd34`,
    account: { id, partition: 'aws', aliases: [wide(63)], name: wide(128), role: 'workload' },
    parts,
    notes: times(200, () => ({ level: 'warning', code: 'x', file: 'f'.repeat(200), message: 'note '.repeat(100) })),
  });
}

function wordyEngagement(): Engagement {
  const statement = { text: prose, author: 'Mateo Fuentes', date: '2026-10-06' };
  return {
    format: 'iam-dossier.engagement',
    formatVersion: 1,
    id: 'worst-case',
    title: wide(120),
    customer: { name: wide(64), description: prose },
    document: { number: wide(40), version: '1.0', date: '2026-10-06', author: wide(64), classification: wide(40) },
    accounts: times(20, (index) => ({ id: `2222333344${10 + index}`, name: wide(64), role: 'workload' as const })),
    workload: { description: prose, components: times(60, () => prose) },
    accessModel: {
      console: statement,
      programmatic: statement,
      temporaryCredentials: statement,
      federation: { ...statement, kind: 'identityCenter' },
      leastPrivilege: statement,
      dedicatedCredentials: statement,
    },
    people: times(80, (index) => ({ id: `p${index}`, name: wide(64, index), organisation: 'partner' as const, function: prose })),
  };
}
