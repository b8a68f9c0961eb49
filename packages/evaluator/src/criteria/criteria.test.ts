import { criterionIds, type CriterionId } from '@iam-dossier/core/assessment';
import type { AccessModel, Engagement } from '@iam-dossier/core/engagement';
import { describe, expect, it } from 'vitest';
import { rules } from '../rules/index.ts';
import { awsAccount, details, refused, summaryOf, wholeAccount } from '../testing/aws.test-helper.ts';
import { partnerOf } from '../testing/engagement.test-helper.ts';
import {
  assess,
  blockersOf,
  operator,
  outcomeOf,
  readyAnswers,
  readyEngagement,
  shop,
  staff,
  statements,
  type Situation,
} from '../testing/ready.test-helper.ts';
import { consoleCells, keyCells, reportOf } from '../testing/report.test-helper.ts';
import { criteria } from './index.ts';

const without = (key: keyof AccessModel): Engagement => {
  const { [key]: _, ...accessModel } = statements;
  return readyEngagement({ accessModel });
};
const saying = (key: keyof AccessModel, text: string): Engagement =>
  readyEngagement({ accessModel: { ...statements, [key]: { ...statements[key], text } } });
const federation = (kind: NonNullable<AccessModel['federation']>['kind']): Engagement =>
  readyEngagement({ accessModel: { ...statements, federation: { ...statements.federation, kind } } });
const withUser = (cells: object | null, principal: object): Situation => ({
  answers: readyAnswers({ users: [shop.user('ana')] }, cells ? { ana: cells } : {}),
  engagement: readyEngagement({
    people: [
      { id: 'ana', name: 'Ana Ribeiro', organisation: 'partner' },
      { id: 'priya', name: 'Priya Raman', organisation: 'customer' },
    ],
    principals: [...(readyEngagement().principals ?? []), { arn: shop.arn('user', '/ana'), party: 'partner', ...principal }],
  }),
});
const also = ({ answers = [], ...rest }: Situation, ...more: object[]): Situation => ({ ...rest, answers: [...answers, ...more] });
const listed = { UserName: 'ana', CreateDate: '2026-09-01T10:00:00+00:00' };
const apiKey = (Status: string) => ({
  ServiceSpecificCredentials: [{ ...listed, Status, ServiceSpecificCredentialId: 'ACCA-1', ServiceName: 'bedrock.amazonaws.com' }],
});
const sshKey = { SSHPublicKeys: [{ UserName: 'ana', Status: 'Inactive', SSHPublicKeyId: 'APKA-1', UploadDate: '2026-09-01T10:00:00+00:00' }] };
const withRole = (role: object): Situation => ({ answers: readyAnswers({ roles: [operator, staff, role] }) });
const open = shop.role('partner-open', [{ Principal: { AWS: 'arn:aws:iam::999988887777:root' } }]);
const guarded = shop.role('partner-guarded', [
  { Principal: { AWS: 'arn:aws:iam::999988887777:root' }, Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } },
]);
const noDetails = [summaryOf({ AccountAccessKeysPresent: 0, AccountMFAEnabled: 1 }), reportOf({ '<root_account>': {} })];
const cutRoles = [
  { ...(details({ users: [], groups: [], roles: [operator], policies: [] }) as object), IsTruncated: true, Marker: 'more' },
  ...noDetails,
];
const rolesUnproven = ['external-trust', 'anonymous-trust', 'external-id', 'federated-subject'].map((rule) => `a1-role-${rule}-unproven`);
const identity = { id: '222233334444', role: 'identity' as const };

describe('criteria', () => {
  it('are all met, and the account is ready, when facts and words are there and agree', () => {
    const assessment = assess();
    expect(assessment.criteria.map(({ id, outcome }) => [id, outcome])).toEqual(criterionIds.map((id) => [id, 'pass']));
    expect(assessment.readiness).toEqual({ ready: true, blockers: [], warnings: [] });
    for (const criterion of assessment.criteria) expect([criterion.id, criterion.facts.length > 0]).toEqual([criterion.id, true]);
  });

  it.each<[CriterionId, string, Situation, string, string[]]>([
    ['A1', 'no statement on the console', { engagement: without('console') }, 'manual', ['a1-statement-missing-console']],
    ['A1', 'no statement on programmatic access', { engagement: without('programmatic') }, 'manual', ['a1-statement-missing-programmatic']],
    [
      'A1',
      'no engagement',
      { engagement: null, partner: null },
      'manual',
      ['a1-role-external-trust-undeclared', 'a1-statement-missing-console', 'a1-statement-missing-programmatic'],
    ],
    [
      'A1',
      'a statement that says nothing',
      { engagement: saying('console', 'N/A') },
      'fail',
      ['a1-words-nothing-engagement.accessModel.console.text-1'],
    ],
    ['A1', 'an account of which nobody says whose it is, without MFA', withRole(open), 'manual', ['a1-role-external-trust-undeclared']],
    ['A1', 'a role that anybody may assume', withRole(shop.role('partner-any', [{ Principal: '*' }])), 'fail', ['a1-role-anonymous-trust']],
    ['A2', 'a long-term key that may open a role', withRole(open), 'fail', ['a2-role-mfa-condition']],
    ['A1', 'an account of which nobody says whose it is', withRole(guarded), 'manual', ['a1-role-external-trust-undeclared']],
    ['A1', 'words about access, and nobody who could have it', { answers: readyAnswers({ roles: [staff] }) }, 'fail', ['a1-no-way-in']],
    ['A1', 'words about access, and roles not in the data', { answers: noDetails }, 'notEvaluated', rolesUnproven],
    ['A1', 'words about access, and not all roles in the data', { answers: cutRoles }, 'notEvaluated', rolesUnproven],

    ['A2', 'no statement: the facts answer', { engagement: without('temporaryCredentials') }, 'pass', []],
    [
      'A2',
      'an active access key',
      withUser(keyCells, { kind: 'workload' }),
      'fail',
      ['a2-user-access-key', 'a2-user-service-specific-credential-unproven', 'a2-user-ssh-key-unproven'],
    ],
    [
      'A2',
      'a user without keys, whose other long-term credentials nobody listed',
      withUser(consoleCells, { person: 'ana' }),
      'notEvaluated',
      ['a2-user-service-specific-credential-unproven', 'a2-user-ssh-key-unproven'],
    ],
    [
      'A2',
      'an API key of Amazon Bedrock',
      also(withUser(consoleCells, { person: 'ana' }), apiKey('Active'), sshKey),
      'fail',
      ['a2-user-service-specific-credential'],
    ],
    [
      'A2',
      'a user none of whose long-term credentials is active',
      also(withUser(consoleCells, { person: 'ana' }), apiKey('Inactive'), sshKey),
      'pass',
      [],
    ],
    [
      'A2',
      'a key of the root user',
      { answers: [...wholeAccount({ roles: [operator, staff] }, { AccountAccessKeysPresent: 1 }), reportOf({})] },
      'fail',
      ['a2-root-access-key'],
    ],
    ['A2', 'no role in scope', { answers: readyAnswers({ roles: [staff] }) }, 'fail', ['a2-role-temporary-credential']],
    [
      'A2',
      'a user of whom nothing is in the data',
      withUser(null, { person: 'ana' }),
      'notEvaluated',
      ['user-access-key', 'user-service-specific-credential', 'user-ssh-key', 'user-signing-certificate'].map((rule) => `a2-${rule}-unproven`),
    ],
    [
      'A2',
      'a statement on long-term keys',
      { engagement: saying('temporaryCredentials', 'Engineers use access keys that are rotated each quarter.') },
      'fail',
      ['a2-words-keys-engagement.accessModel.temporaryCredentials.text-1'],
    ],
    [
      'A2',
      'a statement that denies long-term keys',
      { engagement: saying('temporaryCredentials', 'Roles only; we do not use access keys.') },
      'pass',
      [],
    ],

    ['A3', 'no statement', { engagement: without('federation') }, 'manual', ['a3-statement-missing-federation']],
    ['A3', 'another kind declared than measured', { engagement: federation('saml') }, 'fail', ['a3-federation-declared-absent']],
    ['A3', 'none declared, and one measured', { engagement: federation('none') }, 'fail', ['a3-federation-declared-none']],
    [
      'A3',
      'declared, and nothing that shows it',
      { answers: readyAnswers({ roles: [operator] }) },
      'fail',
      ['a3-account-federation', 'a3-federation-declared-absent'],
    ],
    [
      'A3',
      'none declared, and none measured',
      { answers: readyAnswers({ roles: [operator] }), engagement: federation('none') },
      'fail',
      ['a3-account-federation'],
    ],
    [
      'A3',
      'declared, and not all roles seen',
      { answers: cutRoles },
      'notEvaluated',
      ['a3-account-federation-unproven', 'a3-federation-declared-unseen'],
    ],
    [
      'A3',
      'people come by an identity account that is not there',
      {
        answers: readyAnswers({ roles: [operator] }),
        engagement: readyEngagement({
          accounts: [{ id: shop.id, role: 'workload' }, identity],
          accessModel: { ...statements, federation: { ...statements.federation, kind: 'none' } },
        }),
      },
      'notEvaluated',
      ['a3-nothing-measured'],
    ],

    ['B1', 'no statement: the facts answer', { engagement: without('leastPrivilege') }, 'pass', []],
    [
      'B1',
      'a service-wide wildcard',
      withRole(shop.role('partner-ec2', [], { inline: { all: [{ Action: 'ec2:*' }] } })),
      'fail',
      ['b1-principal-service-wildcard'],
    ],
    [
      'B1',
      'broad data access',
      withRole(shop.role('partner-reader', [], { inline: { all: [{ Action: 's3:Get*' }] } })),
      'fail',
      ['b1-principal-broad-data-access'],
    ],
    [
      'B1',
      'an administrator',
      withRole(shop.role('partner-admin', [], { inline: { all: [{ Action: '*' }] } })),
      'fail',
      ['b1-principal-service-wildcard', 'b1-principal-broad-data-access', 'b1-principal-administrator'],
    ],
    [
      'B1',
      'a policy that is not in the data',
      withRole(shop.role('partner-x', [], { attached: ['Gone'] })),
      'notEvaluated',
      [
        'b1-principal-service-wildcard-unproven',
        'b1-principal-broad-data-access-unproven',
        'b1-principal-administrator-unproven',
        'b1-principal-escalation-unproven',
        'b1-principal-escalation-chain-unproven',
      ],
    ],
    ['B1', 'nobody in scope', { answers: readyAnswers({ roles: [staff] }) }, 'notEvaluated', ['b1-nothing-measured']],

    ['B2', 'no statement', { engagement: without('dedicatedCredentials') }, 'manual', ['b2-statement-missing-dedicatedCredentials']],
    [
      'B2',
      'a whole account of the partner, whose people nothing tells apart',
      withRole(shop.role('partner-shared', [{ Principal: { AWS: 'arn:aws:iam::444455556666:root' } }])),
      'manual',
      ['b2-role-account-trust-undeclared'],
    ],
    ['B2', 'a user with its person', withUser(consoleCells, { person: 'ana' }), 'pass', []],
    ['B2', 'a user without a person', withUser(consoleCells, {}), 'manual', ['b2-user-dedicated-credential-undeclared']],
    ['B2', 'a user of somebody else', withUser(consoleCells, { person: 'priya' }), 'fail', ['b2-user-dedicated-credential']],
    ['B2', 'a machine with a console password', withUser(consoleCells, { kind: 'workload' }), 'fail', ['b2-user-dedicated-credential']],
    ['B2', 'a machine without', withUser({}, { kind: 'workload' }), 'pass', []],
    [
      'B2',
      'a shared credential in words',
      { engagement: saying('dedicatedCredentials', 'The team uses a shared account for emergencies.') },
      'fail',
      ['b2-words-shared-engagement.accessModel.dedicatedCredentials.text-1'],
    ],
    [
      'B2',
      'users not in the data',
      { answers: [details({ roles: [operator, staff] }), summaryOf({ Roles: 2 })] },
      'notEvaluated',
      ['b2-user-dedicated-credential-unproven'],
    ],
    ['B2', 'nobody in scope', { answers: readyAnswers({ roles: [staff] }) }, 'notEvaluated', ['b2-nothing-measured']],

    ['E1', 'no partner', { partner: null }, 'manual', ['e1-sop-none']],
    ['E1', 'no adoption', { partner: partnerOf({ sop: { version: '2.0' } }) }, 'manual', ['e1-sop-none']],
    [
      'E1',
      'another version adopted',
      { partner: partnerOf({ sop: { version: '2.1', adopted: { approver: 'Ben', date: '2026-09-01', version: '2.0' } } }) },
      'manual',
      ['e1-sop-version'],
    ],
    [
      'E1',
      'adopted after the documents',
      { partner: partnerOf({ sop: { version: '2.0', adopted: { approver: 'Ben', date: '2026-10-03', version: '2.0' } } }) },
      'manual',
      ['e1-sop-future'],
    ],
    [
      'E1',
      'in force after the documents',
      {
        partner: partnerOf({
          sop: { version: '2.0', effectiveDate: '2026-11-01', adopted: { approver: 'Ben', date: '2026-09-01', version: '2.0' } },
        }),
      },
      'manual',
      ['e1-sop-future'],
    ],
    [
      'E1',
      'a paragraph that says nothing',
      {
        partner: partnerOf({
          sop: { version: '2.0', adopted: { approver: 'Ben', date: '2026-09-01', version: '2.0' }, paragraphs: { purpose: { replace: 'TBD' } } },
        }),
      },
      'fail',
      ['e1-words-placeholder-partner.sop.paragraphs.purpose.replace-1'],
    ],

    [
      'E1',
      'a paragraph on long-term keys',
      {
        partner: partnerOf({
          sop: {
            version: '2.0',
            adopted: { approver: 'Ben', date: '2026-09-01', version: '2.0' },
            paragraphs: {
              purpose: { append: { en: 'No access keys.', es: 'Sin claves de acceso.' } },
              console: { append: 'Support signs in with a shared account.' },
            },
          },
        }),
      },
      'fail',
      ['e1-words-shared-partner.sop.paragraphs.console.append-1'],
    ],
    ['E2', 'no engagement', { engagement: null }, 'manual', ['e2-engagement-none']],
    ['E2', 'no workload account', { engagement: readyEngagement({ accounts: [{ id: shop.id, role: 'identity' }] }) }, 'manual', ['e2-workload-none']],
    [
      'E2',
      'an engagement for another account',
      { engagement: readyEngagement({ accounts: [{ id: '222233334444', role: 'workload' }] }) },
      'notEvaluated',
      ['e2-workload-missing-222233334444'],
    ],
    [
      'E2',
      'one of two workload accounts',
      {
        engagement: readyEngagement({
          accounts: [
            { id: shop.id, role: 'workload' },
            { id: '222233334444', role: 'workload' },
          ],
        }),
      },
      'notEvaluated',
      ['e2-workload-missing-222233334444'],
    ],
  ])('%s with %s', (id, _, situation, outcome, blockers) => {
    const assessment = assess(situation);
    expect([outcomeOf(assessment, id), blockersOf(assessment, id).sort()]).toEqual([outcome, [...blockers].sort()]);
    expect(assessment.readiness.ready).toBe(assessment.readiness.blockers.length === 0);
  });

  it('A1, A3, B2 and E1 pass on no facts alone, and on no words alone', () => {
    const facts = assess({ engagement: readyEngagement({ accessModel: {} }), partner: null });
    const words = assess({ answers: [summaryOf({ Users: 0 })] });
    for (const id of ['A1', 'A3', 'B2'] as const) expect([id, outcomeOf(facts, id), outcomeOf(words, id)]).toEqual([id, 'manual', 'notEvaluated']);
    expect(outcomeOf(facts, 'E1')).toBe('manual');
  });

  it('count the federation of an identity account for the workload accounts that rely on it', () => {
    const hub = awsAccount(identity.id);
    const people = hub.role('people', [{ Principal: { Federated: hub.arn('saml-provider', '/AWSSSO_1') }, Action: 'sts:AssumeRoleWithSAML' }]);
    const snapshots = [
      shop.snapshot(readyAnswers({ roles: [operator] })),
      hub.snapshot(wholeAccount({ roles: [people] }, { AccountAccessKeysPresent: 0 })),
    ];
    const engagement = readyEngagement({
      accounts: [{ id: shop.id, role: 'workload' }, identity],
      principals: [
        { arn: shop.arn('role', '/partner-*'), party: 'partner' },
        { arn: hub.arn('role', '/*'), party: 'customer' },
      ],
    });
    const assessment = assess({ snapshots, engagement });
    expect(assessment.criteria.filter(({ outcome }) => outcome !== 'pass')).toEqual([]);
    expect(assessment.criteria.find(({ id }) => id === 'A3')?.facts[0]?.text).toBe('1 role admits people by IAM Identity Center.');
  });

  it('name rules that are there, and every rule with weight, and are named by no other', () => {
    const weighty = rules.filter((rule) => rule.weight === 'criterion').map((rule) => rule.id);
    expect(criteria.flatMap((criterion) => criterion.rules).sort()).toEqual(weighty.sort());
    expect(criteria.map((criterion) => criterion.id)).toEqual(criterionIds);
  });
});

describe('an account without anything', () => {
  it('passes nothing', () => {
    const assessment = assess({ answers: [refused('GetAccountAuthorizationDetails')], engagement: null, partner: null });
    expect(assessment.criteria.map(({ outcome }) => outcome)).not.toContain('pass');
    expect(assessment.rules.map((rule) => rule.outcomes)).toEqual(rules.map(() => 'n'));
  });

  it('with every list whole and empty passes nothing but what needs no principal', () => {
    const assessment = assess({ answers: readyAnswers({ roles: [] }) });
    expect(assessment.criteria.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['A1', 'fail'],
      ['A2', 'fail'],
      ['A3', 'fail'],
      ['B1', 'notEvaluated'],
      ['B2', 'notEvaluated'],
      ['E1', 'pass'],
      ['E2', 'pass'],
    ]);
  });
});
