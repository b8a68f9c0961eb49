import type { Assessment } from '@iam-dossier/core/assessment';
import type { Engagement } from '@iam-dossier/core/engagement';
import { digestOf } from '@iam-dossier/core/json';
import type { Partner } from '@iam-dossier/core/partner';
import { describe, expect, it } from 'vitest';
import {
  assessmentOf,
  claimOf,
  messageOf,
  partsOf,
  policyOf,
  roleProfileOf,
  snapshotOf,
  subjectOf,
  userProfileOf,
  wayInOf,
} from '../render/assessment.test-helper.ts';
import { openScribe, screenBudget, type Scribe } from '../view/index.ts';
import { openWords } from '../words/index.ts';
import { noMask } from '../mask/index.ts';
import { accessKeyRows } from './access-keys.ts';
import { levelRows } from './access-levels.ts';
import { principalPanel } from './panel.ts';
import { passwordPolicyPanel } from './password-policy.ts';
import { permissionsTable } from './permissions.ts';
import { renderImplementation } from './render.ts';
import type { Sheet } from './sheet.ts';
import { sectionIds } from './view.ts';

const scribe: Scribe = openScribe('implementation', openWords('en'), (text) => text);
const sheetOf = (assessment = assessmentOf()): Sheet => ({
  assessment,
  engagement: undefined,
  partner: undefined,
  scribe,
  budget: screenBudget,
  mask: noMask,
});
const known = (at: string) => ({ state: 'known', at }) as const;

describe('the password policy panel', () => {
  const linesOf = (policy: Parameters<typeof passwordPolicyPanel>[1]) => passwordPolicyPanel(scribe, policy);

  it('says of the default policy that its content is documentation: three of four classes, never four flags', () => {
    const panel = linesOf({ kind: 'default' });
    expect(panel.basis).toContain('AWS’s documentation');
    expect(panel.groups.map(({ label }) => label)).toEqual(['Password minimum length', 'Password strength', 'Other requirements']);
    expect(panel.groups[1]?.lines).toEqual([
      'At least three of the four classes: uppercase letters, lowercase letters, numbers, non-alphanumeric characters',
    ]);
  });

  it('shows a custom policy member by member, and what IAM left out as not in the data', () => {
    const panel = linesOf({
      kind: 'custom',
      minimumPasswordLength: 14,
      requireSymbols: true,
      requireNumbers: false,
      requireUppercaseCharacters: true,
      maxPasswordAge: 90,
      expirePasswords: true,
      passwordReusePrevention: 1,
    });
    expect(panel.basis).toBe('');
    expect(panel.groups.map(({ lines }) => lines)).toEqual([
      ['14 characters'],
      ['Uppercase letter: required', 'Lowercase letter: not in the data', 'Number: not required', 'Non-alphanumeric character: required'],
      ['Expires after 90 days', 'Whether users may change their own password is not in the data', 'The last 1 password cannot be used again'],
    ]);
  });

  it('shows nothing of a policy that was not handed in', () => {
    expect(linesOf(null)).toEqual({ statement: 'Not in the data', basis: '', groups: [] });
  });
});

describe('a panel', () => {
  const factsOf = (changes: Parameters<typeof userProfileOf>[1]) => {
    const { facts } = principalPanel(sheetOf(), userProfileOf(0, changes), []);
    return Object.fromEntries(facts.map(({ label, lines }) => [label, lines]));
  };
  const signIn = (lastSignIn: object) => factsOf({ console: { access: 'enabled', mfa: 'none', mfaDevices: [], lastSignIn } as never });

  it.each([
    [known('2026-10-05T12:01:33Z'), '2026-10-05 12:01:33 UTC'],
    [{ state: 'none' }, 'No recorded use'],
    [{ state: 'unknown' }, 'Not in the data'],
  ])('tells the last console sign-in %o', (lastSignIn, expected) => {
    expect(signIn(lastSignIn)['Last console sign-in']).toEqual([expected]);
  });

  it.each([
    ['enabled', 'active', 'Enabled with MFA'],
    ['enabled', 'none', 'Enabled without MFA'],
    ['enabled', 'unknown', 'Enabled; MFA is not in the data'],
    ['disabled', 'none', 'Disabled'],
    ['unknown', 'unknown', 'Not in the data'],
  ] as const)('tells console access %s with MFA %s', (access, mfa, expected) => {
    expect(factsOf({ console: { access, mfa, mfaDevices: [], lastSignIn: { state: 'none' } } })['Console access']).toEqual([expected]);
  });

  it('keeps what is empty apart from what is not in the data', () => {
    expect(factsOf({ groups: [], tags: [] })).toMatchObject({ Groups: ['None'], Tags: ['None'] });
    expect(factsOf({ groups: null, tags: null })).toMatchObject({ Groups: ['Not in the data'], Tags: ['Not in the data'] });
  });

  it('puts each access key into its slot', () => {
    const key = { status: 'active', created: known('2026-10-01T00:00:00Z'), lastUsed: { state: 'none' } } as const;
    const rows = (accessKeys: Parameters<typeof userProfileOf>[1]) =>
      accessKeyRows(sheetOf(), userProfileOf(0, accessKeys)).map(({ lines }) => lines[0]);
    expect(rows({ accessKeys: [{ ...key, slot: 2, maskedId: 'AKIA…WXYZ' }] })).toEqual(['None', 'Active · AKIA…WXYZ']);
    expect(
      rows({
        accessKeys: [
          { ...key, status: 'inactive' },
          { ...key, slot: 1 },
        ],
      }),
    ).toEqual(['Active', 'Inactive']);
    expect(rows({ accessKeys: [] })).toEqual(['None', 'None']);
    expect(rows({ accessKeys: null })).toEqual(['Not in the data', 'Not in the data']);
    expect(accessKeyRows(sheetOf(), userProfileOf(0, { accessKeys: [key] }))[0]?.lines).toEqual([
      'Active',
      'Created 2026-10-01 00:00:00 UTC, 4 days old',
      'No recorded use',
    ]);
  });

  it('shows policies in AWS’s columns and words, and tells a document that is not there', () => {
    const policies = [
      policyOf('AmazonEC2FullAccess'),
      policyOf('ReadOnlyAccess', { type: 'awsManagedJobFunction', direct: false, groups: ['readers'] }),
      policyOf('own', { type: 'customerManaged', groups: ['a', 'b'], document: 'unresolved' }),
      policyOf('in', { type: 'customerInline', document: 'unreadable' }),
    ];
    const { rows } = permissionsTable(sheetOf(), userProfileOf(0, { policies }));
    expect(rows.map(({ type, via, document }) => [type, via.join(', '), document])).toEqual([
      ['AWS managed', 'Directly', ''],
      ['AWS managed - job function', 'Group readers', ''],
      ['Customer managed', 'Directly, Group a, Group b', 'Document not in the snapshot'],
      ['Customer inline', 'Directly', 'Document could not be read'],
    ]);
    expect(permissionsTable(sheetOf(), userProfileOf(0, { policies: null }))).toMatchObject({ none: 'Not in the data.', rows: [] });
  });

  it('shows who may assume a role, and under which conditions', () => {
    const ways = [wayInOf(0, { externalIdRequired: true }), wayInOf(0, { kind: 'anyone', from: '*', mfaRequired: false, conditional: false })];
    const panel = principalPanel(sheetOf(), roleProfileOf(0, { maxSessionDuration: 5400 }), ways);
    expect(panel.trust?.rows).toEqual([
      { kind: 'AWS account', from: '444455556666 (partner)', conditions: 'MFA, External ID' },
      { kind: 'Anyone', from: '', conditions: 'None' },
    ]);
    expect(panel.facts.slice(0, 2).map(({ lines }) => lines[0])).toEqual(['No recorded use in the 400 days AWS keeps', '1.5 hours']);
  });
});

describe('access by service and level', () => {
  it('puts services with the same reach into one row, the widest first', () => {
    const access = (service: string, all: number, scoped = 0, conditional = 0, everyAction = false) => ({
      service,
      all,
      scoped,
      conditional,
      everyAction,
    });
    const services = [access('s3', 3, 4), access('sqs', 3, 4), access('ec2', 31, 0, 0, true), access('logs', 0, 0, 1)];
    const { rows } = levelRows(sheetOf(), { ...assessmentOf().effectivePermissions[0], services } as never);
    expect(rows.map((row) => [row.services.join(' '), row.everyAction, row.cells.map(({ label }) => label).join(' ')])).toEqual([
      ['ec2', 'every action', 'All All All All All'],
      ['s3 sqs', '', 'All All Scoped – –'],
      ['logs', '', 'Conditional – – – –'],
    ]);
  });
});

describe('renderImplementation', () => {
  const engagement: Engagement = {
    format: 'iam-dossier.engagement',
    formatVersion: 1,
    id: 'gift-shop',
    customer: { name: 'Infinity Gifts Souvenirs' },
    document: { version: '1.0', date: '2026-10-06', author: 'Mateo Fuentes' },
    accounts: [{ id: '111122223333', role: 'workload' }],
    accessModel: { console: { text: 'Write to **ana.ribeiro@acme.example**, account 444455556666.', author: 'Mateo Fuentes', date: '2026-10-05' } },
  };
  const partner: Partner = { format: 'iam-dossier.partner', formatVersion: 1, name: 'Quillstone Cloud', accounts: [{ id: '444455556666' }] };
  const assessment = assessmentOf({
    engagement: { id: engagement.id, digest: digestOf(engagement) },
    partner: { name: partner.name, digest: digestOf(partner) },
    waysIn: [wayInOf(2)],
    readiness: {
      ready: false,
      blockers: [{ id: 'b', kind: 'rejected', criterion: 'A2', message: messageOf('BLOCKER'), mend: 'MEND', subjects: [0] }],
      warnings: [messageOf('WARNING')],
    },
  });
  const document = renderImplementation({ assessment, engagement, partner });

  it('is named after the engagement, else after the account, and speaks of ACCT-002', () => {
    expect(document.name).toBe('ACCT-002-implementation-gift-shop');
    expect(renderImplementation({ assessment: assessmentOf() }).name).toBe('ACCT-002-implementation-111122223333');
    expect(document.title).toMatch(/^ACCT-002 /);
  });

  it('gives the same bytes each time, on screen and on paper', () => {
    expect(renderImplementation({ assessment, engagement, partner })).toEqual(document);
  });

  it('has every section that the criteria cite, and links that lead somewhere', () => {
    for (const html of [document.html, document.printHtml ?? '']) {
      const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
      const links = [...html.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id);
      expect(sectionIds.filter((id) => id !== 'claims' && !ids.has(id))).toEqual([]);
      expect(links.filter((id) => !ids.has(id))).toEqual([]);
    }
  });

  it('is a draft while it is not ready, and says so on the page and in the margins', () => {
    expect(document.draft).toBe(true);
    expect(document.html).toContain('<strong>DRAFT – not ready for submission</strong>');
    expect(document.printHtml).toMatch(/@top-center \{ content: "DRAFT /);
    const ready = renderImplementation({ assessment: assessmentOf({ readiness: { ready: true, blockers: [], warnings: [] } }) });
    expect(ready.draft).toBe(false);
    expect(ready.html).not.toContain('DRAFT');
  });

  it('holds no finding, blocker, warning or remediation', () => {
    expect(document.html).not.toMatch(/BLOCKER|MEND|WARNING/);
  });

  it('masks what is others’, in declared words and in trust policies', () => {
    expect(document.html).not.toMatch(/ana\.ribeiro@|444455556666/);
    expect(document.html).toContain('<strong>a••••o@acme.example</strong>, account ••••6666.');
  });

  it('marks what nobody declared, and what no file holds', () => {
    const bare = renderImplementation({
      assessment: assessmentOf({ snapshots: [snapshotOf({ parts: partsOf('userDetails'), passwordPolicy: null, collectedAt: null })] }),
    }).html;
    expect(bare).toContain('Undeclared: nobody has stated how the console is reached.');
    expect(bare).toMatch(/Not in the snapshot:<\/strong> Caller identity, /);
    expect(bare).toContain('collected at an unknown time. Not a screenshot.');
  });

  it('shows one policy whole, masked, with who has it', () => {
    const exhibit = { document: 'd1', policyName: 'igs-operator', type: 'customerInline' as const, subjects: [1], statements: 1, limited: 1 };
    const documents = { d1: { Statement: [{ Effect: 'Allow', Action: 'ec2:StartInstances', Resource: 'arn:aws:ec2:*:444455556666:instance/<b>' }] } };
    const { html } = renderImplementation({ assessment: assessmentOf({ exhibit, documents }) });
    const shown = html.slice(html.indexOf('class="panel exhibit"'), html.indexOf('</section>', html.indexOf('class="panel exhibit"')));
    expect(shown).toContain('&quot;Resource&quot;: &quot;arn:aws:ec2:*:••••6666:instance/&lt;b&gt;&quot;');
    expect(shown).toContain('1; 1 limited to resources or by a condition');
    expect(shown).toContain('igs-terraform');
    expect(html).not.toContain('more lines');
    expect(renderImplementation({ assessment: assessmentOf({ exhibit, documents: {} }) }).html).not.toContain('class="panel exhibit"');
  });

  it('names the keys that a trust policy’s conditions ask for, and counts those by which people are told apart', () => {
    const role = { subjects: [subjectOf('role', 'operator')], profiles: [roleProfileOf(0)] };
    const keys = ['aws:MultiFactorAuthPresent', 'aws:PrincipalTag/customer', 'sts:RoleSessionName'];
    const { html } = renderImplementation({
      assessment: assessmentOf({ ...role, directory: [], waysIn: [wayInOf(0, { conditionKeys: keys, proof: keys.slice(1) })] }),
    });
    expect(html).toContain('MFA, aws:PrincipalTag/customer, sts:RoleSessionName');
    expect(html).toContain('1 of 1 role for people has a condition that tells one person from another.');
    const bare = renderImplementation({ assessment: assessmentOf({ ...role, directory: [], waysIn: [wayInOf(0)] }) });
    expect(bare.html).not.toContain('tells one person');
  });

  it('leads from people to what they may do, and says who is not known', () => {
    const base = { kind: 'account', from: '444455556666', party: 'partner', known: 'declared', unnamed: 0 } as const;
    const path = { ...base, through: [], ends: [0] };
    const members = { subjects: [subjectOf('role', 'operator')], profiles: [roleProfileOf(0)], directory: [] };
    const section = (...accessPaths: Assessment['accessPaths']) => {
      const { html } = renderImplementation({ assessment: assessmentOf({ ...members, accessPaths }) });
      return html.slice(html.indexOf('From person to permission'), html.indexOf('Who may assume each role'));
    };
    const declared = section({ ...path, people: ['Ana <b>'], ends: [0] });
    for (const text of ['Ana &lt;b&gt;', '••••6666 (partner)', 'operator', 'As declared']) expect(declared).toContain(text);
    expect(section({ ...path, people: [], known: 'unseen' })).toContain('neither declared nor in the data');
    expect(section({ ...path, people: [], known: 'measured' })).toContain('Nobody of that account may assume it');
    expect(section({ ...path, people: ['Ana'], known: 'partly', unnamed: 2 })).toContain('2 users for whom no person is declared');
    expect(section({ ...path, kind: 'saml', people: [], known: 'unseen', through: [0] })).toContain('then by operator');
    expect(section({ ...path, kind: 'user', from: '', people: [], known: 'measured' })).toContain('No person is declared');
    expect(section()).toContain('No way for people leads to a principal in scope.');
  });

  it('spells out and lists the letters that its fonts do not have', () => {
    const odd = assessmentOf({ subjects: [subjectOf('user', 'ሀ\u202e'), subjectOf('user', 'b'), subjectOf('role', 'c')] });
    const { html } = renderImplementation({ assessment: odd });
    expect(html).toContain('[U+1200][U+202E]');
    expect(html).toContain('2 code points without a glyph in the fonts of this document are written in brackets: U+1200, U+202E.');
  });

  it.each([
    ['another engagement', { assessment, engagement: { ...engagement, id: 'x' }, partner }, 'The engagement is not the one that was assessed.'],
    ['no partner', { assessment, engagement }, 'The partner is not given.'],
    [
      'an engagement that was not assessed',
      { assessment: assessmentOf(), engagement },
      'The engagement was not there when the snapshots were assessed.',
    ],
  ])('refuses %s', (_, input, message) => {
    expect(() => renderImplementation(input)).toThrow(expect.objectContaining({ code: 'input-invalid', message }));
  });
});

describe('claims', () => {
  const reason = (text: string, subject?: number) => ({
    message: messageOf(text),
    ...(subject === undefined ? {} : { subject }),
    evidence: [{ snapshot: 0, path: '/users/0' }],
    quotes: [],
  });
  const claims = [
    claimOf('one'),
    claimOf('two', { outcome: 'notCheckable', proven: null, unclear: [reason('Not in the data.')] }),
    claimOf('three', { outcome: 'contradicted', proven: null, against: [reason('One more is there.', 0), reason('Theirs too.', 2)] }),
  ];
  const by = { author: 'Priya Raman', date: '2026-10-01' };
  const { html, printHtml = '' } = renderImplementation({
    assessment: assessmentOf({
      claims,
      declaredFacts: [
        { fact: { key: 'identityProviderSessionHours', value: 8, ...by, expires: '2026-10-05' }, state: 'expired' },
        { fact: { key: 'other', topic: 'Doors', value: 'Locked', ...by }, state: 'inForce' },
      ],
    }),
  });
  const articleOf = (page: string, id: string) =>
    page.slice(page.indexOf(`id="claim-${id}"`), page.indexOf('</article>', page.indexOf(`id="claim-${id}"`)));

  it('bear the mark of proof when they held, and only then', () => {
    for (const page of [html, printHtml]) {
      expect(articleOf(page, 'one')).toContain('chip-pass');
      expect(articleOf(page, 'one')).toContain('Proven sentence of one.');
      for (const id of ['two', 'three']) expect(articleOf(page, id)).not.toMatch(/Proven|chip-pass|claim-proven/);
      expect(articleOf(page, 'two')).toContain('Declared only');
      expect(articleOf(page, 'three')).toContain('chip-fail');
    }
  });

  it('show the author’s words as declared, whatever became of them', () => {
    for (const id of ['one', 'two', 'three']) {
      expect(articleOf(html, id).split('<div class="declared')[1]).toMatch(new RegExp(`Own words of ${id}[.].*Mateo Fuentes`, 's'));
    }
  });

  it('tell nothing of principals out of scope, but how many facts are left to the readiness report', () => {
    expect(articleOf(html, 'three')).toContain('One more is there.');
    expect(html).not.toContain('Theirs too.');
    expect(articleOf(html, 'three')).toContain('1 more: see the HTML document.');
  });

  it('point into the snapshot, and are cited by their criterion', () => {
    expect(articleOf(html, 'one').replaceAll('<wbr>', '')).toContain('111122223333-ab12cd34 /groups/one');
    expect(html.slice(html.indexOf('id="criterion-B1"'), html.indexOf('id="criterion-B2"'))).toContain('href="#claims"');
    expect(html.slice(html.indexOf('id="criterion-A1"'), html.indexOf('id="criterion-A2"'))).not.toContain('href="#claims"');
  });

  it('stand beside what no API tells, with who said it and whether its time is over', () => {
    expect(html).toMatch(/Longest session.*8 hours.*Raman.*expired on 2026-10-05/s);
    expect(html).toMatch(/Doors.*Locked/s);
  });

  it('make no section where there is none', () => {
    expect(renderImplementation({ assessment: assessmentOf() }).html).not.toContain('id="claims"');
  });
});
